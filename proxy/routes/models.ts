import { ROLES } from '../contract/role.ts'
import type { Routes } from '../parts.ts'
import { ProxyError } from '../server/proxy-error.ts'
import type { AllowedModel } from '../upstream/upstreams.ts'

const NONE = 'Kommunen har ikke sat en sprogmodel op endnu. Alt, der sker lokalt, virker stadig.'

/** `/v1/models`: the models that the municipality allows, each with its purpose in Danish. */
export const modelsRoutes: Routes = (app, { upstreams }) => {
  app.get('/v1/models', { config: { access: ROLES } }, () => {
    const data = upstreams.models().map(asListed)
    return { object: 'list', data, ...(data.length === 0 && { message: NONE }) }
  })
  app.get<{ Params: { readonly id: string } }>('/v1/models/:id', { config: { access: ROLES } }, ({ params }) => {
    const model = upstreams.models().find(({ id }) => id === params.id)
    if (model === undefined) throw new ProxyError('model-not-allowed')
    return asListed(model)
  })
}

function asListed({ id, kind, purpose, contextTokens, maxAnswerTokens }: AllowedModel) {
  return {
    id,
    object: 'model',
    created: 0,
    owned_by: 'kommunen',
    kind,
    purpose,
    context_tokens: contextTokens,
    max_answer_tokens: maxAnswerTokens,
  }
}
