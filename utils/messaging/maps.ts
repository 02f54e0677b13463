import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseToken, RuleId } from '#utils/domain/ids.ts'
import type { FactRef } from '#utils/domain/advice.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import type { PageSetup } from '#utils/case-session/page-setup.ts'
import type { ReaderSetup } from '#utils/case-session/reader-setup.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import type { HealthReport } from '#utils/case-session/health-report.ts'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'
import type { SignInView } from '#utils/case-session/sign-in-view.ts'
import type { AnswerEnd } from '#utils/domain/answer-end.ts'
import type { ModelAsk } from '#utils/assistant/model-ask.ts'
import type { DismissReason } from '#utils/assistant/dismiss-reason.ts'
import type { BoardView, ChangeState, EntryWish, LocalRuleWish, SwitchWish } from '#utils/switchboard/board-view.ts'
import type { UseNote } from '#utils/use-records/use-note.ts'
import type { Theme } from '#utils/storage/theme.ts'

// One map per direction, so that the wrong side cannot even name a call. Types only: a sender carries no schema.

/** From the small script that recognises a page. It can ask two things and change nothing. */
export interface PageToBackground {
  /** A page of the case system has loaded: what is there to look for on it? */
  pageSetup(): PageSetup<unknown>
  /** The page shows one citizen's case: put the reader into this very document. */
  caseRecognised(): void
}

/** From the reader on an open case. Nothing of the case crosses. */
export interface ReaderToBackground {
  /** The reader has started: which profile and switches hold here? */
  readerSetup(): ReaderSetup
  /** The rules, as data. Their own call, because the page can be watched before they are there. */
  rulePack(): unknown
  /** The caseworker wants a rule to stay quiet until after a day. */
  snoozeRule(choice: { rule: RuleId; until: CalendarDay }): void
  /** The caseworker waved a rule's advice away, for one of the listed reasons. Counted, nothing else. */
  dismissRule(choice: { rule: RuleId; reason: DismissReason }): void
  /** Advice was shown for the first time in a case, or its link was taken. Counted by rule, nothing else. */
  adviceSeen(seen: AdviceSeen): void
  /** The caseworker wants to see more than the page may hold: open the side panel. */
  openPanel(): void
}

/** From the extension's own pages: side panel and options. */
export interface PanelToBackground {
  /** Rules, switches, profile list and policy, as the panel shows them. */
  panelSetup(): PanelSetup
  /** Is there a language model to ask? */
  proxyState(): ProxyState
  /** Who is signed in for the proxy's work? No token crosses. */
  signInState(): SignInView
  /** Show the issuer's window; answered when it has closed. */
  signIn(): SignInView
  /** Forget the tokens and have them refused. `revoked: false`: the proxy could not be told. */
  signOut(): { revoked: boolean }
  /** Put a use of the tool, and what became of it, on record without its content. */
  recordUse(note: UseNote): void
  /** Each policy key with its source and effect, profiles, pack and proxy. */
  health(): HealthReport
  /** Switch a rule on or off for the unit. */
  switchRule(choice: { rule: RuleId; on: boolean }): void
  /** Keep a rule quiet until after a day; `null` wakes it. */
  snoozeRule(choice: { rule: RuleId; until: CalendarDay | null }): void
  /** Count a dismissal, for one of the listed reasons. */
  dismissRule(choice: { rule: RuleId; reason: DismissReason }): void
  chooseTheme(choice: { theme: Theme }): void
  /** A link of some advice was taken in the panel. Counted by rule, nothing else. */
  adviceSeen(seen: AdviceSeen): void
  /** The unit's switchboard, for a supervisor who is signed in. */
  switchboard(): BoardView
  /** Switch a rule for the unit. Answered when it is on disk at the proxy and in this browser. */
  switchUnitRule(wish: SwitchWish): { state: ChangeState }
  /** Undo, approve or reject a line of the log. */
  decideEntry(wish: EntryWish): { state: ChangeState }
  /** Take a rule of the municipality's own into use, or out of it. */
  changeLocalRule(wish: LocalRuleWish): void
}

/** Which rules' advice, and what became of it. */
export interface AdviceSeen {
  readonly act: 'shown' | 'followed'
  readonly rules: readonly RuleId[]
}

/** From the panel to the page in a tab. Each names the case it means; for any other it is refused. */
export interface PanelToContent {
  /** Show where on the page a fact stands. */
  showFact(choice: { token: CaseToken; fact: FactRef }): void
  /** Take the caseworker to a place of the open case. */
  followLink(choice: { token: CaseToken; link: QuickLinkId }): void
}

/** From a page of the extension, first and only message on a port of its own: a question to the model. Closing the port stops it. */
export type AskerToBackground = ModelAsk

/** On the same port: the answer as it comes, and in the end how it ended. */
export type BackgroundToAsker =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'alive' }
  | { readonly kind: 'end'; readonly end: AnswerEnd }

/** From the background to every page it knows. */
export interface BackgroundToContent {
  /** Policy, switches or settings have changed: ask again. */
  setupChanged(): void
  /** The caseworker pressed the shortcut: move the focus to the bar of next actions. */
  focusBar(): void
}
