import { CHARACTER, characterClass } from './character-class.ts'

/** What stands between two runs of digits of one number. */
export type GapKind = 'space' | 'break' | 'dash' | 'dash-break' | 'dot' | 'slash' | 'comma' | 'colon' | 'bar' | 'other'

export interface Gap {
  readonly kind: GapKind
  /** No white space at all. */
  readonly tight: boolean
}

/** White space and signs; more than this is no part of a number. */
const LONGEST_GAP = 40
const MOST_SIGNS = 3
const MOST_NEWLINES = 2
/** One sign for each kind, so that a grouping can be written as a short text. */
export const GAP_SIGNS: Readonly<Record<GapKind, string>> = {
  space: ' ',
  break: '\n',
  dash: '-',
  'dash-break': '=',
  dot: '.',
  slash: '/',
  comma: ',',
  colon: ':',
  bar: '|',
  other: '?',
}
const ALIKE: readonly (readonly [GapKind, string])[] = [
  ['dot', '.·•∙‧。．'],
  ['slash', '/\\∕⁄／'],
  ['comma', ',;，、'],
  ['colon', ':：'],
  ['bar', '|¦│'],
]
const BY_SIGN = new Map(ALIKE.flatMap(([kind, signs]) => Array.from(signs, (sign) => [sign, kind] as const)))

/** Reads what stands between two runs; `null` when it keeps them apart. */
export function gapBetween(text: string, from: number, to: number): Gap | null {
  if (to - from > LONGEST_GAP) return null
  return to - from === 1 ? singleGap(text.charCodeAt(from)) : readGap(text, from, to)
}

const singles = new Map<number, Gap | null>()
const ASCII = 0x80

/** Most gaps are one common sign, and each of those is read once. */
function singleGap(sign: number): Gap | null {
  const known = singles.get(sign)
  if (known !== undefined) return known
  const gap = readGap(String.fromCharCode(sign), 0, 1)
  if (sign < ASCII) singles.set(sign, gap)
  return gap
}

function readGap(text: string, from: number, to: number): Gap | null {
  let [signs, newlines, spaces] = ['', 0, 0]
  for (let at = from; at < to; at += 1) {
    const kind = characterClass(text.charCodeAt(at))
    if (kind === CHARACTER.letter || kind === CHARACTER.digit) return null
    if (kind === CHARACTER.space) spaces += 1
    else if (kind === CHARACTER.newline) newlines += 1
    else if (kind === CHARACTER.dash) signs += '-'
    else if (kind === CHARACTER.other) signs += text.charAt(at)
  }
  return gapOf(signs, newlines, spaces)
}

function gapOf(signs: string, newlines: number, spaces: number): Gap | null {
  if (signs.length > MOST_SIGNS || newlines > MOST_NEWLINES || signs.includes('+')) return null
  return { kind: kindOf(signs, newlines > 0), tight: spaces + newlines === 0 }
}

function kindOf(signs: string, broken: boolean): GapKind {
  if (signs === '') return broken ? 'break' : 'space'
  if (/^-{1,2}$/.test(signs)) return broken ? 'dash-break' : 'dash'
  return BY_SIGN.get(signs) ?? 'other'
}
