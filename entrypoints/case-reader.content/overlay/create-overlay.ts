import type { Advice, FactRef } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import { openAdvice } from '#utils/assistant/advice-groups.ts'
import { FRESH_BUDGET, spendBudget } from '#utils/assistant/proactive-budget.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'
import type { Theme } from '#utils/storage/theme.ts'
import { createFocusJump } from './focus-jump.ts'
import { createMessage } from './message.ts'
import { overlayEvents, overlayPage, type OverlayActions } from './overlay-acts.ts'
import { modelOf, type Shown } from './overlay-state.ts'
import { createSurface } from './overlay-surface.ts'
import type { PagePlaces } from './page-places.ts'
import { profilePlaces } from './profile-places.ts'
import { createRenderer } from './render-overlay.ts'
import { onBarShortcut } from './shortcut.ts'
import { spotsOf } from './spots.ts'

export type { OverlayActions } from './overlay-acts.ts'

/** What may change while a case is shown. */
export interface OverlaySettings {
  /** Which parts may show; both when absent. */
  readonly features?: { readonly bar: boolean; readonly rowHints: boolean }
  readonly theme?: Theme
  /** Rules that the organisation has locked: they cannot be put away. */
  readonly locked?: readonly string[]
}

export interface OverlayOptions extends OverlaySettings {
  readonly document: Document
  readonly profile: SiteProfile
  readonly actions: OverlayActions
  readonly today?: () => CalendarDay
  /** Where things stand on the page; by the profile when absent. */
  readonly places?: PagePlaces
}

export interface Overlay {
  /** Shows a case, or a newer reading of the one shown. On the page when it returns. */
  show(view: CaseView, advice: readonly Advice[], explain: (advice: Advice) => Explanation): void
  /** Rings the place of a fact on the page; says so when it is not here. */
  showFact(fact: FactRef): void
  /** Moves the focus to the bar, or back to the page from it. */
  focusBar(): void
  /** Takes effect with the next `show`. */
  adjust(settings: OverlaySettings): void
  /** Takes everything of the case away before it returns. */
  clear(): void
  /** As `clear`, for good. */
  destroy(): void
}

/** The overlay of one document. It keeps nothing but the case that is shown. */
// oxlint-disable-next-line max-lines-per-function -- One closure over the parts it wires together.
export function createOverlay(options: OverlayOptions): Overlay {
  const { document, today = () => danishDay(new Date()) } = options
  const places = options.places ?? profilePlaces(document, options.profile)
  const ended = new AbortController()
  let settings: OverlaySettings = options
  let shown: Shown | null = null
  let putAway: ReadonlySet<string> = new Set()

  const surface = createSurface({
    document,
    header: () => places.caseHeader(),
    anchorOf: (id) => shown?.spots.find((spot) => spot.id === id)?.anchor ?? null,
    onLost: () => again(),
    onRefused: (code) => message.tell(code),
    signal: ended.signal,
  })
  const renderer = createRenderer(surface.shadow.layer)
  const message = createMessage(() => redraw())
  const jump = createFocusJump(document, surface.shadow)
  const hide = (rule: RuleId) => {
    putAway = new Set([...putAway, rule])
    again()
  }
  const acts = { document, surface, places, message, hide, shown: () => shown, actions: options.actions }
  const events = overlayEvents(acts)
  const page = overlayPage(acts)

  const redraw = () => {
    const now = shown
    const { features = { bar: true, rowHints: true } } = settings
    if (now)
      surface.render(() => renderer.draw({ model: modelOf(now), explain: now.explain, page, events, message: message.text(), features }))
  }
  const show: Overlay['show'] = (view, advice, explain) => {
    const left = advice.filter((one) => !putAway.has(one.rule))
    const budget = spendBudget(shown?.budget ?? FRESH_BUDGET, view, left)
    const spots = settings.features?.rowHints === false ? [] : spotsOf(openAdvice(left), places)
    shown = { view, advice: left, spots, budget, locked: settings.locked ?? [], today: today(), explain }
    surface.shadow.setTheme(settings.theme ?? 'system')
    redraw()
  }
  const again = () => {
    if (shown) show(shown.view, shown.advice, shown.explain)
  }
  const clear = () => {
    surface.clear()
    shown = null
    putAway = new Set()
    message.hush()
    places.forget()
    renderer.clear()
    surface.forget()
  }
  const focusBar = () => {
    if (shown) jump()
  }
  onBarShortcut(document.defaultView ?? window, focusBar, ended.signal)
  ended.signal.addEventListener('abort', clear)
  return {
    show,
    clear,
    focusBar,
    showFact: events.showFact,
    adjust: (next) => {
      settings = next
    },
    destroy: () => ended.abort(),
  }
}
