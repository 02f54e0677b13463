/** Days of a month as the calendar shows them: whole weeks from Monday, `null` outside the month. */
export function weeksOf(year: number, month: number): readonly (readonly (number | null)[])[] {
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = [...Array.from({ length: lead }, () => null), ...Array.from({ length: count }, (_, index) => index + 1)]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_cell, day) => cells[week * 7 + day] ?? null),
  )
}

/** `22-11-2026` as `2026-11-22`; anything that is no such day is an empty text. */
export function typedDay(text: string): string {
  const parts = /^\s*(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})\s*$/.exec(text)
  if (!parts) return ''
  const [dayOfMonth, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const day = new Date(Date.UTC(year, month - 1, dayOfMonth))
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === dayOfMonth ? day.toISOString().slice(0, 10) : ''
}

/** `2026-11-22` as `22-11-2026`. */
export function typedAs(day: string): string {
  return day.split('-').toReversed().join('-')
}
