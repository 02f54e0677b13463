import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { GuidanceSource } from '#utils/guidance-sync/in-use.ts'
import type { GuidanceAge } from '#utils/guidance-sync/freshness.ts'
import type { PollState } from '#utils/guidance-sync/poll-state.ts'
import type { KeptGuidance } from '#utils/guidance-sync/kept-guidance.ts'

/** Why a supervisor switched a rule off, and the last day of it. */
export interface UnitDecision {
  readonly reason: string
  readonly until: CalendarDay | null
}

/** Where the rules come from, how old they are, and what the unit has switched off: as panel and options tell it. */
export interface GuidanceView extends GuidanceAge {
  readonly sources: readonly GuidanceSource[]
  /** Rule → the supervisor's decision. */
  readonly unitOff: Readonly<Record<string, UnitDecision>>
  /** Why the model may not be used, or `null`. */
  readonly modelOff: UnitDecision | null
  readonly refused: KeptGuidance['refused']
  /** When the proxy was last asked, and what was wrong; `null`: not since the browser was opened. */
  readonly poll: PollState | null
  /** When the switches in use were signed; `null`: none are. */
  readonly switchesIssued: string | null
}
