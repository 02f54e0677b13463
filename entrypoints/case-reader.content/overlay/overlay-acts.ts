import type { FactRef } from '#utils/domain/advice.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import type { DismissReason } from '#utils/assistant/dismiss-reason.ts'
import type { FactPlace } from '#components/ui/advice/fact-list.tsx'
import type { OverlayEvents, OverlayPage } from '#components/overlay/overlay-model.ts'
import { isInSight } from './anchor-sight.ts'
import { viewportOf } from './geometry.ts'
import type { Message } from './message.ts'
import { factOf, mayStandOnPage, type Shown } from './overlay-state.ts'
import type { Surface } from './overlay-surface.ts'
import type { PagePlaces } from './page-places.ts'

export interface OverlayActions {
  /** Takes the caseworker to a place of the open case. May throw an `AppError`, whose text is then shown. */
  readonly follow: (link: QuickLinkId) => void
  readonly snooze: (rule: RuleId, until: CalendarDay) => void
  readonly dismiss: (rule: RuleId, reason: DismissReason) => void
  readonly openPanel: () => void
}

export interface ActsOptions {
  readonly document: Document
  readonly surface: Surface
  readonly places: PagePlaces
  readonly message: Message
  readonly actions: OverlayActions
  readonly shown: () => Shown | null
  /** Takes a rule's advice off the page until the case is left. */
  readonly hide: (rule: RuleId) => void
}

/** What happens when something in the overlay is pressed. */
export function overlayEvents({ document, surface, places, message, actions, hide }: ActsOptions): OverlayEvents {
  /** Only from a click that the gate let through: the page can take a button of ours, or what marks it, out of its reach. */
  const guarded = (act: () => void) => {
    if (surface.mayAct()) act()
    else message.tell('click-refused')
  }
  return {
    openPanel: () => guarded(() => actions.openPanel()),
    snooze: (rule, until) =>
      guarded(() => {
        actions.snooze(rule, until)
        hide(rule)
      }),
    dismiss: (rule, reason) =>
      guarded(() => {
        actions.dismiss(rule, reason)
        hide(rule)
      }),
    follow: (link) =>
      guarded(() => {
        try {
          actions.follow(link)
        } catch (error) {
          message.tell(error instanceof AppError ? error.code : 'unexpected')
        }
      }),
    showFact: (fact) => {
      const target = places.fact(fact)
      if (!target) return message.tell('fact-not-shown')
      if (!isInSight(target, viewportOf(document), surface.shadow.host)) target.scrollIntoView({ block: 'center', behavior: 'instant' })
      surface.ring(target)
    },
  }
}

/** What the overlay's parts ask about the page. */
export function overlayPage({ surface, places, shown }: ActsOptions): OverlayPage {
  return {
    onSlot: surface.onSlot,
    mayShow: (fact) => {
      const now = shown()
      return now !== null && mayStandOnPage(now.view, fact)
    },
    placeOf: (fact) => placeOf(shown(), fact, places),
  }
}

function placeOf(shown: Shown | null, fact: FactRef, places: PagePlaces): FactPlace {
  const found = shown && factOf(shown.view, fact)
  if (!shown || !found) return 'unread'
  if (places.fact(fact)) return 'here'
  return found.source.pageKind === shown.view.pageKind ? 'lost' : 'elsewhere'
}
