const IN_DENMARK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' })
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** When a day of the Danish calendar begins, in ms since 1970: one hour before UTC's in winter, two in summer. */
export function startOfDay(day: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const winter = utc - HOUR_MS
  return IN_DENMARK.format(winter).startsWith(`${day} 00:`) ? winter : utc - 2 * HOUR_MS
}

/** When it ends. */
export function endOfDay(day: string): number {
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10))
}
