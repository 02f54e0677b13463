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

/** Walks a text once and gives its runs of digits in order. */
export function eachRun(text: string, listener: RunListener): void {
  let at = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = characterClass(codePoint)
    if (kind === CHARACTER.digit || kind === CHARACTER.letter) at = readWord(text, at, listener)
    else at += width(codePoint)
  }
}

interface Word {
  digits: string
  count: number
  letters: number
  misread: number
  strange: boolean
  visibleEnd: number
}

/** One word of letters and digits, with what is invisible inside it; returns where it ends. */
function readWord(text: string, start: number, listener: RunListener): number {
  const word: Word = { digits: '', count: 0, letters: 0, misread: 0, strange: false, visibleEnd: start }
  const inner = new InnerRuns(listener)
  let at = start
  for (; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0
    const kind = characterClass(codePoint)
    const next = at + width(codePoint)
    if (kind === CHARACTER.digit) addDigit(word, digitValue(codePoint))
    else if (kind === CHARACTER.letter) addLetter(word, codePoint)
    else if (kind !== CHARACTER.invisible) break
    if (kind !== CHARACTER.invisible) {
      word.visibleEnd = next
      inner.take(kind === CHARACTER.digit ? digitValue(codePoint) : -1, at, next)
    }
    at = next
  }
  inner.end()
  giveReading(word, start, listener)
  return at
}

function addDigit(word: Word, value: number): void {
  word.count += 1
  if (word.digits.length < LONGEST) word.digits += String(value)
}

function addLetter(word: Word, codePoint: number): void {
  word.letters += 1
  const value = confusedDigit(codePoint)
  if (value < 0) word.strange = true
  else {
    word.misread += 1
    if (word.digits.length < LONGEST) word.digits += String(value)
  }
}

const SHORT_WORD = 2

/** Letters may stand for digits where digits are the greater part, or in a word so short that its neighbours decide. */
function giveReading({ digits, count, misread, strange, visibleEnd }: Word, start: number, listener: RunListener): void {
  if (strange || (misread > count && digits.length > SHORT_WORD)) return
  listener.onReading({ start, end: visibleEnd, digits, misread, gluedBefore: false, gluedAfter: false })
}

/** The runs of digits inside one word. */
class InnerRuns {
  readonly #listener: RunListener
  #digits = ''
  #start = 0
  #end = 0
  #letterBefore = false
  #gluedBefore = false

  constructor(listener: RunListener) {
    this.#listener = listener
  }

  /** The next visible character: a digit's value, or `-1` for a letter. */
  take(value: number, at: number, next: number): void {
    if (value < 0) {
      this.#flush(true)
      this.#letterBefore = true
      return
    }
    if (this.#digits === '') {
      this.#start = at
      this.#gluedBefore = this.#letterBefore
    }
    if (this.#digits.length < LONGEST) this.#digits += String(value)
    this.#end = next
    this.#letterBefore = false
  }

  end(): void {
    this.#flush(false)
  }

  #flush(gluedAfter: boolean): void {
    if (this.#digits === '') return
    this.#listener.onRun({
      start: this.#start,
      end: this.#end,
      digits: this.#digits,
      misread: 0,
      gluedBefore: this.#gluedBefore,
      gluedAfter,
    })
    this.#digits = ''
  }
}

function width(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1
}
