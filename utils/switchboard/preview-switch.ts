import type { Advice } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { openAdvice } from '#utils/assistant/advice-groups.ts'
import { judgeInput, type JudgeSetup } from '#utils/case-session/judge-case.ts'
import type { SampleCase } from './sample-cases.ts'

/** What holds before and after a change, on the day it begins. */
export interface PreviewAsk {
  readonly before: JudgeSetup
  readonly after: JudgeSetup
  readonly day: CalendarDay
  readonly cases: Iterable<SampleCase>
}

/** A hint that an invented case would gain or lose. */
export interface PreviewExample {
  readonly caseNumber: number
  readonly change: 'gains' | 'loses'
  readonly advice: Advice
}

export interface SwitchPreview {
  readonly examined: number
  /** Cases with at least one hint more, and with at least one fewer. */
  readonly gain: number
  readonly lose: number
  /** Hints, all cases together; a rule may speak once for each row of a list. */
  readonly hintsGained: number
  readonly hintsLost: number
  readonly examples: readonly PreviewExample[]
}

export const NOTHING_EXAMINED: SwitchPreview = { examined: 0, gain: 0, lose: 0, hintsGained: 0, hintsLost: 0, examples: [] }
const MOST_EXAMPLES = 5

/** Judges each case before and after, and gives the sum so far after each, so that whoever asked can show it and stop. */
export function* previewSteps({ before, after, day, cases }: PreviewAsk): Generator<SwitchPreview, SwitchPreview> {
  let sum = NOTHING_EXAMINED
  for (const one of cases) {
    const was = openAdvice(judgeInput(one.input, before, day))
    const will = openAdvice(judgeInput(one.input, after, day))
    sum = added(sum, one.number, { gained: missingFrom(was, will), lost: missingFrom(will, was) })
    yield sum
  }
  return sum
}

function added(
  sum: SwitchPreview,
  caseNumber: number,
  { gained, lost }: { readonly gained: readonly Advice[]; readonly lost: readonly Advice[] },
): SwitchPreview {
  const examples = [
    ...gained.slice(0, 1).map((advice) => ({ caseNumber, change: 'gains' as const, advice })),
    ...lost.slice(0, 1).map((advice) => ({ caseNumber, change: 'loses' as const, advice })),
  ]
  return {
    examined: sum.examined + 1,
    gain: sum.gain + Number(gained.length > 0),
    lose: sum.lose + Number(lost.length > 0),
    hintsGained: sum.hintsGained + gained.length,
    hintsLost: sum.hintsLost + lost.length,
    examples: [...sum.examples, ...examples].slice(0, MOST_EXAMPLES),
  }
}

/** What is in the second and not in the first. */
function missingFrom(first: readonly Advice[], second: readonly Advice[]): readonly Advice[] {
  const known = new Set(first.map(adviceKey))
  return second.filter((one) => !known.has(adviceKey(one)))
}
