import type { FastifyReply } from 'fastify'
import type { Parts } from '../parts.ts'
import { ProxyError } from '../server/proxy-error.ts'
import type { AnswerFacts } from './answer-facts.ts'
import { NOTHING, type Ending } from './call-record.ts'
import { BadAnswer, type Confirm } from './chat-judge.ts'
import type { LiveCall } from './model-call.ts'
import { readWhole } from './read-whole.ts'

const MS = 1000

export interface WholeAsk {
  readonly parts: Parts
  /** Finds what is known of the answer. @throws BadAnswer when it is not whole or not of the right kind */
  readonly judge: (text: string, confirm: Confirm) => AnswerFacts
}

/** Answers in one piece: read to the end, judged, put on record, and only then sent. @throws ProxyError */
export async function answerWhole(reply: FastifyReply, { answer, life, record }: LiveCall, { parts, judge }: WholeAsk): Promise<void> {
  const { answerBytes, upstreamIdleSeconds } = parts.config.server
  const whole = await readWhole(answer.body, life, { answerBytes, idleMs: upstreamIdleSeconds * MS })
  const text = whole.ok ? decoded(whole.bytes) : ''
  const judged = whole.ok ? judgedBy((sent) => judge(sent, answer.confirm), text) : endOf(whole.stopped)
  const [end, facts] = 'facts' in judged ? [DONE, judged.facts] : [judged, NOTHING.facts]
  const size = whole.ok ? whole.bytes.length : whole.size
  try {
    await record.close({ end, from: answer.from, facts, answerBytes: size, mayCost: true })
  } finally {
    life.end()
  }
  if (end.ending === 'error') throw new ProxyError(end.code)
  if (!whole.ok || end.ending === 'aborted' || reply.raw.destroyed) return void reply.hijack()
  reply.type('application/json; charset=utf-8').send(whole.bytes)
}

const DONE = { ending: 'done' } as const

function endOf(stopped: Extract<Awaited<ReturnType<typeof readWhole>>, { readonly ok: false }>['stopped']): Ending {
  return stopped === 'client-left' ? { ending: 'aborted' } : { ending: 'error', code: stopped }
}

function judgedBy(judge: (text: string) => AnswerFacts, text: string | null): Ending | { readonly facts: AnswerFacts } {
  try {
    return text === null ? { ending: 'error', code: 'upstream-failed' } : { facts: judge(text) }
  } catch (error) {
    if (error instanceof BadAnswer) return { ending: 'error', code: error.code }
    throw error
  }
}

// The bytes are passed on as they came, so a byte order mark stays in the text, where it is no JSON.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}
