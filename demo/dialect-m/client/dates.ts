import type { DateStyle } from '#demo/server/steering.ts'

const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']

/** A day as the page writes it. Dialect M's own way is `22-11-2026`. */
export function shownDay(day: string, style: DateStyle): string {
  if (style === 'iso') return day
  if (style === 'words') return inWords(day)
  return day.split('-').toReversed().join(SEPARATORS[style])
}

const SEPARATORS = { dialect: '-', dashes: '-', dots: '.', slashes: '/' } as const

function inWords(day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return `${Number(dayOfMonth)}. ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** A time as the page writes it: `22-11-2026 13:45`. */
export function shownTime(time: string, style: DateStyle): string {
  const [day = '', clock = ''] = time.split('T')
  return clock ? `${shownDay(day, style)} ${clock}` : shownDay(day, style)
}

/** A Danish local day or time as the host sends it: UTC, so that a day begins at 22:00 or 23:00 the day before. */
export function asUtc(local: string): string {
  const [day = '', clock = '00:00'] = local.split('T')
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const utc = Date.UTC(year, month - 1, dayOfMonth, hour, minute)
  return new Date(utc - (isSummer(utc, year) ? 2 : 1) * 3_600_000).toISOString()
}

/** Danish summer time, asked of a local clock: last Sunday of March 02:00 to last Sunday of October 03:00. */
function isSummer(local: number, year: number): boolean {
  return local >= lastSunday(year, 2) + 2 * 3_600_000 && local < lastSunday(year, 9) + 3 * 3_600_000
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getTime() - last.getUTCDay() * 86_400_000
}
