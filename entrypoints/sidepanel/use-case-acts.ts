import { useState } from 'react'
import { AppError } from '#utils/domain/app-error.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { contentClient } from '#utils/messaging/clients.ts'
import type { PanelToContent } from '#utils/messaging/maps.ts'
import { copyRich } from '#utils/sanitize/rich-copy.ts'
import type { OverviewEvents } from '#components/assistant/overview-events.ts'
import { useAdviceRecords } from './use-advice-records.ts'
import { useWakeRule } from './use-panel-setup.ts'

export interface CaseActs {
  /** Why the last thing that was asked for was not done. */
  readonly failure: ErrorCode | null
  readonly on: Omit<OverviewEvents, 'seen'>
}

/** What can be done with the open case from the panel. Each names the case it means; the page refuses any other. */
export function useCaseActs(view: CaseView | null, tabId: number | null): CaseActs {
  const wake = useWakeRule()
  const records = useAdviceRecords(view)
  const [failure, setFailure] = useState<ErrorCode | null>(null)
  const attempt = (work: () => Promise<unknown>) => {
    setFailure(null)
    work().catch((error: unknown) => setFailure(error instanceof AppError ? error.code : 'unexpected'))
  }
  const askPage = () => {
    if (view === null || tabId === null) throw new AppError('case-gone')
    return { token: view.token, page: contentClient<PanelToContent>(tabId) }
  }
  return {
    failure,
    on: {
      follow: (link, rule) =>
        attempt(async () => {
          const { token, page } = askPage()
          await page('followLink', { token, link })
          records.used(rule)
        }),
      showFact: (fact) =>
        attempt(async () => {
          const { token, page } = askPage()
          await page('showFact', { token, fact })
        }),
      copy: (text) => attempt(async () => copyRich(text)),
      wake: (rule) => attempt(async () => wake.mutateAsync({ rule, until: null })),
    },
  }
}
