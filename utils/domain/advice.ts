import type { CalendarDay } from './calendar-day.ts'
import type { ErrorCode } from './error-code.ts'
import type { FactKey, ListGroup } from './fact-catalogue.ts'
import type { RowKey, RuleId } from './ids.ts'
import type { QuickLinkId } from './quick-link.ts'

export const VERDICTS = ['breached', 'due', 'unknown', 'met', 'not-applicable'] as const
/** `breached`: the deadline has passed or the condition fails · `due`: still time · `unknown`: a fact is unread. */
export type Verdict = (typeof VERDICTS)[number]

/** K kritisk (legal effect) · H høj (statutory duty) · M middel (process) · I info (retired rule). */
export type Severity = 'K' | 'H' | 'M' | 'I'

export type LawStatus = 'in-force' | 'draft' | 'announced' | 'repealed'

/** Whether a jurist has signed the version. Unsigned text is shown as "ikke juridisk kvalitetssikret". */
export type Review = { readonly by: string; readonly on: CalendarDay } | null

/** A fact a verdict used, in one row of a list or single. */
export interface FactRef {
  readonly key: FactKey
  readonly row: RowKey | null
}

/** One step of a deadline count, e.g. a skipped holiday. */
export interface DayStep {
  readonly day: CalendarDay
  /** The running number, or `null` for a day that does not count. */
  readonly number: number | null
  /** Why it does not count: "lørdag", "juledag", "modtagelsesdag". */
  readonly note: string | null
}

export interface Deadline {
  /** The last timely day. */
  readonly due: CalendarDay
  /** Days from today to `due`; negative when it has passed. */
  readonly daysLeft: number
  readonly steps: readonly DayStep[]
  /** From this day the deadline is near enough to mind; absent when the rule does not say. */
  readonly warnFrom?: CalendarDay
}

/** What one rule says of one case (or of one row of it) on one day. */
export interface Advice {
  readonly rule: RuleId
  /** First day of the version used; `null` when no version could be chosen. */
  readonly versionFrom: CalendarDay | null
  readonly packVersion: string
  readonly title: string
  /** One sentence in plain Danish. */
  readonly text: string
  readonly kind: 'next-action' | 'hint'
  readonly verdict: Verdict
  readonly severity: Severity
  readonly lawStatus: LawStatus
  readonly review: Review
  readonly citations: readonly string[]
  /** The row it is about, when the rule looks at each row of a list. */
  readonly row: { readonly group: ListGroup; readonly key: RowKey } | null
  /** The fact it is best shown beside. */
  readonly anchor: FactKey | null
  /** The date that picked the version. */
  readonly decisiveDate: CalendarDay | null
  readonly deadline: Deadline | null
  /** Removing any one of these makes the verdict `unknown`. */
  readonly restsOn: readonly FactRef[]
  /** Unread facts that keep the verdict `unknown`. */
  readonly missing: readonly FactKey[]
  readonly action: { readonly label: string; readonly link: QuickLinkId } | null
  /** Set when the rule itself failed: the verdict is then `unknown`, and the other rules are not touched by it. */
  readonly error?: ErrorCode
}
