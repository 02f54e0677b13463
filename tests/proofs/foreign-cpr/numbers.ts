import type { Random } from '../support/random.ts'

/** Days of each month in a year that does not leap. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * A number that nobody holds: seventh digit 5–8 with year 37–99, or a replacement number (day + 60) with any of both. Made
 * without regard to modulus 11, as numbers since 2007 are.
 */
export function inventNumber(random: Random): string {
  const replacement = random.chance(0.2)
  const month = random.int(1, 12)
  const day = random.int(1, DAYS[month - 1] ?? 28) + (replacement ? 60 : 0)
  const year = replacement ? random.int(0, 99) : random.int(37, 99)
  const seventh = replacement ? random.int(0, 9) : random.int(5, 8)
  return `${two(day)}${two(month)}${two(year)}${seventh}${digits(random, 3)}`
}

export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.int(0, 9)).join('')
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}
