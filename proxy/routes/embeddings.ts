import { embeddingsRequest } from '../contract/openai-request.ts'
import { ROLES } from '../contract/role.ts'
import type { Routes } from '../parts.ts'
import { answerWhole } from '../relay/answer-whole.ts'
import { startCall, type Wanted } from '../relay/model-call.ts'
import { mostTokensIn } from '../relay/token-estimate.ts'
import { judgeEmbeddings } from '../relay/whole-judges.ts'
import { ProxyError } from '../server/proxy-error.ts'

/** `POST /v1/embeddings`: one text or a list of texts. */
export const embeddingsRoutes: Routes = (app, parts) => {
  app.post('/v1/embeddings', { config: { access: ROLES } }, async (request, reply) => {
    const parsed = embeddingsRequest.safeParse(request.body)
    if (!parsed.success) throw new ProxyError('invalid-request')
    const { data } = parsed
    const texts = typeof data.input === 'string' ? [data.input] : data.input
    const promptBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    const wanted: Wanted = {
      kind: 'embeddings',
      model: data.model,
      texts,
      promptBytes,
      promptTokens: mostTokensIn(promptBytes),
      answerTokens: 0,
      stream: false,
      bodyFor: () => data,
    }
    const call = await startCall(request, reply, { wanted, parts })
    if (call !== null) await answerWhole(reply, call, { parts, judge: (text, confirm) => judgeEmbeddings(text, confirm, texts.length) })
    return reply
  })
}
