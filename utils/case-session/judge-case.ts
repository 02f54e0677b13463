import type { Advice } from '#utils/domain/advice.ts'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import { CLOSING_DAYS, type WorkCalendar } from '#utils/guidance/calendar/work-calendar.ts'
import { explain } from '#utils/guidance/explain.ts'
import { judge } from '#utils/guidance/judge.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import type { LoadedPack } from '#utils/guidance/pack.ts'
import { voiceOf, type RuleSwitches } from './rule-switches.ts'

/** Everything but the case that advice depends on. */
export interface JudgeSetup {
  readonly rules: LoadedPack
  readonly switches: RuleSwitches
  readonly closingDays: readonly string[]
}

/** What to say of an open case today. Overlay and panel both ask here, so they cannot disagree. */
export function judgeCase(view: CaseView, setup: JudgeSetup, today: CalendarDay): readonly Advice[] {
  return judgeInput(view, setup, today)
}

/** The same of facts that belong to nobody: what a switch would change is judged by the code that judges cases. */
export function judgeInput(input: CaseInput, { rules, switches, closingDays }: JudgeSetup, today: CalendarDay): readonly Advice[] {
  const silent = rules.rules.map(({ rule }) => rule.id).filter((id) => voiceOf(id, switches, today) !== 'speaks')
  return judge(rules, input, { today, off: new Set(silent), calendar: workCalendar(closingDays) })
}

/** The working days of this municipality. */
export function workCalendar(closingDays: readonly string[]): WorkCalendar {
  return {
    closing: CLOSING_DAYS.filter((name) => closingDays.includes(name)),
    closedDays: closingDays.map(parseCalendarDay).filter((day) => day !== null),
  }
}

/** Why a piece of advice says what it says, with the facts as they are read now. */
export function explainAdvice(view: CaseView, advice: Advice, setup: JudgeSetup, today: CalendarDay): Explanation {
  const explanations = explainRule(view, advice.rule, setup, today)
  const wanted = explanations.find(({ advice: { row } }) => (row?.key ?? null) === (advice.row?.key ?? null))
  if (!wanted) throw new AppError('case-gone')
  return wanted
}

/** Each condition of a rule, met, not met or unknown, on the open case. */
function explainRule(view: CaseView, rule: string, { rules, closingDays }: JudgeSetup, today: CalendarDay): readonly Explanation[] {
  return explain(rules, rule, view, { today, calendar: workCalendar(closingDays) })
}
