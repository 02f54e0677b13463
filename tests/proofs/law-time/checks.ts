import type { Advice, FactRef } from '#utils/domain/advice.ts'
import { day, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { WorkCalendar } from '#utils/guidance/calendar/work-calendar.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { judge } from '#utils/guidance/judge.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import type { LoadedPack } from '#utils/guidance/pack.ts'
import { lastTimelyDay, toNumber, toText, type DayNumber } from './brute-calendar.ts'
import { asJson, type Drawn } from './situation.ts'

/** The judge under test: the product's own, or one with a planted fault. */
export type Judge = (pack: LoadedPack, input: CaseInput, options: { today: CalendarDay; calendar?: WorkCalendar }) => readonly Advice[]

export interface Subject {
  /** Packs of one rule each, by rule. */
  readonly packs: ReadonlyMap<string, LoadedPack>
  readonly judge: Judge
  readonly holidays: ReadonlySet<DayNumber>
}

export interface Failure {
  readonly rule: string
  readonly what: string
}

export const productJudge: Judge = (pack, input, options) => judge(pack, input, options)

/** Everything that can be wrong about one drawn case; how many things were looked at. */
export function check(subject: Subject, drawn: Drawn): { readonly failures: readonly Failure[]; readonly examined: number } {
  const pack = subject.packs.get(drawn.row.rule)
  if (!pack) return { failures: [{ rule: drawn.row.rule, what: 'not in the pack' }], examined: 1 }
  const json = asJson(drawn)
  const run = (facts: unknown) => subject.judge(pack, inputFromJson(facts), { today: day(toText(drawn.today)) })[0]
  const advice = run(json)
  if (!advice) return { failures: [{ rule: drawn.row.rule, what: 'no advice' }], examined: 1 }
  const law = lawProblem(drawn, advice, subject.holidays)
  const removals = removalProblems(drawn, json, advice, run)
  return {
    failures: [...(law === null ? [] : [law]), ...removals.problems].map((what) => ({
      rule: drawn.row.rule,
      what: `${what} on ${toText(drawn.decisive)}, today ${toText(drawn.today)}`,
    })),
    examined: 1 + removals.examined,
  }
}

/** The version, its status, its deadline and the verdict must be the table's. */
function lawProblem(drawn: Drawn, advice: Advice, holidays: ReadonlySet<DayNumber>): string | null {
  const { state, today, values } = drawn
  if (state === null)
    return differences([
      ['verdict', advice.verdict, 'not-applicable'],
      ['version', advice.versionFrom, null],
    ])
  const due = state.deadline ? lastTimelyDay(state.deadline, toNumber(String(values.get(state.deadline.after))), holidays) : null
  const wanted = due === null ? null : { due: toText(due), daysLeft: due - today }
  return differences([
    ['version', advice.versionFrom, state.from],
    ['status', advice.lawStatus, state.status],
    ['decisive date', advice.decisiveDate, toText(drawn.decisive)],
    ['deadline', advice.deadline?.due, wanted?.due],
    ['days left', advice.deadline?.daysLeft, wanted?.daysLeft],
    ['verdict', advice.verdict, due !== null && today <= due ? 'due' : 'breached'],
  ])
}

type Compared = readonly [what: string, got: string | number | null | undefined, wanted: string | number | null | undefined]

function differences(compared: readonly Compared[]): string | null {
  const first = compared.find(([, got, wanted]) => got !== wanted)
  return first ? `${first[0]} ${first[1] ?? 'none'} instead of ${first[2] ?? 'none'}` : null
}

type Json = ReturnType<typeof asJson>

/** Each fact the verdict rests on makes it unknown when removed; every other fact leaves it as it is, or it should have been named. */
function removalProblems(
  drawn: Drawn,
  json: Json,
  advice: Advice,
  run: (json: Json) => Advice | undefined,
): { problems: readonly string[]; examined: number } {
  const cells = cellsOf(drawn, json)
  const problems = cells.flatMap(({ ref, without }) => {
    const verdict = run(without)?.verdict
    const named = advice.restsOn.some(({ key, row }) => key === ref.key && row === ref.row)
    if (named) return verdict === 'unknown' ? [] : [`rests on ${ref.key}, but without it the verdict is ${verdict ?? 'none'}`]
    return verdict === advice.verdict
      ? []
      : [`without ${ref.key} the verdict is ${verdict ?? 'none'}, but it is not among the facts it rests on`]
  })
  const unseen = advice.restsOn.filter(({ key, row }) => !cells.some(({ ref }) => ref.key === key && ref.row === row))
  return { problems: [...problems, ...unseen.map(({ key }) => `rests on ${key}, which is not in the case`)], examined: cells.length }
}

interface Cell {
  readonly ref: FactRef
  readonly without: Json
}

function cellsOf({ row }: Drawn, { facts, lists }: Json): readonly Cell[] {
  const singles = Object.keys(facts).map((key): Cell => {
    const { [key]: _, ...rest } = facts
    return { ref: { key, row: null } as FactRef, without: { facts: rest, lists } }
  })
  const inRows = Object.entries(lists).flatMap(([group, rows]) =>
    rowCells(group, rows as Record<string, unknown>[], { facts, lists }, row.list === group),
  )
  return [...singles, ...inRows]
}

function rowCells(group: string, rows: readonly Record<string, unknown>[], json: Json, prefixed: boolean): readonly Cell[] {
  return rows.flatMap((cells, index) =>
    Object.keys(cells).map((name): Cell => {
      const { [name]: _, ...rest } = cells
      const ref = { key: prefixed ? name : `${group}.${name}`, row: `${group}-${index + 1}` } as FactRef
      return { ref, without: { ...json, lists: { ...json.lists, [group]: rows.with(index, rest) } } }
    }),
  )
}
