import type { DayStep } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { addMonths } from '#utils/domain/calendar-day.ts'
import { factDefinition } from '#utils/domain/fact-catalogue.ts'
import { countSteps, type CountUnit } from './calendar/day-count.ts'
import { calendarDaySteps, monthEndStep, monthSteps, workingDaySteps } from './calendar/day-steps.ts'
import { compile, type Compiled } from './feel/compile.ts'
import type { FeelNode } from './feel/node.ts'
import type { Layout, Scope } from './feel/scope.ts'
import { Unread } from './feel/value.ts'

/** Counts a deadline out, day by day, as far as it can be counted. */
export type CompiledSteps = (scope: Scope) => readonly DayStep[]

type NodeOf<Op extends FeelNode['op']> = Extract<FeelNode, { op: Op }>

/** Follows a due-expression from the day it starts at to the day it ends at. */
export function compileSteps(node: FeelNode, layout: Layout): CompiledSteps {
  switch (node.op) {
    case 'named':
      return compileSteps(node.of, layout)
    case 'fact':
    case 'field':
      return startingPoint(compile(node, layout), factDefinition(node.key)?.label ?? null)
    case 'today':
      return startingPoint(compile(node, layout), 'i dag')
    case 'call':
      return compileCallSteps(node, layout)
    case 'shift':
      return compileShiftSteps(node, layout)
    case 'if':
      return compileIfSteps(node, layout)
    default:
      return startingPoint(compile(node, layout), null)
  }
}

const dayOf = (compiled: Compiled, scope: Scope): CalendarDay | null => {
  const value = compiled(scope)
  return typeof value === 'string' ? (value as CalendarDay) : null
}

function startingPoint(compiled: Compiled, note: string | null): CompiledSteps {
  return (scope) => {
    const at = dayOf(compiled, scope)
    return at === null ? [] : [{ day: at, number: null, note }]
  }
}

type Counter = (from: CalendarDay, count: number, scope: Scope, to: CalendarDay) => readonly DayStep[]

const byDays: Counter = (from, _count, _scope, to) => calendarDaySteps(from, to)
const byMonths: Counter = (from, count) => monthSteps(from, count)

const fromAndIncluding =
  (unit: CountUnit): Counter =>
  (from, amount, scope) =>
    countSteps(from, { unit, amount, including: true }, scope.calendar)

const COUNTERS: Readonly<Record<string, Counter>> = {
  addDays: byDays,
  addWeeks: byDays,
  addMonths: byMonths,
  addWorkingDays: (from, _count, scope, to) => workingDaySteps(from, to, scope.calendar),
  daysIncluding: fromAndIncluding('days'),
  monthsIncluding: fromAndIncluding('months'),
  workingDaysIncluding: fromAndIncluding('working-days'),
  wholeMonthsAfter: (from, count) => [...monthSteps(from, count), monthEndStep(addMonths(from, count))],
}

function compileCallSteps(node: NodeOf<'call'>, layout: Layout): CompiledSteps {
  const [start, amount] = node.args
  const counter = COUNTERS[node.name]
  if (counter && start && amount)
    return counted(
      { before: compileSteps(start, layout), start: compile(start, layout), amount: compile(amount, layout), end: compile(node, layout) },
      counter,
    )
  if (node.name === 'lastDayOfMonth' && start) return monthEnd(compileSteps(start, layout), compile(start, layout))
  if (node.name === 'min' || node.name === 'max') return chosen(node, layout)
  return startingPoint(compile(node, layout), null)
}

interface Stretch {
  readonly before: CompiledSteps
  readonly start: Compiled
  readonly amount: Compiled
  readonly end: Compiled
}

function counted({ before, start, amount, end }: Stretch, counter: Counter): CompiledSteps {
  return (scope) => {
    const [from, to, count] = [dayOf(start, scope), dayOf(end, scope), amount(scope)]
    if (from === null || to === null || typeof count !== 'number') return []
    return [...before(scope), ...counter(from, count, scope, to)]
  }
}

function monthEnd(before: CompiledSteps, start: Compiled): CompiledSteps {
  return (scope) => {
    const from = dayOf(start, scope)
    return from === null ? [] : [...before(scope), monthEndStep(from)]
  }
}

/** The steps of the argument that gave the result. */
function chosen(node: NodeOf<'call'>, layout: Layout): CompiledSteps {
  const result = compile(node, layout)
  const candidates = node.args.map((arg) => ({ day: compile(arg, layout), steps: compileSteps(arg, layout) }))
  return (scope) => {
    const wanted = dayOf(result, scope)
    return candidates.find(({ day }) => dayOf(day, scope) === wanted)?.steps(scope) ?? []
  }
}

function compileShiftSteps(node: NodeOf<'shift'>, layout: Layout): CompiledSteps {
  const counter = node.by.op === 'months' ? byMonths : byDays
  if (node.sign === '-') return startingPoint(compile(node, layout), null)
  return counted(
    {
      before: compileSteps(node.day, layout),
      start: compile(node.day, layout),
      amount: compile(node.by, layout),
      end: compile(node, layout),
    },
    counter,
  )
}

function compileIfSteps(node: NodeOf<'if'>, layout: Layout): CompiledSteps {
  const [test, yes, no] = [compile(node.test, layout), compileSteps(node.yes, layout), compileSteps(node.no, layout)]
  return (scope) => {
    const value = test(scope)
    return value instanceof Unread ? [] : (value === true ? yes : no)(scope)
  }
}
