import { createHash } from 'node:crypto'
import { canonicalJson } from '../../utils/guidance/signed/canonical-json.ts'
import type { Signer } from '../../utils/guidance/signed/envelope.ts'
import type { LogEntry } from '../contract/guidance.ts'

export const FIRST_PREVIOUS = '0'.repeat(64)

/** What a line says, before it is linked to the line before it. */
export type EntryContent = Omit<LogEntry, 'entry' | 'previous' | 'hash' | 'key' | 'signature'>

/** The place in the log that the next line takes. */
export interface LogEnd {
  readonly entry: number
  readonly hash: string
}

export const EMPTY_LOG: LogEnd = { entry: 0, hash: FIRST_PREVIOUS }

/** Links a line to the end of the log, and signs it when there is a key. */
export function linkEntry(content: EntryContent, end: LogEnd, signer: Signer | null): LogEntry {
  const linked = { ...content, entry: end.entry + 1, previous: end.hash }
  const hash = hashOf(linked)
  const signature = signer === null ? null : Buffer.from(signer.sign(bytesToSign(hash))).toString('base64url')
  return { ...linked, hash, key: signer?.key ?? null, signature }
}

/** SHA-256 over everything the line says and the hash of the line before. */
export function hashOf(entry: EntryContent & { readonly entry: number; readonly previous: string }): string {
  const { at, unit, subject, role, action, on, from, until, reason, about, previous } = entry
  const said = { entry: entry.entry, at, unit, subject, role, action, switch: entry.switch, on, from, until, reason, about, previous }
  const text = canonicalJson(said)
  if (text === null) throw new TypeError('not-json')
  return createHash('sha256').update(text).digest('hex')
}

/** The kind stands before the hash, so that a signature on a line fits nothing else. */
export function bytesToSign(hash: string): Buffer {
  return Buffer.from(`sagshjaelp-log-1\n${hash}`)
}
