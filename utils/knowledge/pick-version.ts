import type { CalendarDay } from '../domain/calendar-day.ts'
import type { ActVersion } from './register.ts'

export function isValidOn({ validFrom, validTo }: ActVersion, on: CalendarDay): boolean {
  return validFrom <= on && (validTo === null || on <= validTo)
}

/** Replaced on the day it began: a later load of the same text. */
export function isReplaced({ validFrom, validTo }: ActVersion): boolean {
  return validTo !== null && validTo < validFrom
}

/**
 * The version that holds on a day. Without one: the last before it, or the first after it. Without a day: the newest.
 * `versions` stand in order, the newest last.
 */
export function pickVersion(versions: readonly ActVersion[], on: CalendarDay | null): ActVersion | null {
  const standing = versions.filter((version) => !isReplaced(version))
  if (on === null) return standing.at(-1) ?? versions.at(-1) ?? null
  const valid = standing.findLast((version) => isValidOn(version, on))
  if (valid) return valid
  const before = standing.findLast(({ validFrom }) => validFrom <= on)
  return before ?? standing[0] ?? versions.at(-1) ?? null
}
