import type { FactRef, Verdict } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { Scope, Touched } from './feel/scope.ts'
import { Unread, uniqueRefs, type Result } from './feel/value.ts'
import { keysIn } from './feel/walk.ts'
import type { LoadedRule, LoadedVersion } from './pack.ts'

/** What a rule comes to, before it is put into words. */
export interface Decision {
  readonly verdict: Verdict
  readonly version: LoadedVersion | null
  readonly decisiveDate: CalendarDay | null
  readonly due: CalendarDay | null
  readonly missing: readonly FactRef[]
}

/**
 * The order of judging: the decisive date picks the version; `applies` false ends it; `met` true ends it;
 * then the deadline decides. Whatever is unread on that way makes the verdict unknown.
 */
export function decide(rule: LoadedRule, scope: Scope): Decision {
  const decisive = rule.decidedBy(scope)
  if (decisive === null || decisive instanceof Unread) return withoutDate(rule, scope, decisive)
  const date = decisive as CalendarDay
  const version = rule.versions.find(({ data }) => data.from <= date && (data.to === null || date <= data.to))
  return version
    ? decideVersion(version, date, scope)
    : { verdict: 'not-applicable', version: null, decisiveDate: date, due: null, missing: [] }
}

/** No date, no version: the rule is still out of the question when no version of it could apply. */
function withoutDate(rule: LoadedRule, scope: Scope, decisive: Unread | null): Decision {
  const applies = rule.versions.map((version) => version.applies(scope))
  const possible = applies.filter((value) => value === true || value instanceof Unread)
  const verdict = possible.length === 0 ? 'not-applicable' : 'unknown'
  const own = decisive?.missing ?? keysIn(rule.newest.decidedBy.tree).map((key) => ({ key, row: null }))
  const missing = verdict === 'unknown' ? uniqueRefs([...own, ...possible.flatMap(missingOf)]) : []
  return { verdict, version: null, decisiveDate: null, due: null, missing }
}

function decideVersion(version: LoadedVersion, decisiveDate: CalendarDay, scope: Scope): Decision {
  const end = (verdict: Verdict, missing: readonly FactRef[] = [], due: CalendarDay | null = null): Decision => ({
    verdict,
    version,
    decisiveDate,
    due,
    missing,
  })
  const applies = version.applies(scope)
  if (applies instanceof Unread) return end('unknown', applies.missing)
  if (applies !== true) return end('not-applicable')
  const met = version.met(scope)
  if (met instanceof Unread) return end('unknown', met.missing)
  if (met === true) return end('met')
  const due = version.due === null ? undefined : version.due(scope)
  if (due === undefined) return end('breached')
  if (due instanceof Unread) return end('unknown', due.missing)
  if (due === null) return end('unknown', emptyIn(version))
  return end(scope.today <= (due as CalendarDay) ? 'due' : 'breached', [], due as CalendarDay)
}

/** A deadline that cannot be counted, because what it counts from is empty. */
function emptyIn(version: LoadedVersion): readonly FactRef[] {
  return version.data.due ? keysIn(version.data.due.tree).map((key) => ({ key, row: null })) : []
}

function missingOf(value: Result): readonly FactRef[] {
  return value instanceof Unread ? value.missing : []
}

/**
 * The facts that a verdict rests on: those whose removal makes it unknown. Found by removing each fact that the
 * judging looked at and judging again, so that it is exact by construction.
 */
export function factsRestedOn(rule: LoadedRule, scope: Scope): readonly FactRef[] {
  scope.trace = []
  decide(rule, scope)
  const touched = uniqueCells(scope.trace)
  scope.trace = null
  return touched.filter((cell) => isUnknownWithout(cell, rule, scope)).map(({ ref }) => ref)
}

function isUnknownWithout({ cells, index }: Touched, rule: LoadedRule, scope: Scope): boolean {
  const value = cells[index]
  cells[index] = undefined
  try {
    return decide(rule, scope).verdict === 'unknown'
  } finally {
    cells[index] = value
  }
}

function uniqueCells(touched: readonly Touched[]): readonly Touched[] {
  const seen = new Map<Touched['cells'], Set<number>>()
  return touched.filter(({ cells, index }) => {
    const indexes = seen.get(cells) ?? new Set()
    if (indexes.has(index) || cells[index] === undefined) return false
    seen.set(cells, indexes.add(index))
    return true
  })
}
