import type { ActRef, DocumentType } from './citation.ts'
import { documentType } from './document-type.ts'
import { readDate } from './read-date.ts'
import { isMark, pastStop, valueAt, type Token } from './tokens.ts'

export interface ReadRef {
  readonly ref: ActRef
  readonly next: number
}

/** A document by its number: "lovbekendtgørelse nr. 280 af 1. marts 2024", "LBK nr 280 af 01/03/2024", "BEK 1710/2024". */
export function readDocument(tokens: readonly Token[], at: number): ReadRef | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  if (/forordning(?:en)?s?$/u.test(token.value)) return readRegulation(tokens, at)
  const type = documentType(token.value)
  return type === null ? null : readNumbered(tokens, at, type)
}

function readNumbered(tokens: readonly Token[], at: number, type: DocumentType): ReadRef | null {
  const named = ['nr', 'nummer'].includes(valueAt(tokens, at + 1))
  const numberAt = named ? pastStop(tokens, at + 2) : at + 1
  const number = plainNumber(tokens, numberAt)
  if (number === null) return null
  const when = readWhen(tokens, numberAt + 1)
  // "lov 5" is prose; "LOV 1482" is a number.
  if (!named && when === null && !isShouted(tokens[at])) return null
  const { year, date, next } = when ?? { year: null, date: null, next: numberAt + 1 }
  return { ref: { form: 'number', type, number, year, date }, next }
}

function isShouted(token: Token | undefined): boolean {
  return token !== undefined && token.raw === token.raw.toUpperCase()
}

function readWhen(tokens: readonly Token[], at: number): { year: number; date: string | null; next: number } | null {
  if (valueAt(tokens, at) === 'af') {
    const past = valueAt(tokens, at + 1) === 'den' ? at + 2 : at + 1
    return readDate(tokens, past)
  }
  const year = isMark(tokens, at, '/') ? plainNumber(tokens, at + 1) : null
  return year === null || year < 1800 || year > 2999 ? null : { year, date: null, next: at + 2 }
}

/** "forordning (EU) 2016/679", "forordning (EU) nr. 910/2014". */
function readRegulation(tokens: readonly Token[], at: number): ReadRef | null {
  const opened = isMark(tokens, at + 1, '(')
  if (opened && !isMark(tokens, at + 3, ')')) return null
  const past = opened ? at + 4 : at + 1
  const numbered = valueAt(tokens, past) === 'nr'
  const first = numbered ? pastStop(tokens, past + 1) : past
  const [left, right] = [plainNumber(tokens, first), plainNumber(tokens, first + 2)]
  if (left === null || right === null || !isMark(tokens, first + 1, '/')) return null
  const [number, year] = numbered ? [left, right] : [right, left]
  return { ref: { form: 'number', type: 'FOR', number, year, date: null }, next: first + 3 }
}

function plainNumber(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  return token?.kind === 'number' && /^[0-9]{1,6}$/.test(token.value) ? Number(token.value) : null
}
