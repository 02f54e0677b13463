import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseView, FactList } from '#utils/domain/case-view.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import { factDefinition, type FactKey, type RowFactKey } from '#utils/domain/fact-catalogue.ts'
import type { WorkCalendar } from './calendar/work-calendar.ts'
import type { Layout, LoadedList, Scope } from './feel/scope.ts'
import type { FeelValue } from './feel/value.ts'
import { valueFits } from './value-fits.ts'

/** What a pack judges: the facts and lists of a case as read so far. A `CaseView` is one. */
export type CaseInput = Pick<CaseView, 'facts' | 'lists'>

/** A value of the wrong kind counts as unread: it is never guessed at. A time is taken as its day. */
type Reading = (value: FactValue) => FeelValue | undefined

const whole =
  (key: FactKey): Reading =>
  (value) =>
    valueFits(key, value) ? value : undefined
const dayOnly =
  (key: FactKey): Reading =>
  (value) =>
    valueFits(key, value) ? (value as string).slice(0, 10) : undefined

/** Lays a case out as the pack's compiled expressions expect it. */
export function loadCase(layout: Layout, input: CaseInput, today: CalendarDay, calendar: WorkCalendar): Scope {
  const readings = readingsOf(layout)
  return {
    cells: layout.singles.map((key, index) => cell(readings.singles[index], input.facts[key])),
    lists: layout.groups.map((group, index) => loadList(input.lists[group], layout.fields.get(group) ?? [], readings.groups[index] ?? [])),
    today,
    calendar,
    rows: [],
    trace: null,
  }
}

interface Readings {
  readonly singles: readonly Reading[]
  readonly groups: readonly (readonly Reading[])[]
}

const readingsByLayout = new WeakMap<Layout, Readings>()

function readingsOf(layout: Layout): Readings {
  const known = readingsByLayout.get(layout)
  if (known) return known
  const readings = {
    singles: layout.singles.map(readingOf),
    groups: layout.groups.map((group) => (layout.fields.get(group) ?? []).map(readingOf)),
  }
  readingsByLayout.set(layout, readings)
  return readings
}

function readingOf(key: FactKey): Reading {
  return factDefinition(key)?.type === 'dateTime' ? dayOnly(key) : whole(key)
}

function cell(reading: Reading | undefined, fact: Fact | undefined): FeelValue | undefined {
  if (fact === undefined || reading === undefined) return undefined
  return fact.value === null ? null : reading(fact.value)
}

function loadList(list: FactList | undefined, fields: readonly FactKey[], readings: readonly Reading[]): LoadedList | undefined {
  if (list === undefined) return undefined
  return {
    rows: list.rows.map(({ key, facts }) => ({
      key,
      cells: fields.map((field, index) => cell(readings[index], facts[field as RowFactKey])),
    })),
    complete: list.coverage.complete,
  }
}
