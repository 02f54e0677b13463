import type { ReviewEvent } from './review-event.ts'

/** A line of the log: what was done, never to what. `fingerprint` says only whether two lines are about the same texts. */
export interface LogEntry extends Omit<ReviewEvent, 'texts'> {
  readonly number: number
  readonly fingerprint: string | null
  /** SHA-256 of the line before; zeros before the first. */
  readonly previous: string
  readonly hash: string
}

export type LogFault = 'numbering' | 'chain' | 'content' | 'not-closed' | 'after-close'

const BEFORE_FIRST = '0'.repeat(64)
const FINGERPRINT_BYTES = 12
const encoder = new TextEncoder()

/**
 * A key for the fingerprints of one review. It is not part of the log and is forgotten with the page: a number of ten digits
 * could be guessed from a plain hash, and from a salted one by whoever holds the salt.
 */
export async function newLogKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

/** Adds what has happened since to the end. What already stands in the log is never written again. */
export async function extendLog(log: readonly LogEntry[], events: readonly ReviewEvent[], key: CryptoKey): Promise<readonly LogEntry[]> {
  const entries = [...log]
  for (const { texts, ...event } of events.slice(log.length)) {
    const previous = entries.at(-1)?.hash ?? BEFORE_FIRST
    const body = { number: entries.length + 1, ...event, fingerprint: await fingerprintOf(texts, key), previous }
    entries.push({ ...body, hash: await hashOf(body) })
  }
  return entries
}

/** The first fault, or `null` for a log that is whole. `head` is the last hash as printed on the list of documents. */
export async function verifyLog(log: readonly LogEntry[], head: string): Promise<{ fault: LogFault; number: number } | null> {
  let previous = BEFORE_FIRST
  for (const [index, { hash, ...body }] of log.entries()) {
    const number = index + 1
    if (body.number !== number) return { fault: 'numbering', number }
    if (body.previous !== previous) return { fault: 'chain', number }
    if (hash !== (await hashOf(body))) return { fault: 'content', number }
    if (body.act === 'finish' && number !== log.length) return { fault: 'after-close', number: number + 1 }
    previous = hash
  }
  return log.at(-1)?.act === 'finish' && previous === head ? null : { fault: 'not-closed', number: log.length }
}

async function fingerprintOf(texts: readonly string[], key: CryptoKey): Promise<string | null> {
  if (texts.length === 0) return null
  // What a person decides about many texts at once is about the set of them.
  const whole = encoder.encode(JSON.stringify([...new Set(texts)].toSorted()))
  return toHex(await crypto.subtle.sign('HMAC', key, whole)).slice(0, FINGERPRINT_BYTES * 2)
}

async function hashOf(body: Omit<LogEntry, 'hash'>): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', encoder.encode(canonical(body))))
}

/** JSON with sorted keys, so that a log that went through another program still verifies. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
