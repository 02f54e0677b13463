import { ALL_UNITS, type Switchboard } from '../contract/guidance.ts'
import type { GuidanceConfig } from './guidance-config.ts'
import { etagAt } from './if-match.ts'
import { offStretches } from './off-stretches.ts'
import type { SwitchBook } from './switch-book.ts'

interface BoardAsk {
  readonly book: SwitchBook
  readonly unit: string
  readonly today: string
  readonly locked: readonly string[]
  readonly municipality: string
  readonly config: Pick<GuidanceConfig, 'secondApprover' | 'shortestReason'>
}

/** What a supervisor works from: what is off, what waits, and what cannot be changed. */
export function switchboardOf({ book, unit, today, locked, municipality, config }: BoardAsk): {
  readonly board: Switchboard
  readonly etag: string
} {
  const units = unit === ALL_UNITS ? [ALL_UNITS] : [unit, ALL_UNITS]
  const board: Switchboard = {
    unit,
    municipality,
    cannotBeSwitchedOff: locked,
    secondApprover: config.secondApprover,
    shortestReason: config.shortestReason,
    off: offStretches(book.layers(units), today),
    proposals: book.proposals(units),
  }
  return { board, etag: etagAt(unit === ALL_UNITS ? book.newestFor(unit) : book.revisionOf(unit), 'board') }
}
