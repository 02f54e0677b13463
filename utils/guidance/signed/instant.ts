import { z } from '#utils/validation/zod.ts'

const PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** A moment in UTC to the second, in its one spelling: `2026-11-24T10:00:00Z`. */
export const instantSchema = z.string().refine((text) => {
  const ms = PATTERN.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(ms) && toInstant(ms) === text
})

/** The moment, with what is less than a second left out. */
export function toInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** Milliseconds since 1970 of an instant that has been checked. */
export function fromInstant(instant: string): number {
  return Date.parse(instant)
}
