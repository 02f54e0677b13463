import type { Advice, FactRef } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import type { DismissReason } from '#utils/assistant/dismiss-reason.ts'
import type { ReadStatus } from '#utils/assistant/read-status.ts'
import type { FactPlace } from '#components/ui/advice/fact-list.tsx'

/** A field or row on the page that has advice, and the advice, most urgent first. */
export interface HintSpot {
  readonly id: string
  readonly advice: readonly Advice[]
}

/** All that the overlay shows of one case at one moment. */
export interface OverlayModel {
  readonly status: ReadStatus
  /** Advice that leads somewhere, most urgent first. */
  readonly actions: readonly Advice[]
  /** All open advice, most urgent first. */
  readonly open: readonly Advice[]
  readonly spots: readonly HintSpot[]
  /** The one item that opened itself in this page view. */
  readonly chip: Advice | null
  /** Rules that the organisation has locked: they cannot be put away. */
  readonly locked: readonly string[]
  readonly today: CalendarDay
}

/** Parts of the overlay that are placed on the page by DOM code outside React. */
export type SlotName = 'bar' | 'list' | 'card' | 'chip' | `marker:${string}`

export interface OverlayEvents {
  readonly follow: (link: QuickLinkId) => void
  readonly snooze: (rule: RuleId, until: CalendarDay) => void
  readonly dismiss: (rule: RuleId, reason: DismissReason) => void
  readonly openPanel: () => void
  readonly showFact: (fact: FactRef) => void
}

/** What the overlay's parts need from the page around them. */
export interface OverlayPage {
  /** Told of each part as it comes (element) and goes (`null`); must not change from one render to the next. */
  readonly onSlot: (slot: SlotName, element: HTMLElement | null) => void
  readonly placeOf: (fact: FactRef) => FactPlace
  /** Whether a value may be shown here: only what already stands on the page. */
  readonly mayShow: (fact: FactRef) => boolean
}

export type Explain = (advice: Advice) => Explanation
