import { draft, type Draft } from '../../../utils/knowledge/draft.ts'

/** "§ 9 A." → `9a`; "Kapitel 16 a" → `16a`; "Stk. 2." → `2`. Empty: no number. */
export function numberIn(label: string): string {
  const [, number, letters = ''] = /(\d+)\s?(\p{L}{1,2}(?!\p{L}))?/u.exec(label.replaceAll('\u00A0', ' ')) ?? []
  return number === undefined ? '' : `${Number(number)}${letters.toLowerCase()}`
}

/** A list's part by its label: "1)" counts as nr., "a)" as litra, a dash as neither. */
export function listPart(label: string): Draft {
  const plain = label.trim()
  if (/^\(?\d/u.test(plain)) return draft('nr', numberIn(plain), plain)
  const [, letters] = /^\(?(\p{L}{1,4})[).]/u.exec(plain) ?? []
  return letters === undefined ? draft('part', '', plain) : draft('litra', letters.toLowerCase(), plain)
}

/**
 * "§§ 8-10." stands for three paragraphs, "§§ 8 a-8 c." for three as well; other labels for one.
 * Ends that do not fit together give the first and the last.
 */
export function numbersIn(label: string): readonly string[] {
  const plain = label.replaceAll('\u00A0', ' ').toLowerCase()
  const row = /(?<first>\d+)\s?(?<a>\p{L}(?!\p{L}))?\s?(?:-|–|og)\s?(?:§\s?)?(?<last>\d+)?\s?(?<b>\p{L}(?!\p{L}))?/u.exec(plain)?.groups
  const { first, last, a = '', b = '' } = row ?? {}
  if (first === undefined || (last === undefined && b === '')) return [numberIn(plain)]
  return rowOf([Number(first), a], [Number(last ?? first), b])
}

type End = readonly [number: number, letter: string]

function rowOf([from, a]: End, [to, b]: End): readonly string[] {
  if (a === '' && b === '') return counting(from, to)
  if (from === to && a !== '' && b !== '') return lettering(from, a, b)
  return [`${from}${a}`, `${to}${b}`]
}

function counting(from: number, to: number): readonly string[] {
  if (to <= from || to - from > 500) return [String(from), String(to)]
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
}

function lettering(number: number, from: string, to: string): readonly string[] {
  const [first = 0, last = 0] = [from.codePointAt(0), to.codePointAt(0)]
  if (last <= first || last - first > 30) return [`${number}${from}`, `${number}${to}`]
  return Array.from({ length: last - first + 1 }, (_, index) => `${number}${String.fromCodePoint(first + index)}`)
}
