import type { Advice, FactRef } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseView, FactRow } from '#utils/domain/case-view.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import type { Fact } from '#utils/domain/fact.ts'
import { factDefinition, type SingleKey } from '#utils/domain/fact-catalogue.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { nextActions, openAdvice } from '#utils/assistant/advice-groups.ts'
import type { ProactiveBudget } from '#utils/assistant/proactive-budget.ts'
import { readStatus } from '#utils/assistant/read-status.ts'
import type { OverlayModel } from '#components/overlay/overlay-model.ts'
import type { AnchoredSpot } from './spots.ts'

export interface Shown {
  readonly view: CaseView
  readonly advice: readonly Advice[]
  readonly spots: readonly AnchoredSpot[]
  readonly budget: ProactiveBudget
  readonly locked: readonly string[]
  readonly today: CalendarDay
  readonly explain: (advice: Advice) => Explanation
}

/** What the components show of it. */
export function modelOf({ view, advice, spots, budget, locked, today }: Omit<Shown, 'explain'>): OverlayModel {
  return {
    status: readStatus(view),
    actions: nextActions(advice),
    open: openAdvice(advice),
    spots,
    chip: advice.find((one) => adviceKey(one) === budget.shown) ?? null,
    locked,
    today,
  }
}

/** The fact as it was read, wherever it was read. */
export function factOf(view: CaseView, { key, row }: FactRef): Fact | null {
  if (row === null) return view.facts[key as SingleKey] ?? null
  const rows = Object.values(view.lists).flatMap((list): readonly FactRow[] => list?.rows ?? [])
  const facts: Readonly<Record<string, Fact | undefined>> = rows.find((one) => one.key === row)?.facts ?? {}
  return facts[key] ?? null
}

/**
 * Whether a value may be shown in the page: it stands on this screen already, or is a date (design 2.9). The page's own
 * scripts can read whatever the overlay holds, so a value from another screen waits in the panel.
 */
export function mayStandOnPage(view: CaseView, fact: FactRef): boolean {
  const found = factOf(view, fact)
  const type = factDefinition(fact.key)?.type
  return found === null || found.source.pageKind === view.pageKind || type === 'date' || type === 'dateTime'
}
