import type { Advice, Deadline } from '#utils/domain/advice.ts'
import { daysBetween, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import { STATUTORY_CALENDAR, type WorkCalendar } from './calendar/work-calendar.ts'
import { decide, factsRestedOn, type Decision } from './decide.ts'
import type { LoadedRow, Scope } from './feel/scope.ts'
import { loadCase, type CaseInput } from './load-case.ts'
import type { LoadedPack, LoadedRule } from './pack.ts'

export interface JudgeOptions {
  readonly today: CalendarDay
  /** Ids of rules that are switched off: they are not judged at all. */
  readonly off?: ReadonlySet<string>
  /** Weekends and public holidays when absent. */
  readonly calendar?: WorkCalendar
}

/** Judges every rule of the pack on the case: one advice a rule, or one a row for rules that look at each row of a list. */
export function judge(pack: LoadedPack, input: CaseInput, options: JudgeOptions): Advice[] {
  const scope = scopeFor(pack, input, options)
  return pack.rules.flatMap((rule) => (options.off?.has(rule.rule.id) ? [] : judgeRule(pack, rule, scope)))
}

/** The case laid out for the pack's rules. */
export function scopeFor(pack: LoadedPack, input: CaseInput, { today, calendar }: JudgeOptions): Scope {
  return loadCase(pack.layout, input, today, calendar ?? STATUTORY_CALENDAR)
}

/** All advice of one rule. A rule that fails says so and leaves the others alone. */
export function judgeRule(pack: LoadedPack, rule: LoadedRule, scope: Scope): readonly Advice[] {
  return rowsToJudge(rule, scope).map((row) => adviceOn(pack, rule, scope, row))
}

/** The advice on one row, `null` for a rule that looks at the case as a whole. */
export function adviceOn(pack: LoadedPack, rule: LoadedRule, scope: Scope, row: LoadedRow | null): Advice {
  bind(scope, row)
  try {
    const decision = decisionOn(rule, scope, row)
    const restsOn = decision === NO_ROWS || decision.verdict === 'unknown' ? [] : factsRestedOn(rule, scope)
    return { ...inWords(pack, rule, decision, row), deadline: deadlineOf(decision, scope), restsOn }
  } catch {
    // Nothing of the failure but its code is kept: a message could hold case text.
    scope.trace = null
    return { ...inWords(pack, rule, FAILED, row), deadline: null, restsOn: [], error: 'rule-failed' }
  }
}

/** What the rule comes to on a bound row. */
export function decisionOn(rule: LoadedRule, scope: Scope, row: LoadedRow | null): Decision {
  return row === null && rule.list !== null ? NO_ROWS : decide(rule, scope)
}

const FAILED: Decision = { verdict: 'unknown', version: null, decisiveDate: null, due: null, missing: [] }

/** A row nobody has read: what a rule says of it is what it says of a list that is not there. */
const UNREAD_ROW: LoadedRow = { key: null, cells: [] }
const NO_ROWS: Decision = { verdict: 'not-applicable', version: null, decisiveDate: null, due: null, missing: [] }

/** Every row, and one unread row where the list is not read to its end. `null` stands for the case as a whole, or for "no rows". */
export function rowsToJudge(rule: LoadedRule, scope: Scope): readonly (LoadedRow | null)[] {
  if (rule.list === null) return [null]
  const list = scope.lists[rule.list]
  if (list === undefined) return [UNREAD_ROW]
  if (!list.complete) return [...list.rows, UNREAD_ROW]
  return list.rows.length > 0 ? list.rows : [null]
}

export function bind(scope: Scope, row: LoadedRow | null): void {
  scope.rows.length = 0
  if (row !== null) scope.rows[0] = row
}

function deadlineOf({ version, due }: Decision, scope: Scope): Deadline | null {
  if (version === null || due === null) return null
  const warnFrom = version.warnFrom?.(scope)
  return {
    due,
    daysLeft: daysBetween(scope.today, due),
    steps: version.steps?.(scope) ?? [],
    ...(typeof warnFrom === 'string' && { warnFrom: warnFrom as CalendarDay }),
  }
}

function inWords(
  pack: LoadedPack,
  { rule, newest }: LoadedRule,
  decision: Decision,
  row: LoadedRow | null,
): Omit<Advice, 'deadline' | 'restsOn'> {
  const shown = decision.version?.data ?? newest
  return {
    rule: rule.id,
    versionFrom: decision.version?.data.from ?? null,
    packVersion: pack.version,
    title: rule.title,
    text: rule.text,
    kind: rule.kind,
    verdict: decision.verdict,
    severity: shown.severity,
    lawStatus: shown.status,
    review: shown.review,
    citations: shown.cites.map(({ text }) => text),
    row: rowOf(rule.forEach, row),
    anchor: rule.anchor,
    decisiveDate: decision.decisiveDate,
    missing: [...new Set(decision.missing.map(({ key }) => key))],
    action: shown.action,
  }
}

function rowOf(group: ListGroup | null, row: LoadedRow | null): Advice['row'] {
  return group === null || row === null || row.key === null ? null : { group, key: row.key }
}
