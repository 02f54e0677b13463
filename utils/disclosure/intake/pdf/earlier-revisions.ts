import type { Draft } from '../draft.ts'
import type { Source } from '../intake.ts'
import { LIMITS } from '../limits.ts'

const END = Array.from('%%EOF', (sign) => sign.charCodeAt(0))
const START = Array.from('startxref', (sign) => sign.charCodeAt(0))

/** A PDF that was changed keeps what it was before: each earlier end of the file is a document that can still be opened. */
export function* earlierRevisions({ name, bytes, depth, archives }: Source, draft: Draft): Generator<Source> {
  const ends = endsOf(bytes).slice(0, -1)
  if (ends.length > LIMITS.revisions) draft.skip('too-many')
  for (const [at, end] of ends.slice(-LIMITS.revisions).entries()) {
    yield { name: `${name}/tidligere udgave ${at + 1}`, bytes: bytes.slice(0, end), depth: depth + 1, archives }
  }
}

/** Where a revision ends. A file made for reading while it loads has a first end that ends nothing. */
function endsOf(bytes: Uint8Array): readonly number[] {
  const ends: number[] = []
  for (let at = find(bytes, END, 0); at >= 0; at = find(bytes, END, at + END.length)) {
    if (leadsToTable(bytes, at)) ends.push(Math.min(at + END.length + 2, bytes.length))
  }
  return ends
}

/** `startxref`, a number that is not 0, and the mark: anything else is no end of a revision. */
function leadsToTable(bytes: Uint8Array, end: number): boolean {
  const from = Math.max(0, end - 64)
  const at = find(bytes.subarray(from, end), START, 0)
  if (at < 0) return false
  const offset = Number.parseInt(String.fromCharCode(...bytes.subarray(from + at + START.length, end)).trim(), 10)
  return offset > 0 && offset < end
}

function find(bytes: Uint8Array, mark: readonly number[], from: number): number {
  const [first = 0] = mark
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}
