import type { DocumentId, ScreenedDocument } from '../model/screened-document.ts'
import { tokensOf } from './tokens.ts'

/** Documents that say almost the same, so that one decision may count for all of them. */
export interface NearDuplicate {
  readonly document: DocumentId
  /** The first document of the file that it resembles. */
  readonly like: DocumentId
  /** Share of equal pieces of text, 0.8 to 1, as estimated. */
  readonly share: number
}

const WORDS_IN_PIECE = 5
const HASHES = 64
const BANDS = 16
const ROWS = HASHES / BANDS
const LEAST_SHARE = 0.8
const FEWEST_PIECES = 5
/** Odd numbers that spread a hash: one for each row of a signature. */
const SPREAD = Array.from({ length: HASHES }, (_, at) => (Math.imul(at + 1, 0x9e3779b1) | 1) >>> 0)

/** Finds near-duplicates by short signatures, in time that follows the length of the file. */
export function nearDuplicates(documents: readonly ScreenedDocument[]): readonly NearDuplicate[] {
  const found: NearDuplicate[] = []
  const bands = new Map<string, number[]>()
  const signatures = documents.map(signatureOf)
  for (const [at, signature] of signatures.entries()) {
    if (!signature) continue
    const best = mostLike(signature, candidates(signature, bands), signatures)
    const [document, like] = [documents[at], documents[best.at]]
    if (document && like && best.share >= LEAST_SHARE) found.push({ document: document.id, like: like.id, share: best.share })
    // Only firsts are compared with, so that a hundred copies cost as little as one.
    else for (const key of bandKeys(signature)) bands.set(key, [...(bands.get(key) ?? []), at])
  }
  return found
}

function candidates(signature: Uint32Array, bands: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  return new Set(bandKeys(signature).flatMap((key) => bands.get(key) ?? []))
}

function mostLike(signature: Uint32Array, among: ReadonlySet<number>, all: readonly (Uint32Array | null)[]) {
  let best = { at: -1, share: 0 }
  for (const at of among) {
    const other = all[at]
    const share = other ? signature.filter((value, row) => value === other[row]).length / HASHES : 0
    if (share > best.share) best = { at, share }
  }
  return best
}

function bandKeys(signature: Uint32Array): readonly string[] {
  return Array.from({ length: BANDS }, (_, band) => `${band}:${signature.subarray(band * ROWS, (band + 1) * ROWS).join(',')}`)
}

/** The least hash of each kind over all pieces of a few words. `null` when there is too little text to compare. */
function signatureOf({ parts }: ScreenedDocument): Uint32Array | null {
  const words = parts
    .filter(({ source }) => source === 'body' || source === 'recognised')
    .flatMap(({ text }) => tokensOf(text).map((token) => hashOf(token.text)))
  if (words.length < WORDS_IN_PIECE + FEWEST_PIECES) return null
  const signature = new Uint32Array(HASHES).fill(0xffffffff)
  for (let at = 0; at + WORDS_IN_PIECE <= words.length; at += 1) {
    let piece = 0
    for (let step = 0; step < WORDS_IN_PIECE; step += 1) piece = (Math.imul(piece, 31) + (words[at + step] ?? 0)) | 0
    for (const [row, odd] of SPREAD.entries()) signature[row] = Math.min(signature[row] ?? 0, mixed(piece ^ odd))
  }
  return signature
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (const character of word.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
