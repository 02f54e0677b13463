/** What stands between a token and the one before it. */
export type Gap = 'none' | 'space' | 'comma' | 'colon' | 'slash' | 'bracket' | 'stop' | 'newline' | 'blank' | 'other'

export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Begins with a capital, is all capitals (two letters at least), in small letters, or begins with a digit. */
  readonly kind: 'capital' | 'all-capitals' | 'small' | 'number'
  readonly gap: Gap
}

const NO_TOKEN: Token = { start: 0, end: 0, text: '', kind: 'small', gap: 'blank' }

/** The token in a place; beyond the ends an empty one that nothing reaches. */
export function tokenAt(tokens: readonly Token[], at: number): Token {
  return tokens[at] ?? NO_TOKEN
}

const OTHER = 0
const SMALL = 1
const CAPITAL = 2
const DIGIT = 3
/** Joins two parts of one word: hyphen, apostrophe. */
const JOINT = 4
const UNKNOWN = 9
const JOINTS = new Set(Array.from("-'’‐‑´"))
const classes = new Uint8Array(0x10000).fill(UNKNOWN)

function classOf(unit: number): number {
  const known = classes[unit] ?? OTHER
  if (known !== UNKNOWN) return known
  const character = String.fromCharCode(unit)
  const found = classify(character)
  classes[unit] = found
  return found
}

function classify(character: string): number {
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return CAPITAL
  if (/[\p{L}\p{M}\u00ad]/u.test(character)) return SMALL
  if (/\p{Nd}/u.test(character)) return DIGIT
  return JOINTS.has(character) ? JOINT : OTHER
}

/** Walks a text once and gives its words and numbers. A word keeps hyphens and apostrophes inside it. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let [at, last] = [0, 0]
  while (at < text.length) {
    const first = classOf(text.charCodeAt(at))
    if (first === OTHER || first === JOINT) {
      at += 1
      continue
    }
    const end = endOfWord(text, at)
    tokens.push({ start: at, end, text: text.slice(at, end), kind: kindOf(text, at, end), gap: gapOf(text, last, at) })
    at = end
    last = end
  }
  return tokens
}

function endOfWord(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === OTHER) break
    if (kind === JOINT && !isLetter(text, at + 1)) break
    at += 1
  }
  return at
}

function isLetter(text: string, at: number): boolean {
  const kind = at < text.length ? classOf(text.charCodeAt(at)) : OTHER
  return kind === SMALL || kind === CAPITAL || kind === DIGIT
}

function kindOf(text: string, start: number, end: number): Token['kind'] {
  const first = classOf(text.charCodeAt(start))
  if (first === DIGIT) return 'number'
  if (first !== CAPITAL) return innerCapital(text, start, end) ? 'capital' : 'small'
  for (let at = start + 1; at < end; at += 1) if (classOf(text.charCodeAt(at)) === SMALL) return 'capital'
  return end - start > 1 ? 'all-capitals' : 'capital'
}

/** `al-Hassan`, `d'Angelo`. */
function innerCapital(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end && at < start + 5; at += 1)
    if (classOf(text.charCodeAt(at)) === JOINT) return classOf(text.charCodeAt(at + 1)) === CAPITAL
  return false
}

const GAPS: Readonly<Record<string, Gap>> = {
  ',': 'comma',
  ';': 'comma',
  ':': 'colon',
  '/': 'slash',
  '|': 'slash',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'bracket',
  '<': 'bracket',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
}
const LONGEST_LOOK = 60

/** The weightiest sign between two words: a line break over a full stop over the rest. */
function gapOf(text: string, from: number, to: number): Gap {
  if (from === 0 && text.slice(0, to).trim() === '') return 'blank'
  if (to - from === 1) return single(text.charAt(from))
  const between = text.slice(from, Math.min(to, from + LONGEST_LOOK))
  return broken(between, to - from) ?? firstSign(between)
}

function firstSign(between: string): Gap {
  for (let at = 0; at < between.length; at += 1) {
    const gap = single(between.charAt(at))
    if (gap !== 'space') return gap
  }
  return 'space'
}

function broken(between: string, length: number): Gap | null {
  const first = between.indexOf('\n')
  if (first < 0) return null
  if (between.includes('\n', first + 1) || length > LONGEST_LOOK) return 'blank'
  return /[.!?]/.test(between) ? 'stop' : 'newline'
}

function single(character: string): Gap {
  if (character === ' ' || character === '\u00a0' || character === '\t' || character === '\u202f') return 'space'
  if (character === '\n' || character === '\u2028') return 'newline'
  return GAPS[character] ?? 'other'
}
