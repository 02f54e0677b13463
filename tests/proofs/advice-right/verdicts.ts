import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { judge } from '#utils/guidance/judge.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import type { LoadedPack } from '#utils/guidance/pack.ts'

export interface Judging {
  readonly pack: LoadedPack
  readonly today: CalendarDay
}

/** Verdicts by rule; of a rule that judges each row of a list, all of them, sorted: rows have other keys on each page. */
export function verdictsOf(input: CaseInput, { pack, today }: Judging): ReadonlyMap<string, string> {
  const byRule = Map.groupBy(judge(pack, input, { today }), ({ rule }) => String(rule))
  return new Map(
    [...byRule].map(([rule, all]) => [
      rule,
      all
        .map(({ verdict, deadline }) => `${verdict} ${deadline?.due ?? ''}`.trim())
        .toSorted()
        .join(', '),
    ]),
  )
}

export interface Difference {
  readonly key: string
  readonly is: string
  readonly should: string
}

/** Where a page led to something that the truth does not say. "Unknown" is never wrong: the page may not show the fact. */
export function differences(shown: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): readonly Difference[] {
  return [...shown].flatMap(([key, is]) => {
    const should = right.get(key) ?? 'nothing'
    return is === should || is.includes('unknown') ? [] : [{ key, is, should }]
  })
}
