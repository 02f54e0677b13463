import { useMemo, useReducer } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import { adviceChanges, type AdviceChange } from '#utils/assistant/advice-changes.ts'
import { readStatus } from '#utils/assistant/read-status.ts'
import { judgeCase, type JudgeSetup } from '#utils/case-session/judge-case.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { ComingRules } from '#components/assistant/coming-rules.tsx'
import type { Foreseen } from '#components/assistant/foresight.tsx'
import { sinceLast } from './use-active-case.ts'
import { useLoadedPack } from './use-judge-setup.ts'

interface CaseNow {
  readonly tabId: number | null
  readonly view: CaseView | null
  readonly advice: readonly Advice[]
}

/** What has changed in the open case since it was last looked at in this tab. */
export function useSinceLast({ tabId, view, advice }: CaseNow): { readonly changes: readonly AdviceChange[]; readonly seen: () => void } {
  const [, looked] = useReducer((count: number) => count + 1, 0)
  if (view === null || tabId === null) return { changes: [], seen: () => undefined }
  const sight = { tabId, token: view.token, advice }
  return {
    changes: sinceLast.changes({ ...sight, reading: readStatus(view).kind === 'reading' }),
    seen: () => {
      sinceLast.seen(sight)
      looked()
    },
  }
}

const AHEAD = [
  { label: 'I morgen', days: 1 },
  { label: 'Om en uge', days: 7 },
] as const

/** What the rules would say of the case as it is now, on days to come. */
export function useForesight(
  { view, advice }: Omit<CaseNow, 'tabId'>,
  judging: JudgeSetup | null,
  today: CalendarDay,
): readonly Foreseen[] {
  return useMemo(() => {
    if (view === null || judging === null) return []
    return AHEAD.map(({ label, days }) => {
      const day = addDays(today, days)
      return { label, day, changes: adviceChanges(advice, judgeCase(view, judging, day)) }
    })
  }, [view, advice, judging, today])
}

/** What the pack to come would say otherwise of the case today. One that cannot be loaded is as if it were not there. */
export function useComingRules(
  { view, advice }: Omit<CaseNow, 'tabId'>,
  { coming }: Pick<PanelSetup, 'coming'>,
  { judging, today }: { readonly judging: JudgeSetup | null; readonly today: CalendarDay },
): ComingRules | null {
  const rules = useLoadedPack(coming?.pack)
  return useMemo(() => {
    if (view === null || judging === null || coming === null || rules === null) return null
    return {
      from: danishDay(new Date(coming.validFrom)),
      packVersion: rules.version,
      changes: adviceChanges(advice, judgeCase(view, { ...judging, rules }, today)),
    }
  }, [view, advice, coming, rules, judging, today])
}
