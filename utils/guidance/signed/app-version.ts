import { z } from '#utils/validation/zod.ts'

/** A browser extension's version: one to four whole numbers. */
export const appVersionSchema = z.string().regex(/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){0,3}$/)

/** Negative when `a` is older than `b`, 0 when they are the same. A number that is left out is 0. */
export function compareAppVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let index = 0; index < 4; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number)
