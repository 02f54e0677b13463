import { CHARACTER, characterClass } from './character-class.ts'
import { confusedDigit, digitValue } from './digits.ts'

/** Digits that stand together; invisible characters between them do not count. */
export interface DigitRun {
  readonly start: number
  readonly end: number
  /** As plain digits; no more than `LONGEST` are kept, for nothing longer is ever a part of a number that is looked for. */
  readonly digits: string
  /** How many of them were letters that look like a digit. */
  readonly misread: number
  /** A letter stands right before or right after. */
  readonly gluedBefore: boolean
  readonly gluedAfter: boolean
}

export const LONGEST = 16

export interface RunListener {
  /** A run of digits as they stand. */
  onRun(run: DigitRun): void
  /** A word that is a run when letters that look like digits are taken for them; also given for words of digits alone. */
  onReading(run: DigitRun): void
}

const SHORT_WORD = 2

/** Walks a text once and gives its runs of digits in order. */
export function eachRun(text: string, listener: RunListener): void {
  let at = 0
  while (at < text.length) {
    const kind = characterClass(codePointAt(text, at))
    if (kind !== CHARACTER.digit && kind !== CHARACTER.letter) {
      at += 1
      continue
    }
    const word = wordAt(text, at)
    if (word.digits > 0) giveRuns(text, word, listener)
    if (word.digits > 0 || word.letters <= SHORT_WORD) giveReading(text, word, listener)
    at = word.next
  }
}

/** Letters and digits with what is invisible among them. */
interface Word {
  readonly start: number
  /** After its last visible character. */
  readonly end: number
  /** Where the text goes on. */
  readonly next: number
  readonly digits: number
  readonly letters: number
}

function wordAt(text: string, start: number): Word {
  let [at, end, digits, letters] = [start, start, 0, 0]
  while (at < text.length) {
    const codePoint = codePointAt(text, at)
    const kind = characterClass(codePoint)
    at += codePoint > 0xffff ? 2 : 1
    if (kind === CHARACTER.digit) digits += 1
    else if (kind === CHARACTER.letter) letters += 1
    else if (kind === CHARACTER.invisible) continue
    else return { start, end, next: at, digits, letters }
    end = at
  }
  return { start, end, next: at, digits, letters }
}

/** The runs of digits inside one word. */
function giveRuns(text: string, word: Word, listener: RunListener): void {
  let [digits, start, end, gluedBefore, at] = ['', word.start, word.start, false, word.start]
  while (at < word.end) {
    const codePoint = codePointAt(text, at)
    const kind = characterClass(codePoint)
    const next = at + (codePoint > 0xffff ? 2 : 1)
    if (kind === CHARACTER.digit) {
      if (digits === '') start = at
      if (digits.length < LONGEST) digits += String(digitValue(codePoint))
      end = next
    } else if (kind === CHARACTER.letter) {
      if (digits !== '') listener.onRun({ start, end, digits, misread: 0, gluedBefore, gluedAfter: true })
      digits = ''
      gluedBefore = true
    }
    at = next
  }
  if (digits !== '') listener.onRun({ start, end, digits, misread: 0, gluedBefore, gluedAfter: false })
}

/** Letters may stand for digits where digits are the greater part, or in a word so short that its neighbours decide. */
function giveReading(text: string, word: Word, listener: RunListener): void {
  if (word.letters > word.digits && word.letters + word.digits > SHORT_WORD) return
  let digits = ''
  for (let at = word.start; at < word.end && digits.length < LONGEST;) {
    const codePoint = codePointAt(text, at)
    at += codePoint > 0xffff ? 2 : 1
    const kind = characterClass(codePoint)
    if (kind === CHARACTER.invisible) continue
    const value = kind === CHARACTER.digit ? digitValue(codePoint) : confusedDigit(codePoint)
    if (value < 0) return
    digits += String(value)
  }
  listener.onReading({ start: word.start, end: word.end, digits, misread: word.letters, gluedBefore: false, gluedAfter: false })
}

function codePointAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit < 0xd800 || unit > 0xdbff ? unit : (text.codePointAt(at) ?? unit)
}
