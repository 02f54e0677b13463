export interface Token {
  readonly kind: 'sign' | 'number' | 'word' | 'mark' | 'eli'
  /** As compared: lower case, composed, nothing invisible. */
  readonly value: string
  /** As written, without what is invisible. */
  readonly raw: string
  readonly start: number
  readonly end: number
  /** Whether anything but letters stands between this token and the one before. */
  readonly spaced: boolean
}

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu
const ELI =
  /(?:https?:\/\/(?:www\.)?retsinformation\.dk)?\/?eli\/[a-z]{2,8}\/[A-Za-z0-9]{1,16}(?:\/[0-9]{1,6})?(?:\/(?:dan|xml|html|pdf)){0,2}(?:#[A-Za-z0-9]{1,20})?/u
const PIECE = new RegExp(
  `(?<eli>${ELI.source})|(?<sign>§+)|(?<number>\\p{Nd}+)|(?<word>\\p{L}[\\p{L}\\p{M}\\u00AD\\u200B-\\u200D\\u2060]*)|[^\\s\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]`,
  'gu',
)
const DASHES = /^[-\u2010-\u2015\u2212]$/u

/** Cuts a text into words, numbers, section signs and marks, each with where it stands. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(PIECE)) {
    const raw = match[0].normalize('NFKC').replace(INVISIBLE, '')
    const kind = kindOf(match.groups)
    const value = kind === 'mark' && DASHES.test(raw) ? '-' : raw.toLowerCase()
    tokens.push({ kind, value, raw, start: match.index, end: match.index + match[0].length, spaced: match.index > end })
    end = match.index + match[0].length
  }
  return tokens
}

function kindOf(groups: Readonly<Record<string, string | undefined>> | undefined): Token['kind'] {
  if (groups?.['eli'] !== undefined) return 'eli'
  if (groups?.['sign'] !== undefined) return 'sign'
  if (groups?.['number'] !== undefined) return 'number'
  return groups?.['word'] === undefined ? 'mark' : 'word'
}

/** The value of a token, empty past either end. */
export function valueAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.value ?? ''
}

export function isMark(tokens: readonly Token[], at: number, mark: string): boolean {
  return tokens[at]?.kind === 'mark' && tokens[at].value === mark
}

/** Past one full stop, where there is one. */
export function pastStop(tokens: readonly Token[], at: number): number {
  return isMark(tokens, at, '.') ? at + 1 : at
}

/** Past one comma, where there is one. */
export function pastComma(tokens: readonly Token[], at: number): number {
  return isMark(tokens, at, ',') ? at + 1 : at
}
