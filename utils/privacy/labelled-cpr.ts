import type { Candidate } from './cpr-hit.ts'
import { startsWithDay } from './cpr-number.ts'
import type { DigitRun } from './digit-run.ts'
import { gapBetween } from './run-gap.ts'

/** What may stand between a day of birth and the last four digits. */
const BETWEEN = 64
const SAYS_SO = /l[øo]be-?n|kontrol|sidste|cifre|cpr|personn|endelse|suffiks|efterfulgt|serienr|fire/
const MAY_STAND =
  /^(?:[^\p{L}\p{N}]|løbenummer|lobenummer|løbenr|løbe|nr|nummer|kontrolnummer|kontrolcifrene|kontrolcifre|kontrol|sidste|de|fire|4|cifre|cifrene|cpr|i|er|og|med|efterfulgt|af|personnummer|personnr|endelse|endelsen|suffiks|serienr|serienummer|hans|hendes|dens|samt)+$/u

/** `Født 14.07.52, løbenr. 7123`: a day and four digits held apart by words that tie them together. `at` is the run of the last four. */
export function labelledNumber(text: string, runs: readonly DigitRun[], at: number): Candidate | null {
  const last = runs[at]
  if (!last || last.digits.length !== 4 || last.misread > 0) return null
  for (const skipped of [1, 2]) {
    const day = dayBefore(text, runs, at - skipped)
    if (!day || last.start - day.end > BETWEEN) continue
    const between = text.slice(day.end, last.start).toLowerCase()
    const digits = day.digits + last.digits
    if (SAYS_SO.test(between) && MAY_STAND.test(between) && startsWithDay(digits))
      return { start: day.start, end: last.end, digits, spelling: 'labelled', score: 5 }
  }
  return null
}

interface Day {
  readonly start: number
  readonly end: number
  /** `ddmmyy`. */
  readonly digits: string
}

/** The day that ends with this run: six or eight digits together, or a day, a month and a year. */
function dayBefore(text: string, runs: readonly DigitRun[], at: number): Day | null {
  const year = runs[at]
  if (!year) return null
  const { digits } = year
  if (digits.length === 6) return { ...year, digits }
  if (digits.length === 8) return { ...year, digits: digits.slice(0, 4) + digits.slice(6) }
  return digits.length === 2 || digits.length === 4 ? groupedDay(text, [runs[at - 2], runs[at - 1], year]) : null
}

function groupedDay(text: string, [day, month, year]: [DigitRun | undefined, DigitRun | undefined, DigitRun]): Day | null {
  if (!day || !month || day.digits.length > 2 || month.digits.length > 2) return null
  if (!gapBetween(text, month.end, year.start) || !gapBetween(text, day.end, month.start)) return null
  const digits = day.digits.padStart(2, '0') + month.digits.padStart(2, '0') + year.digits.slice(-2)
  return { start: day.start, end: year.end, digits }
}
