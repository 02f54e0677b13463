import type { Advice } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import type { SingleKey } from '#utils/domain/fact-catalogue.ts'
import { judgeInput, type JudgeSetup } from '#utils/case-session/judge-case.ts'
import type { Regime } from '../model/decision.ts'

/** What the rules know a request by. A hearing is sent, not asked for: it has no deadline of this kind. */
const LAWS: Readonly<Record<Regime, string | null>> = {
  party: 'FVL',
  'own-access': 'OFL',
  others: 'OFL',
  'gdpr-15': 'GDPR15',
  'party-hearing': null,
}

/** What the unit's own rules say of when a request must be answered: the one that bears on it, or `null`. */
export function requestDeadline(regime: Regime, received: CalendarDay, setup: JudgeSetup, today: CalendarDay): Advice | null {
  const law = LAWS[regime]
  if (law === null) return null
  const facts = Object.fromEntries(
    (
      [
        ['access.law', law],
        ['access.received', received],
        ['access.decided', null],
        ['access.noticeSent', null],
      ] as const satisfies readonly (readonly [SingleKey, FactValue])[]
    ).map(([key, value]) => [key, typed(key, value)]),
  )
  const counted = judgeInput({ facts, lists: {} }, setup, today).filter(({ deadline }) => deadline !== null)
  // The first to run out is the one to work by.
  return counted.toSorted((a, b) => (a.deadline?.daysLeft ?? 0) - (b.deadline?.daysLeft ?? 0))[0] ?? null
}

function typed(key: SingleKey, value: FactValue): Fact {
  return { key, value, source: { pageKind: 'disclosure', locator: 'typed', asRead: '', readAt: '' } }
}
