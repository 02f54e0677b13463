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
  return walk(entries, start, (entry, end) => linked(entry, end) && mayStand(entry, end, keys) && signedRight(entry))
}

/**
 * The same in a tenth of the time: the newest signature stands over a hash that all lines before it are in. Only to find
 * where a chain that does not hold is broken must every signature be looked at.
 */
export function checkChainByItsEnd(entries: readonly LogEntry[], keys: readonly KnownKey[], start: ChainEnd = CHAIN_START): ChainCheck {
  const last = entries.at(-1)
  const check = walk(entries, start, (entry, end) => linked(entry, end) && mayStand(entry, end, keys))
  return check.intact && (last === undefined || signedRight(last)) ? check : checkChain(entries, keys, start)
}

function walk(entries: readonly LogEntry[], start: ChainEnd, fits: (entry: LogEntry, end: ChainEnd) => boolean): ChainCheck {
  let end = start
  for (const entry of entries) {
    if (!fits(entry, end)) return { intact: false, broken: entry.entry }
    end = { entry: entry.entry, hash: entry.hash, signed: entry.signature !== null }
  }
  return { intact: true, end }
}

function linked(entry: LogEntry, end: ChainEnd): boolean {
  return entry.entry === end.entry + 1 && entry.previous === end.hash && hashOf(entry) === entry.hash
}

function mayStand(entry: LogEntry, end: ChainEnd, keys: readonly KnownKey[]): boolean {
  if (entry.signature === null) return mayBeUnsigned(entry, end)
  const known = keys.find(({ key }) => key === entry.key)
  // A key that was taken out of use, and may lie anywhere by now, signs nothing new.
  return known !== undefined && entry.entry <= (known.lastEntry ?? entry.entry)
}

/** Without a key only the emergency stop can be used; a line without a signature says nothing else. */
function mayBeUnsigned(entry: LogEntry, end: ChainEnd): boolean {
  return entry.key === null && !end.signed && entry.switch === 'model-use'
}

function signedRight({ key, signature, hash }: LogEntry): boolean {
  return signature === null || (key !== null && signatureHolds(key, bytesToSign(hash), signature))
}
