import type { Random } from '../support/random.ts'

export type Level = 'must' | 'should' | 'may'

/** One way of writing a number: what is written, and which part of it is the number. */
export interface Spelling {
  readonly name: string
  readonly level: Level
  readonly write: (number: string, random: Random) => { readonly before?: string; readonly written: string; readonly digits?: string }
}

const day = (number: string) => number.slice(0, 6)
const last = (number: string) => number.slice(6)
const grouped = (number: string, between: string) => [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6)].join(between)

function must(name: string, write: (number: string, random: Random) => string, before?: string): Spelling {
  return { name, level: 'must', write: (number, random) => ({ ...(before !== undefined && { before }), written: write(number, random) }) }
}

/** The spellings of the bar. */
export const SPELLINGS: readonly Spelling[] = [
  must('hyphen', (n) => `${day(n)}-${last(n)}`),
  must('together', (n) => n),
  must('space', (n) => `${day(n)} ${last(n)}`),
  must('dash with spaces', (n, random) => `${day(n)} ${random.pick(['–', '—', '-', '\u2212'])} ${last(n)}`),
  must('other hyphen', (n, random) => `${day(n)}${random.pick(['–', '—', '\u2010', '\u2011', '\u2012', '\u2212', '\uFF0D'])}${last(n)}`),
  must('dots in the day', (n) => `${grouped(n, '.')}-${last(n)}`),
  must('four groups', (n) => `${grouped(n, ' ')} ${last(n)}`),
  must('line break after the hyphen', (n, random) => `${day(n)}-${random.pick(['\n', '\r\n', '\n  '])}${last(n)}`),
  must('line break', (n, random) => `${day(n)}${random.pick(['\n', '\r\n', ' \n'])}${last(n)}`),
  must('slash', (n) => `${day(n)}/${last(n)}`, 'cpr '),
  must('invisible characters', invisible),
  must('spaces that do not break', (n, random) => `${day(n)}${random.pick(['\u00A0', '\u202F', '\u2009', '\u2007', '\u3000'])}${last(n)}`),
  must('other digits', otherDigits),
  must('behind its name', (n) => `${day(n)}-${last(n)}`, 'cpr.nr.:'),
]

/** Rarer ones, measured beside. */
export const RARER: readonly Spelling[] = [
  { name: 'one by one', level: 'should', write: (n, random) => ({ written: Array.from(n).join(random.pick([' ', '.', '-'])) }) },
  { name: 'split by words', level: 'should', write: splitByWords },
  { name: 'letters of a health number', level: 'should', write: healthNumber },
  { name: 'misread digit', level: 'should', write: misread },
  { name: 'pairs', level: 'should', write: (n) => ({ written: (n.match(/../g) ?? []).join(' ') }) },
  {
    name: 'year in four digits',
    level: 'should',
    write: (n) => ({ written: `${n.slice(0, 2)}.${n.slice(2, 4)}.19${n.slice(4, 6)}-${last(n)}` }),
  },
  {
    name: 'broken in the wrong place',
    level: 'should',
    write: (n, random) => ({ before: 'cpr-nr. ', written: brokenAt(n, random.int(2, 8)) }),
  },
  {
    name: 'hidden',
    level: 'may',
    write: (n, random) => ({ written: `${day(n)}-${random.pick(['xxxx', 'XXXX', '****'])}`, digits: `${day(n)}XXXX` }),
  },
]

function invisible(number: string, random: Random): string {
  const sign = random.pick(['\u200B', '\u00AD', '\u2060', '\uFEFF', '\u200D', '\u200E'])
  const at = random.int(1, 9)
  return random.chance(0.5) ? `${number.slice(0, at)}${sign}${number.slice(at)}` : `${day(number)}${sign}-${sign}${last(number)}`
}

function otherDigits(number: string, random: Random): string {
  const zero = random.pick([0xff10, 0xff10, 0x0660, 0x1d7ce, 0x1d7d8, 0x1d7ec, 0x1d7f6])
  const written = Array.from(number, (digit) => String.fromCodePoint(zero + Number(digit)))
  return `${written.slice(0, 6).join('')}${random.pick(['-', '', ' '])}${written.slice(6).join('')}`
}

function splitByWords(number: string, random: Random): { written: string } {
  const born = random.pick([day(number), grouped(number, '.'), grouped(number, '-')])
  return {
    written: `${born}${random.pick([', løbenr. ', ', løbenummer: ', ', de sidste fire cifre er ', ' – kontrolcifre ', '\nLøbenr.: '])}${last(number)}`,
  }
}

function healthNumber(number: string, random: Random): { written: string; digits: string } {
  const letters = `${random.pick(LETTERS)}${random.pick(LETTERS)}`
  const tail = `${random.pick(['0', '1', '6', '7'])}${letters}${number.charAt(9)}`
  return { written: `${day(number)}${random.pick(['-', '', ' '])}${tail}`, digits: day(number) + tail }
}

const LETTERS = Array.from('ACEFHJKLMNPRTUVWXY')
const MISREAD: Readonly<Record<string, readonly string[]>> = {
  0: ['O', 'o'],
  1: ['l', 'I'],
  2: ['Z'],
  5: ['S'],
  6: ['b', 'G'],
  8: ['B'],
  9: ['g'],
}

function misread(number: string, random: Random): { written: string } {
  const places = Array.from(number, (digit, at) => ({ at, letters: MISREAD[digit] })).filter(({ letters }) => letters)
  const { at, letters } = places.length > 0 ? random.pick(places) : { at: 10, letters: undefined }
  const changed = letters ? number.slice(0, at) + random.pick(letters) + number.slice(at + 1) : number
  return { written: `${changed.slice(0, 6)}-${changed.slice(6)}` }
}

function brokenAt(number: string, at: number): string {
  return `${number.slice(0, at)}\n${number.slice(at)}`
}

/** What a scanned page cannot hold. */
export const NEVER_PRINTED: ReadonlySet<string> = new Set(['invisible characters', 'other digits'])

/** Text recognition's confusions, in a share of the characters. */
export function withNoise(text: string, random: Random, share: number): string {
  return Array.from(text, (character) => (random.chance(share) ? noisy(character, random) : character)).join('')
}

const DIGIT_FOR_DIGIT: Readonly<Record<string, string>> = { 1: '7', 7: '1', 3: '8', 8: '3', 6: '8', 0: '8' }

function noisy(character: string, random: Random): string {
  if (/\d/.test(character)) {
    const letters = MISREAD[character]
    if (letters && random.chance(0.8)) return random.pick(letters)
    return random.chance(0.25) ? (DIGIT_FOR_DIGIT[character] ?? character) : `${character} `
  }
  if (character === '-') return random.pick(['–', '~', '.', ' ', '_'])
  if (character === ' ') return random.pick(['', '  '])
  return random.pick(['', character + character, '.', ','])
}
