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
const BY_SIGN: Readonly<Record<string, GapKind>> = {
  ...{ '.': 'dot', '·': 'dot', '•': 'dot', '∙': 'dot', '‧': 'dot', '。': 'dot', '．': 'dot' },
  ...{ '/': 'slash', '\\': 'slash', '∕': 'slash', '⁄': 'slash', '／': 'slash' },
  ...{ ',': 'comma', ';': 'comma', '，': 'comma', '、': 'comma', ':': 'colon', '：': 'colon', '|': 'bar', '¦': 'bar', '│': 'bar' },
}

/** Reads what stands between two runs; `null` when it keeps them apart. */
export function gapBetween(text: string, from: number, to: number): Gap | null {
  if (to - from > LONGEST_GAP) return null
  let [signs, newlines, spaces] = ['', 0, 0]
  for (let at = from; at < to;) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = characterClass(codePoint)
    at += codePoint > 0xffff ? 2 : 1
    if (kind === CHARACTER.letter || kind === CHARACTER.digit) return null
    if (kind === CHARACTER.space) spaces += 1
    else if (kind === CHARACTER.newline) newlines += 1
    else if (kind !== CHARACTER.invisible) signs += kind === CHARACTER.dash ? '-' : String.fromCodePoint(codePoint)
  }
  if (signs.length > MOST_SIGNS || newlines > MOST_NEWLINES || signs.includes('+')) return null
  return { kind: kindOf(signs, newlines > 0), tight: spaces + newlines === 0 }
}

function kindOf(signs: string, broken: boolean): GapKind {
  if (signs === '') return broken ? 'break' : 'space'
  if (/^-{1,2}$/.test(signs)) return broken ? 'dash-break' : 'dash'
  return BY_SIGN[signs] ?? 'other'
}
