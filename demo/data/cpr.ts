import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { Random } from './random.ts'

/**
 * CPR numbers that nobody holds: digit 7 in 5–8 with year 37–99 (the century rule then gives 1858–1899 or 2037–2057), or, for
 * people shown as born later, day + 60 as in a replacement number. Ten digits.
 */
export function inventCpr(born: CalendarDay, random: Random, female = random.chance(0.5)): string {
  const [year = '', month = '', day = ''] = born.split('-')
  const yy = year.slice(2)
  const ordinary = Number(yy) >= 37
  const dd = ordinary ? day : String(Number(day) + 60)
  const last = random.int(0, 4) * 2 + (female ? 0 : 1)
  return `${dd}${month}${yy}${random.int(5, 8)}${random.int(0, 9)}${random.int(0, 9)}${last}`
}

/** Whether a ten-digit number obeys the rule above. */
export function isInvented(cpr: string): boolean {
  const day = Number(cpr.slice(0, 2))
  return day > 60 || (/[5-8]/.test(cpr.charAt(6)) && Number(cpr.slice(4, 6)) >= 37)
}

const ZERO_WIDTH = '\u200B'
/** Stands for `<wbr>` in a text; see `demo/server/api.ts`. */
export const BREAK_MARK = '\uE000'

/** The many ways a number is written in running text. */
export const SPELLINGS: readonly ((cpr: string) => string)[] = [
  (cpr) => `${cpr.slice(0, 6)}-${cpr.slice(6)}`,
  (cpr) => cpr,
  (cpr) => `${cpr.slice(0, 6)} ${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 6)} - ${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 6)}–${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 2)} ${cpr.slice(2, 4)} ${cpr.slice(4, 6)} ${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 2)}.${cpr.slice(2, 4)}.${cpr.slice(4, 6)}-${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 6)}-\n${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 6)}${BREAK_MARK}-${BREAK_MARK}${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 6)}${ZERO_WIDTH}${cpr.slice(6)}`,
  (cpr) => `${cpr.slice(0, 6)}/${cpr.slice(6)}`,
  (cpr) => Array.from(cpr).join(' '),
]

/** Ten-digit things that are no CPR number: no such day or month, or written as what they are. */
export function lookAlikes(random: Random): readonly string[] {
  const digits = (count: number) => Array.from({ length: count }, () => random.int(0, 9)).join('')
  return [
    `sagsnr. 99${digits(8)}`,
    `P-nr. 1999${digits(6)}`,
    `kundenr. 45${digits(8)}`,
    `journalnr. ${random.int(2019, 2026)}-13${digits(6)}`,
    `konto 9999 ${digits(10)}`,
    `fakturanr. 3313${digits(6)}`,
    `tlf. +45 0${digits(1)} ${digits(2)} ${digits(2)} ${digits(2)}`,
  ]
}
