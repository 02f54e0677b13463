import { useEffect, useMemo, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import type { Advice } from '#utils/domain/advice.ts'
import { requestDeadline } from '#utils/disclosure/deadline/request-deadline.ts'
import { readCpr } from '#utils/disclosure/workbench/read-cpr.ts'
import { subjectFrom, type OpenCitizen } from '#utils/disclosure/workbench/subject.ts'
import type { FileSubject } from '#utils/disclosure/model/finding.ts'
import type { Regime } from '#utils/disclosure/model/decision.ts'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import type { SetupDraft } from '#components/disclosure/setup-step.tsx'
import { useToday } from '#components/ui/use-today.ts'
import { openCitizenOf } from '#utils/disclosure/workbench/subject.ts'
import { followOpener } from './opener.ts'

const background = backgroundClient<PanelToBackground>()
const EMPTY: SetupDraft = { regime: null, cpr: '', name: '', own: '', received: '', secondReader: false }

/** What the person at the desk has said about the request: by which rules, for whom, since when. */
export interface Request {
  readonly draft: SetupDraft
  readonly change: (change: Partial<SetupDraft>) => void
  readonly cprFault: string | null
  readonly openCase: OpenCitizen | null
  readonly takeOpenCase: () => void
  readonly deadline: Advice | null
  readonly rulesReady: boolean
  readonly regime: Regime | null
  /** `null` until the number is whole. */
  readonly subject: FileSubject | null
}

export function useRequest(): Request {
  const [draft, setDraft] = useState(EMPTY)
  const openCase = useOpenCase()
  const change = (part: Partial<SetupDraft>) => setDraft((before) => ({ ...before, ...part }))
  const cpr = readCpr(draft.cpr)
  const { name, own } = draft
  const subject = useMemo(() => (cpr.digits === null ? null : subjectFrom(cpr.digits, name, own)), [cpr.digits, name, own])
  return {
    draft,
    change,
    cprFault: cpr.fault,
    openCase,
    takeOpenCase: () => openCase && change(openCase.draft),
    ...useDeadline(draft.regime, parseCalendarDay(draft.received)),
    regime: draft.regime,
    subject,
  }
}

function useDeadline(regime: Regime | null, received: CalendarDay | null): Pick<Request, 'deadline' | 'rulesReady'> {
  const today = useToday()
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => background('panelSetup') })
  const rules = useMemo(() => {
    try {
      return setup.data ? loadRulePack(setup.data.pack) : null
    } catch {
      // Without rules no deadline is counted, and the page says so.
      return null
    }
  }, [setup.data])
  const deadline = useMemo(() => {
    if (regime === null || received === null || rules === null || !setup.data) return null
    const { switches, closingDays } = setup.data
    return requestDeadline(regime, received, { rules, switches, closingDays }, today)
  }, [regime, received, rules, setup.data, today])
  return { deadline, rulesReady: rules !== null }
}

function useOpenCase(): OpenCitizen | null {
  const [view, setView] = useState<CaseView | null>(null)
  useEffect(() => {
    const following = followOpener(setView)
    return () => void following.then((stop) => stop())
  }, [])
  return useMemo(() => view && openCitizenOf(view), [view])
}
