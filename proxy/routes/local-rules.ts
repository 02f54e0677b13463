import { localRuleChange, localRulePath } from '../contract/local-rules.ts'
import type { Role } from '../contract/role.ts'
import type { Routes } from '../parts.ts'
import { allowed } from './guidance-answers.ts'
import { parse } from './parse-request.ts'

const THOSE_WHO_SWITCH: readonly Role[] = ['supervisor', 'administrator']
/** They hold for every unit, as what an administrator switches does. */
const THOSE_WHO_MAKE_RULES: readonly Role[] = ['administrator']
const BODY_BYTES = 512 * 1024

/** The municipality's own rules. */
export const localRuleRoutes: Routes = (app, { guidance: { localRules } }) => {
  app.get('/v1/guidance/local-rules', { config: { access: THOSE_WHO_SWITCH } }, async (_request, reply) => {
    const { etag, pack, issues } = allowed(await localRules.read())
    return reply.header('etag', etag).send({ pack, issues })
  })

  app.put(
    '/v1/guidance/local-rules/:id',
    { config: { access: THOSE_WHO_MAKE_RULES }, bodyLimit: BODY_BYTES },
    async ({ params, body, caller, headers }, reply) => {
      const { id } = parse(localRulePath, params)
      const wish = { caller, ifMatch: headers['if-match'] }
      const { etag } = allowed(await localRules.change(wish, id, parse(localRuleChange, body)))
      return reply.code(204).header('etag', etag).send()
    },
  )
}
