import type { Advice, FactRef } from '#utils/domain/advice.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import { ERRORS, type ErrorCode } from '#utils/domain/error-code.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import type { RuleId } from '#utils/domain/ids.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import type { DismissReason } from '#utils/assistant/dismiss-reason.ts'
import { openAdvice } from '#utils/assistant/advice-groups.ts'
import { FRESH_BUDGET, spendBudget } from '#utils/assistant/proactive-budget.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'
import type { Theme } from '#utils/storage/theme.ts'
import type { OverlayEvents, OverlayPage } from '#components/overlay/overlay-model.ts'
import { createFocusJump } from './focus-jump.ts'
import { isInSight } from './anchor-sight.ts'
import { viewportOf } from './geometry.ts'
import { createSurface } from './overlay-surface.ts'
import { factOf, mayStandOnPage, modelOf, type Shown } from './overlay-state.ts'
import type { PagePlaces } from './page-places.ts'
import { profilePlaces } from './profile-places.ts'
import { createRenderer } from './render-overlay.ts'
import { onBarShortcut } from './shortcut.ts'
import { spotsOf } from './spots.ts'

export interface OverlayActions {
  /** Takes the caseworker to a place of the open case. May throw an `AppError`, whose text is then shown. */
  readonly follow: (link: QuickLinkId) => void
  readonly snooze: (rule: RuleId, until: CalendarDay) => void
  readonly dismiss: (rule: RuleId, reason: DismissReason) => void
  readonly openPanel: () => void
}

export interface OverlayOptions {
  readonly document: Document
  readonly profile: SiteProfile
  readonly actions: OverlayActions
  /** Which parts may show; both when absent. */
  readonly features?: { readonly bar: boolean; readonly rowHints: boolean }
  readonly theme?: Theme
  /** Rules that the organisation has locked: they cannot be put away. */
  readonly locked?: readonly string[]
  readonly today?: () => CalendarDay
  /** Where things stand on the page; by the profile when absent. */
  readonly places?: PagePlaces
}

export interface Overlay {
  /** Shows a case, or a newer reading of the one shown. Visible when it returns. */
  show(view: CaseView, advice: readonly Advice[], explain: (advice: Advice) => Explanation): void
  /** Rings the place of a fact on the page; says so when it is not here. */
  showFact(fact: FactRef): void
  /** Moves the focus to the bar, or back to the page from it. */
  focusBar(): void
  /** Settings that may change while a case is shown; takes effect with the next `show`. */
  adjust(settings: Pick<OverlayOptions, 'features' | 'theme' | 'locked'>): void
  /** Takes everything of the case away before it returns. */
  clear(): void
  /** As `clear`, for good. */
  destroy(): void
}

const MESSAGE_MS = 10_000

/** The overlay of one document. It keeps nothing but the case that is shown. */
export function createOverlay(options: OverlayOptions): Overlay {
  const { document, profile, actions, today = () => danishDay(new Date()) } = options
  const places = options.places ?? profilePlaces(document, profile)
  const ended = new AbortController()
  let settings: Pick<OverlayOptions, 'features' | 'theme' | 'locked'> = options
  let shown: (Shown & { readonly explain: (advice: Advice) => Explanation }) | null = null
  let putAway: ReadonlySet<string> = new Set()
  let message: { readonly text: string; readonly timer: ReturnType<typeof setTimeout> } | null = null

  const surface = createSurface({
    document,
    header: () => places.caseHeader(),
    anchorOf: (id) => shown?.spots.find((spot) => spot.id === id)?.anchor ?? null,
    onLost: () => { if (shown) draw(shown.view, shown.advice, shown.explain) },
    onRefused: (code) => tell(code),
  })
  const renderer = createRenderer(surface.shadow.layer)
  const jump = createFocusJump(document, surface.shadow)

  const redraw = () => {
    const now = shown
    if (now) surface.render(() => renderer.draw({ model: modelOf(now), explain: now.explain, page, events, message: message?.text ?? null, features: settings.features ?? { bar: true, rowHints: true } }))
  }
  const draw: Overlay['show'] = (view, advice, explain) => {
    const left = advice.filter((one) => !putAway.has(one.rule))
    const budget = spendBudget(shown?.budget ?? FRESH_BUDGET, view, left)
    const spots = settings.features?.rowHints === false ? [] : spotsOf(openAdvice(left), places)
    shown = { view, advice: left, spots, budget, locked: settings.locked ?? [], today: today(), explain }
    surface.shadow.setTheme(settings.theme ?? 'system')
    redraw()
  }
  const hush = () => {
    if (message) clearTimeout(message.timer)
    message = null
  }
  const tell = (code: ErrorCode) => {
    hush()
    const { what, means, action } = ERRORS[code]
    message = { text: `${what} ${means} ${action}`, timer: setTimeout(() => { hush(); redraw() }, MESSAGE_MS) }
    redraw()
  }
  const hide = (rule: RuleId) => {
    putAway = new Set([...putAway, rule])
    if (shown) draw(shown.view, shown.advice, shown.explain)
  }
  const showFact = (fact: FactRef) => {
    const target = places.fact(fact)
    if (!target) return tell('fact-not-shown')
    if (!isInSight(target, viewportOf(document), surface.shadow.host)) target.scrollIntoView({ block: 'center', behavior: 'instant' })
    surface.ring(target)
  }
  const follow = (link: QuickLinkId) => {
    try {
      actions.follow(link)
    } catch (error) {
      tell(error instanceof AppError ? error.code : 'unexpected')
    }
  }
  const page: OverlayPage = {
    onSlot: surface.onSlot,
    placeOf: (fact) => {
      const found = shown && factOf(shown.view, fact)
      if (!shown || !found) return 'unread'
      if (places.fact(fact)) return 'here'
      return found.source.pageKind === shown.view.pageKind ? 'lost' : 'elsewhere'
    },
    mayShow: (fact) => shown !== null && mayStandOnPage(shown.view, fact),
  }
  const events: OverlayEvents = {
    follow, showFact,
    snooze: (rule, until) => { actions.snooze(rule, until); hide(rule) },
    dismiss: (rule, reason) => { actions.dismiss(rule, reason); hide(rule) },
    openPanel: () => actions.openPanel(),
  }
  const clear = () => {
    surface.clear()
    hush()
    shown = null
    putAway = new Set()
    places.forget()
    renderer.clear()
  }
  onBarShortcut(document.defaultView ?? window, () => { if (shown) jump() }, ended.signal)
  return {
    show: draw, showFact, clear,
    focusBar: () => { if (shown) jump() },
    adjust: (next) => { settings = next },
    destroy: () => { ended.abort(); clear() },
  }
}
