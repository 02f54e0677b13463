import { findCpr } from '#utils/privacy/find-cpr.ts'
import { fold, patternOf } from '../spelling.ts'
import type { Needle } from '../attack/needle.ts'

/** The title of a document on the list: its own, unless something in it must not leave; then a plain one. */
export function cleanTitle(title: string, needles: readonly Needle[]): string {
  const folded = fold(title)
  const isTold = needles.some(({ signs, parts }) => [signs, ...parts].some((part) => part !== '' && patternOf(part).test(folded)))
  return isTold || findCpr(title).length > 0 ? 'Dokument' : title
}
