import type { CaseToken } from '#utils/domain/ids.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { FactRef } from '#utils/domain/advice.ts'
import type { PageState } from '#utils/domain/case-view.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import { AppError } from '#utils/domain/app-error.ts'
import { explainAdvice, judgeCase, type JudgeSetup } from '#utils/case-session/judge-case.ts'
import type { ReaderSetup } from '#utils/case-session/reader-setup.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import type { Client } from '#utils/messaging/client.ts'
import type { ReaderToBackground } from '#utils/messaging/maps.ts'
import type { PanelPort } from '#utils/messaging/panel-port.ts'
import { silently } from '#utils/messaging/silently.ts'
import { followQuickLink } from '#utils/page/follow-quick-link.ts'
import { watchPage } from '#utils/page/watch-page.ts'
import { createOverlay } from './overlay/create-overlay.ts'

type Reading = Extract<ReaderSetup, { kind: 'read' }>

interface SessionOptions {
  readonly window: Window
  readonly setup: Reading
  readonly panel: PanelPort
  readonly background: Client<ReaderToBackground>
  /** The session cannot go on and has ended itself. */
  readonly onFailed: (code: ErrorCode) => void
}

/** Reading and showing by one setup. */
export interface Session {
  /** The case that is confirmed and shown now. */
  token(): CaseToken | null
  /** Takes over changed rules or switches without reading anew; `false` when the setup is for another kind of session. */
  adopt(setup: Reading): boolean
  showFact(fact: FactRef): void
  followLink(link: QuickLinkId): void
  focusBar(): void
  end(): void
}

/** Starts watching the page. Everything of a case lives in here and is dropped when the watcher says that it is gone. */
export function startSession({ window, setup, panel, background, onFailed }: SessionOptions): Session {
  let now = setup
  let judging: JudgeSetup | null = null
  let state: PageState = { kind: 'settling' }
  const today = () => danishDay(new Date())
  const followLink = (link: QuickLinkId) => {
    if (state.kind !== 'open') throw new AppError('case-gone')
    if (!followQuickLink({ window, profile: now.profile, view: state.view, link })) throw new AppError('link-not-found')
  }
  const overlay = createOverlay({
    document: window.document,
    profile: setup.profile,
    today,
    ...looks(setup),
    actions: {
      follow: followLink,
      snooze: (rule, until) => silently(background('snoozeRule', { rule, until })),
      dismiss: (rule, reason) => silently(background('dismissRule', { rule, reason })),
      openPanel: () => silently(background('openPanel')),
    },
  })
  /** Validated when it is first needed, or before that while the page settles. */
  const rules = () => (judging ??= judgeSetup(now))
  const show = () => {
    if (state.kind !== 'open' || !now.features.overlay) return overlay.clear()
    const { view } = state
    overlay.show(view, judgeCase(view, rules(), today()), (advice) => explainAdvice(view, advice, rules(), today()))
  }
  const safely = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      overlay.clear()
      onFailed(error instanceof AppError ? error.code : 'reader-failed')
    }
  }
  const stop = watchPage({
    window,
    profile: setup.profile,
    onState: (next) => {
      // The old case leaves the screen before anything else is done with the new state.
      if (state.kind === 'open' && !(next.kind === 'open' && next.view.token === state.view.token)) overlay.clear()
      state = next
      panel.publish(state)
      safely(show)
    },
  })
  // The page has half a second to settle anyway: the rules are made ready in it.
  window.setTimeout(() => safely(rules))
  return {
    token: () => (state.kind === 'open' ? state.view.token : null),
    followLink,
    showFact: (fact) => overlay.showFact(fact),
    focusBar: () => overlay.focusBar(),
    adopt: (next) => {
      if (JSON.stringify(next.profile) !== JSON.stringify(now.profile)) return false
      now = next
      judging = null
      overlay.adjust(looks(next))
      safely(show)
      return true
    },
    end: () => {
      stop()
      state = { kind: 'settling' }
      overlay.destroy()
      panel.publish(state)
    },
  }
}

function judgeSetup({ pack, switches, closingDays }: Reading): JudgeSetup {
  return { rules: loadRulePack(pack), switches, closingDays }
}

function looks({ features, theme, switches }: Reading) {
  return { features: { bar: features.bar, rowHints: features.rowHints }, theme, locked: switches.locked }
}
