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
  const plain = label.replaceAll('\u00A0', ' ')
  const [, first, firstLetter = '', last, lastLetter = ''] =
    /(\d+)\s?(\p{L}(?!\p{L}))?\s?(?:-|–|og)\s?(?:§\s?)?(\d+)?\s?(\p{L}(?!\p{L}))?/u.exec(plain) ?? []
  if (first === undefined || (last === undefined && lastLetter === '')) return [numberIn(plain)]
  const [from, to] = [Number(first), Number(last ?? first)]
  if (firstLetter === '' && lastLetter === '') return counting(from, to)
  if (from === to && firstLetter !== '' && lastLetter !== '') return lettering(from, firstLetter.toLowerCase(), lastLetter.toLowerCase())
  return [`${from}${firstLetter.toLowerCase()}`, `${to}${lastLetter.toLowerCase()}`]
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
