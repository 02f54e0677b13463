import type { Candidate, CprHit } from './cpr-hit.ts'
import { startsWithDay } from './cpr-number.ts'
import { eachRun, type DigitRun } from './digit-run.ts'
import { labelledNumber } from './labelled-cpr.ts'
import { MOST_DIGITS, MOST_MISREAD, readNumber } from './read-number.ts'
import { gapBetween, type Gap } from './run-gap.ts'
import { specialNumbers } from './special-cpr.ts'
import { weigh, weighAlone, type Weighed } from './weigh-cpr.ts'

export type { Confidence, CprHit, CprSpelling } from './cpr-hit.ts'

/** Runs kept behind the one that is looked at: single digits of one number, and what stands before them. */
const KEPT = 16
const TRIMMED_AT = 256
const ANY_DIGIT = /[\p{Nd}\p{No}]/u

/**
 * Finds CPR numbers in a text in every way they are written, in one pass. `high` and `medium` are finds; `low` are worth a
 * look by a person.
 */
export function findCpr(text: string): readonly CprHit[] {
  if (!ANY_DIGIT.test(text)) return []
  const found: Weighed[] = []
  const plain = new Lookback(text, false, found)
  const misread = new Lookback(text, true, found)
  eachRun(text, { onRun: (run) => plain.push(run), onReading: (run) => misread.push(run) })
  plain.end()
  misread.end()
  for (const candidate of specialNumbers(text)) found.push(...weighAlone(candidate, text))
  return apart(found).map(({ start, end, digits, spelling, confidence }) => ({ start, end, digits, spelling, confidence }))
}

/** Looks at each run once its right neighbour is known, together with the runs before it. */
class Lookback {
  readonly #text: string
  readonly #onlyMisread: boolean
  readonly #found: Weighed[]
  #sinceMisread = MOST_DIGITS
  #runs: DigitRun[] = []
  /** Before the run with the same place. */
  #gaps: (Gap | null)[] = []

  constructor(text: string, onlyMisread: boolean, found: Weighed[]) {
    this.#text = text
    this.#onlyMisread = onlyMisread
    this.#found = found
  }

  push(run: DigitRun): void {
    const last = this.#runs.at(-1)
    if (last && this.#worthALook()) this.#look(run)
    // A reading without letters is of use only beside one that has some.
    if (run.misread > 0) this.#sinceMisread = 0
    else this.#sinceMisread += 1
    this.#runs.push(run)
    this.#gaps.push(last ? gapBetween(this.#text, last.end, run.start) : null)
    if (this.#runs.length < TRIMMED_AT) return
    this.#runs = this.#runs.slice(-KEPT)
    this.#gaps = this.#gaps.slice(-KEPT)
  }

  #worthALook(): boolean {
    return !this.#onlyMisread || this.#sinceMisread < MOST_DIGITS
  }

  end(): void {
    if (this.#runs.length > 0 && this.#worthALook()) this.#look(undefined)
  }

  /** All groupings that end with the last run. */
  #look(after: DigitRun | undefined): void {
    const end = this.#runs.length - 1
    if (goesOn(this.#runs[end - 1], this.#runs[end], after)) return
    let [digits, misread] = ['', 0]
    for (let at = end; at >= 0; at -= 1) {
      const run = this.#runs[at]
      if (!run) return
      digits = run.digits + digits
      misread += run.misread
      if (digits.length > MOST_DIGITS || misread > MOST_MISREAD) break
      if (misread > 0 === this.#onlyMisread && mayBeNumber(digits, end - at, this.#runs[end])) this.#judge(at, after)
      if (!this.#gaps[at]) break
    }
    if (!this.#onlyMisread) this.#add(labelledNumber(this.#text, this.#runs, end), end, after)
  }

  #judge(from: number, after: DigitRun | undefined): void {
    const runs = this.#runs.slice(from)
    const gaps = this.#gaps.slice(from + 1).filter((gap) => gap !== null)
    this.#add(readNumber({ runs, gaps }), from, after)
  }

  #add(candidate: Candidate | null, from: number, after: DigitRun | undefined): void {
    const [first, last] = [this.#runs[from], this.#runs.at(-1)]
    if (!candidate || !first || !last) return
    const spaced = this.#gaps.slice(from + 1).some((gap) => gap?.kind === 'space')
    this.#found.push(...weigh(candidate, { text: this.#text, before: this.#runs[from - 1], after, first, last, spaced }))
  }
}

/** Single digits with the same room between them go on: no number ends here. */
function goesOn(before: DigitRun | undefined, last: DigitRun | undefined, after: DigitRun | undefined): boolean {
  if (last?.digits.length !== 1 || after?.digits.length !== 1) return false
  const room = after.start - last.end
  return room === 1 || (before?.digits.length === 1 && last.start - before.end === room)
}

const ORDINARY = 10
const SERIAL = 4
const GAPS_IN_DAY = 3

/** A quick look that spares most runs the slow one: ten digits in any grouping, or a day written longer or shorter. */
function mayBeNumber(digits: string, gaps: number, last: DigitRun | undefined): boolean {
  if (digits.length === ORDINARY && startsWithDay(digits)) return true
  return last?.digits.length === SERIAL && (gaps === GAPS_IN_DAY || (gaps === 1 && digits.length === MOST_DIGITS))
}

/** Where finds overlap, the surest stays; of equals the first. */
function apart(found: readonly Weighed[]): readonly Weighed[] {
  const kept: Weighed[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start || b.score - a.score)) {
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
    else if (one.score > last.score) kept[kept.length - 1] = one
  }
  return kept
}
