import type { ActRef } from './citation.ts'
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
  if (type === null) return null
  const named = valueAt(tokens, at + 1) === 'nr' || valueAt(tokens, at + 1) === 'nummer'
  const numberAt = named ? pastStop(tokens, at + 2) : at + 1
  const number = plainNumber(tokens, numberAt)
  if (number === null) return null
  const when = readWhen(tokens, numberAt + 1)
  if (!named && when === null && token.raw !== token.raw.toUpperCase()) return null
  return {
    ref: { form: 'number', type, number, year: when?.year ?? null, date: when?.date ?? null },
    next: when?.next ?? numberAt + 1,
  }
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
