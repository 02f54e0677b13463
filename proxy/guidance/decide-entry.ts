import { ALL_UNITS, type LogEntry, type SwitchChange } from '../contract/guidance.ts'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import { datesProblem, lockProblem, needsApproval, reasonProblem, type ChangeRules } from './change-rules.ts'
import type { Decision, Wish } from './guidance.ts'
import { ifMatchProblem } from './if-match.ts'
import type { EntryContent } from './log-entry.ts'
import { offStretches } from './off-stretches.ts'
import { mayChange, maySee } from './permissions.ts'
import type { SwitchBook } from './switch-book.ts'

/** What a wish is judged by: the book as it is now, while nobody else can write. */
export interface Desk {
  readonly book: SwitchBook
  readonly rules: ChangeRules
  readonly today: string
  readonly at: string
}

export type Judged = { readonly ok: true; readonly content: EntryContent } | { readonly ok: false; readonly code: ProxyErrorCode }

const no = (code: ProxyErrorCode): Judged => ({ ok: false, code })

/** The line that a change of a switch makes, or why there is none. Who may do it comes before everything else. */
export function judgeChange({ caller, ifMatch }: Wish, wanted: SwitchChange & { readonly switchId: string }, desk: Desk): Judged {
  const unit = wanted.unit ?? caller.unit
  if (!mayChange(caller, { unit, switchId: wanted.switchId })) return no('not-allowed')
  const problem =
    reasonProblem(wanted.reason, desk.rules) ??
    datesProblem(wanted, desk.today) ??
    lockProblem(wanted.switchId, !wanted.on, desk.rules) ??
    ifMatchProblem(ifMatch, positionOf(unit, desk.book)) ??
    sizeProblem(unit, wanted.on, desk)
  if (problem !== null) return no(problem)
  const action = needsApproval(wanted.switchId, !wanted.on, desk.rules) ? 'propose' : 'set'
  const { on, reason, from = desk.today, until } = wanted
  return {
    ok: true,
    content: { ...signedBy({ caller }, unit, desk), action, switch: wanted.switchId, on, from, until, reason, about: null },
  }
}

/** More than this and the signed switches would be larger than an extension reads. */
const MOST_OFF = 1000

function sizeProblem(unit: string, on: boolean, { book, today }: Desk): ProxyErrorCode | null {
  if (on) return null
  return offStretches(book.layers([unit, ALL_UNITS]), today).length < MOST_OFF ? null : 'too-much-switched-off'
}

/** The line that undoes, approves or rejects another one, or why there is none. */
export function judgeDecision(wish: Wish, decision: Decision, desk: Desk): Judged {
  const about = desk.book.entry(decision.entry)
  // What somebody may not see is not there for them.
  if (about === null || !(maySee(wish.caller, about.unit) || about.unit === ALL_UNITS)) return no('not-found')
  if (!mayChange(wish.caller, { unit: about.unit, switchId: about.switch })) return no('not-allowed')
  const problem =
    reasonProblem(decision.reason, desk.rules) ??
    (decision.verb === 'undo' ? undoProblem(about, desk) : proposalProblem(about, { wish, decision, desk })) ??
    ifMatchProblem(wish.ifMatch, positionOf(about.unit, desk.book))
  if (problem !== null) return no(problem)
  const { reason } = decision
  const rest = { switch: about.switch, on: null, until: null, reason, about: about.entry }
  return {
    ok: true,
    content: { ...signedBy(wish, about.unit, desk), ...rest, action: actionFor(about, decision, desk), from: desk.today },
  }
}

function actionFor(about: LogEntry, { verb }: Decision, { book, rules }: Desk): LogEntry['action'] {
  if (verb !== 'undo') return verb
  return needsApproval(about.switch, book.undoingSwitchesOff(about.entry), rules) ? 'propose-undo' : 'undo'
}

function undoProblem(about: LogEntry, { book, rules }: Desk): ProxyErrorCode | null {
  if (!book.holds(about.entry)) return 'already-decided'
  return lockProblem(about.switch, book.undoingSwitchesOff(about.entry), rules)
}

function proposalProblem(
  about: LogEntry,
  { wish, decision, desk }: { readonly wish: Wish; readonly decision: Decision; readonly desk: Desk },
): ProxyErrorCode | null {
  if (!desk.book.isOpen(about.entry)) return 'already-decided'
  if (decision.verb === 'reject') return null
  if (wish.caller.subject === about.subject) return 'another-person-needed'
  // Much can have happened since it was proposed: it must still be possible today.
  if (about.action === 'propose-undo') {
    const target = desk.book.entry(about.about ?? 0)
    return target === null ? 'already-decided' : undoProblem(target, desk)
  }
  const late = about.until !== null && about.until < desk.today
  return late ? 'dates-do-not-fit' : lockProblem(about.switch, about.on === false, desk.rules)
}

function positionOf(unit: string, book: SwitchBook): { readonly newest: number; readonly head: number } {
  return { newest: unit === ALL_UNITS ? book.newestFor(unit) : book.revisionOf(unit), head: book.head }
}

function signedBy({ caller }: Pick<Wish, 'caller'>, unit: string, { at }: Desk): Pick<EntryContent, 'at' | 'unit' | 'subject' | 'role'> {
  return { at, unit, subject: caller.subject, role: caller.roles.has('administrator') ? 'administrator' : 'supervisor' }
}
