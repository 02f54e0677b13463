import type { CaseView } from '#utils/domain/case-view.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import { explainAdvice, judgeCase, type JudgeSetup } from '#utils/case-session/judge-case.ts'
import type { ReaderSetup } from '#utils/case-session/reader-setup.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { LoadedPack } from '#utils/guidance/pack.ts'
import type { Client } from '#utils/messaging/client.ts'
import type { ReaderToBackground } from '#utils/messaging/maps.ts'
import { silently } from '#utils/messaging/silently.ts'
import { AdviceCounter } from './advice-counter.ts'
import { createOverlay, type Overlay } from './overlay/create-overlay.ts'

export type Reading = Extract<ReaderSetup, { kind: 'read' }>

/** Judges the open case and shows what comes of it on the page. */
export interface CaseDisplay extends Pick<Overlay, 'showFact' | 'focusBar' | 'clear' | 'destroy'> {
  /** Shows a case, once the rules are there. */
  readonly show: (view: CaseView) => void
  readonly useRules: (rules: LoadedPack) => void
  readonly adopt: (setup: Reading) => void
}

interface DisplayOptions {
  readonly window: Window
  readonly setup: Reading
  readonly background: Client<ReaderToBackground>
  readonly followLink: (link: QuickLinkId) => void
}

export function createCaseDisplay({ window, setup, background, followLink }: DisplayOptions): CaseDisplay {
  let now = setup
  let rules: LoadedPack | null = null
  const counter = new AdviceCounter((seen) => silently(background('adviceSeen', seen)))
  const today = () => danishDay(new Date())
  const overlay = createOverlay({
    document: window.document,
    profile: setup.profile,
    today,
    ...looks(setup),
    actions: {
      follow: (link) => {
        followLink(link)
        counter.followed(link)
      },
      snooze: (rule, until) => silently(background('snoozeRule', { rule, until })),
      dismiss: (rule, reason) => silently(background('dismissRule', { rule, reason })),
      openPanel: () => silently(background('openPanel')),
    },
  })
  return {
    ...overlay,
    show: (view) => {
      if (rules === null || !now.features.overlay) return overlay.clear()
      const judging: JudgeSetup = { rules, switches: now.switches, closingDays: now.closingDays }
      const advice = judgeCase(view, judging, today())
      overlay.show(view, advice, (one) => explainAdvice(view, one, judging, today()))
      counter.shown(view.token, advice)
    },
    clear: () => {
      counter.forget()
      overlay.clear()
    },
    useRules: (loaded) => {
      rules = loaded
    },
    adopt: (next) => {
      now = next
      overlay.adjust(looks(next))
    },
  }
}

function looks({ features, theme, switches }: Reading) {
  return { features: { bar: features.bar, rowHints: features.rowHints }, theme, locked: switches.locked }
}
