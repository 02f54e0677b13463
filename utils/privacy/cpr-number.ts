const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** A replacement number has 60 added to its day. */
const REPLACEMENT = 60

/**
 * Whether six digits are a day that a CPR number can begin with, also as a replacement number (day + 60). The century is not
 * known, so 29 February is allowed in each year that leaps in one of them.
 */
export function startsWithDay(digits: string): boolean {
  const written = Number(digits.slice(0, 2))
  const day = written > REPLACEMENT ? written - REPLACEMENT : written
  const month = Number(digits.slice(2, 4))
  if (day < 1 || day > (DAYS[month - 1] ?? 0)) return false
  return day < 29 || month !== 2 || Number(digits.slice(4, 6)) % 4 === 0
}

/** A replacement number: not in the CPR register, and its day is no day of the calendar. */
export function isReplacement(digits: string): boolean {
  return Number(digits.slice(0, 2)) > REPLACEMENT
}

/** The check that numbers had until 2007. Newer ones may fail it, so it may raise trust in a number and never lower it. */
export function passesModulus11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0) % 11 === 0
}

/** The first two digits of the year of birth, from the year and the seventh digit. */
export function centuryOf(digits: string): number {
  const year = Number(digits.slice(4, 6))
  const seventh = Number(digits.charAt(6))
  if (seventh <= 3) return 19
  if (seventh === 4 || seventh === 9) return year <= 36 ? 20 : 19
  return year <= 57 ? 20 : 18
}
