import { calendarDay, day, type CalendarDay } from '#utils/domain/calendar-day.ts'

/** Easter Sunday of a Gregorian year (the anonymous Gregorian computation, Meeus 1991). */
export function easterSunday(year: number): CalendarDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leapShift = Math.floor(century / 4)
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapShift - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * correction + 114
  return calendarDay(year, Math.floor(sum / 31), (sum % 31) + 1) ?? day('0000-01-01')
}
