import { findCpr } from './find-cpr.ts'

/**
 * Whether a text may still hold a CPR number: for a guard, so whatever is worth a look counts, and only numbers whose last
 * digits are hidden do not.
 */
export function hasCpr(text: string): boolean {
  return findCpr(text).some(({ spelling }) => spelling !== 'masked')
}
