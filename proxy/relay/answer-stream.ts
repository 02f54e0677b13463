import type { FastifyReply } from 'fastify'
import type { Parts } from '../parts.ts'
import { ProxyError } from '../server/proxy-error.ts'
import type { Ending } from './call-record.ts'
import { ChatStreamJudge } from './chat-judge.ts'
import type { LiveCall } from './model-call.ts'
import { StreamPump } from './relay-stream.ts'

const MS = 1000

/**
 * Answers with a stream. An error before the first byte is an ordinary error answer; after it, an event that says so and
 * no `[DONE]`. The end is sent when the call is on record.
 * @throws ProxyError
 */
export async function answerWithStream(reply: FastifyReply, call: LiveCall, ask: { withUsage: boolean; parts: Parts }): Promise<void> {
  const { answer, life, record } = call
  const { server } = ask.parts.config
  const judge = new ChatStreamJudge({ withUsage: ask.withUsage, confirm: answer.confirm })
  const open = () => {
    reply.hijack()
    reply.raw.writeHead(200, { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8' } as Record<string, string>)
  }
  const pump = new StreamPump({
    from: answer.body,
    to: reply.raw,
    life,
    judge,
    open,
    limits: {
      answerBytes: server.answerBytes,
      eventBytes: server.eventBytes,
      idleMs: server.upstreamIdleSeconds * MS,
      stallMs: server.clientStallSeconds * MS,
    },
  })
  const ended: Ending = await pump.ended
  const isRecorded = await record
    .close({ end: ended, from: answer.from, facts: judge.facts, answerBytes: pump.bytes, mayCost: true })
    .then(() => true)
    .catch(() => false)
  life.end()
  const end: Ending = ended.ending === 'done' && !isRecorded ? { ending: 'error', code: 'internal' } : ended
  if (end.ending === 'error' && !pump.isOpen) throw new ProxyError(end.code)
  if (!pump.isOpen && end.ending === 'done') open()
  if (!pump.isOpen && end.ending === 'aborted') reply.hijack()
  pump.sendEnd(end)
}
