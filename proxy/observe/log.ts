import { z } from 'zod'
import { PROXY_ERRORS, type ProxyErrorCode } from '../contract/error-code.ts'

/** A word of ours: a name from the configuration or a code. Too narrow for a sentence, and never a person's. */
const word = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i)
/** As routes are registered; `unknown` for an address that is not one of them. */
const route = z.string().regex(/^(unknown|\/[a-z0-9/:_-]{0,99})$/i)
const place = z.string().regex(/^(elsewhere|[a-z0-9/-]{1,120}\.ts:\d{1,5})$/)
const requestId = z.string().regex(/^[a-z-]{1,40}$/)
const code = z.enum(Object.keys(PROXY_ERRORS) as [ProxyErrorCode, ...ProxyErrorCode[]])
const count = z.int().min(0)

/** Every line the proxy can log. A closed list of codes and numbers: there is no field for text. */
export const logEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('started'), port: count, store: z.enum(['postgres', 'pglite']) }).readonly(),
  z.strictObject({ event: z.enum(['stopping', 'stopped']), openStreams: count }).readonly(),
  z.strictObject({ event: z.literal('refused'), route, code, requestId }).readonly(),
  z.strictObject({ event: z.literal('failed'), route, code, requestId, where: place }).readonly(),
  z.strictObject({ event: z.literal('request'), route, status: count, ms: count, requestId }).readonly(),
  /** The process ends: nothing is known of what an error says, only where it was thrown. */
  z.strictObject({ event: z.literal('crashed'), where: place }).readonly(),
  z.strictObject({ event: z.literal('upstream'), upstream: word, state: z.enum(['up', 'down']), code: word }).readonly(),
  /** Something else than what was agreed on answered; that place is not used any more. */
  z.strictObject({ event: z.literal('upstream-stopped'), upstream: word, model: word, code: word }).readonly(),
  z.strictObject({ event: z.literal('keys'), state: z.enum(['fetched', 'unreachable']), count }).readonly(),
  z.strictObject({ event: z.literal('store'), state: z.enum(['up', 'down']) }).readonly(),
  z.strictObject({ event: z.literal('kill-switch'), on: z.boolean() }).readonly(),
  /** Somebody changed the guidance log behind our back: nothing from this entry on is believed. */
  z.strictObject({ event: z.literal('guidance-log-broken'), entry: count }).readonly(),
  z.strictObject({ event: z.literal('retention'), table: word, removed: count }).readonly(),
  /** A signed place in a chain, in letters: the log lies elsewhere than the database, so nobody can take both back. */
  z.strictObject({ event: z.literal('checkpoint'), seq: count, link: z.string().regex(/^[a-p]{64}$/) }).readonly(),
  /** What stood at the end of a chain is gone or changed. */
  z.strictObject({ event: z.literal('chain-broken'), table: word }).readonly(),
  /** A line was about to hold what no line may; it was thrown away. */
  z.strictObject({ event: z.literal('line-refused'), why: z.enum(['shape', 'cpr']) }).readonly(),
])

export type LogEvent = z.infer<typeof logEvent>

export type Log = (event: LogEvent) => void
