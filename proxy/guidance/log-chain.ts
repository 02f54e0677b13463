import type { LogEntry } from '../contract/guidance.ts'
import { bytesToSign, EMPTY_LOG, hashOf, type LogEnd } from './log-entry.ts'
import { signatureHolds } from './signing-key.ts'

/** One of the municipality's public keys, and the last line that it may stand under; `null`: it is still in use. */
export interface KnownKey {
  readonly key: string
  readonly lastEntry: number | null
}

/** Where a check stands: it can go on with the next lines later. */
export interface ChainEnd extends LogEnd {
  /** Once a line was signed, all that follow must be. */
  readonly signed: boolean
}

export const CHAIN_START: ChainEnd = { ...EMPTY_LOG, signed: false }

export type ChainCheck = { readonly intact: true; readonly end: ChainEnd } | { readonly intact: false; readonly broken: number }

/** Reckons each line anew: number, link, hash and signature. `keys`: the municipality's, those of earlier years too. */
export function checkChain(entries: readonly LogEntry[], keys: readonly KnownKey[], start: ChainEnd = CHAIN_START): ChainCheck {
  let end = start
  for (const entry of entries) {
    if (!fits(entry, end, keys)) return { intact: false, broken: entry.entry }
    end = { entry: entry.entry, hash: entry.hash, signed: entry.signature !== null }
  }
  return { intact: true, end }
}

function fits(entry: LogEntry, end: ChainEnd, keys: readonly KnownKey[]): boolean {
  const linked = entry.entry === end.entry + 1 && entry.previous === end.hash && hashOf(entry) === entry.hash
  return linked && (entry.signature === null ? mayBeUnsigned(entry, end) : isSigned(entry, keys))
}

/** Without a key only the emergency stop can be used; a line without a signature says nothing else. */
function mayBeUnsigned(entry: LogEntry, end: ChainEnd): boolean {
  return entry.key === null && !end.signed && entry.switch === 'model-use'
}

function isSigned({ entry, key, signature, hash }: LogEntry, keys: readonly KnownKey[]): boolean {
  const known = keys.find((candidate) => candidate.key === key)
  // A key that was taken out of use, and may lie anywhere by now, signs nothing new.
  if (known === undefined || signature === null || entry > (known.lastEntry ?? entry)) return false
  return signatureHolds(known.key, bytesToSign(hash), signature)
}
