import { chatRequest, type ChatRequest } from '../contract/openai-request.ts'
import { ROLES } from '../contract/role.ts'
import type { Routes } from '../parts.ts'
import { answerWithStream } from '../relay/answer-stream.ts'
import { answerWhole } from '../relay/answer-whole.ts'
import { judgeChatAnswer } from '../relay/chat-judge.ts'
import { startCall, type Wanted } from '../relay/model-call.ts'
import { chatTexts } from '../relay/prompt-guard.ts'
import { mostTokensIn } from '../relay/token-estimate.ts'
import { ProxyError } from '../server/proxy-error.ts'

/** `POST /v1/chat/completions`, whole and streamed. */
export const chatRoutes: Routes = (app, parts) => {
  app.post('/v1/chat/completions', { config: { access: ROLES } }, async (request, reply) => {
    const parsed = chatRequest.safeParse(request.body)
    if (!parsed.success) throw new ProxyError('invalid-request')
    const chat = parsed.data
    const wanted = wantedBy(chat, Number(request.headers['content-length'] ?? 0))
    const call = await startCall(request, reply, { wanted, parts })
    if (call === null) return reply
    if (wanted.stream) await answerWithStream(reply, call, { withUsage: chat.stream_options?.include_usage === true, parts })
    else await answerWhole(reply, call, { parts, judge: judgeChatAnswer })
    return reply
  })
}

function wantedBy(chat: ChatRequest, sentBytes: number): Wanted {
  const stream = chat.stream === true
  const promptBytes = sentBytes > 0 ? sentBytes : Buffer.byteLength(JSON.stringify(chat))
  return {
    kind: 'chat',
    model: chat.model,
    texts: chatTexts(chat),
    promptBytes,
    promptTokens: mostTokensIn(promptBytes),
    answerTokens: chat.max_completion_tokens ?? chat.max_tokens ?? null,
    stream,
    // Rebuilt from what was understood: what the proxy does not know cannot reach the model.
    bodyFor: (_model, answerTokens) => ({
      ...understood(chat),
      n: 1,
      store: false,
      stream,
      ...(stream && { stream_options: { include_usage: true } }),
      max_tokens: answerTokens,
    }),
  }
}

function understood({ max_completion_tokens: _ours, stream_options: _always, ...rest }: ChatRequest): Partial<ChatRequest> {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
}
