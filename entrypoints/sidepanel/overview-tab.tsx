import { useMemo, useState } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { explainAdvice, judgeCase } from '#utils/case-session/judge-case.ts'
import { silentRules } from '#utils/case-session/silent-rules.ts'
import { contentClient } from '#utils/messaging/clients.ts'
import type { PanelToContent } from '#utils/messaging/maps.ts'
import { copyRich } from '#utils/sanitize/rich-copy.ts'
import { Overview } from '#components/assistant/overview.tsx'
import { useToday } from '#components/ui/use-today.ts'
import { ErrorNotice } from '#components/ui/notice.tsx'
import type { TabProps } from './tabs.ts'
import { useJudgeSetup } from './use-judge-setup.ts'
import { useAdviceRecords } from './use-advice-records.ts'
import { useProxyState, useWakeRule } from './use-panel-setup.ts'

const NOTHING: readonly Advice[] = []

/** Whose case, what was read, and what to do. Judged here from what the page told, with the page's own rules and switches. */
export function OverviewTab({ setup, tabId, report }: TabProps) {
  const proxy = useProxyState()
  const wake = useWakeRule()
  const judging = useJudgeSetup(setup)
  const [failure, setFailure] = useState<ErrorCode | null>(null)
  const today = useToday()
  const view = report.kind === 'open' ? report.view : null
  const records = useAdviceRecords(view)
  const advice = useMemo(() => (view && judging ? judgeCase(view, judging, today) : NOTHING), [view, judging, today])
  if (setup.guidance.freshness === 'too-old') return <ErrorNotice code="guidance-too-old" />
  if (judging === null) return <ErrorNotice code="pack-invalid" />

  const attempt = (work: () => Promise<unknown>) => {
    setFailure(null)
    work().catch((error: unknown) => setFailure(error instanceof AppError ? error.code : 'unexpected'))
  }
  const askPage = () => {
    if (view === null || tabId === null) throw new AppError('case-gone')
    return { token: view.token, page: contentClient<PanelToContent>(tabId) }
  }
  return (
    <>
      {failure && <ErrorNotice code={failure} />}
      <Overview
        report={report}
        advice={advice}
        silent={silentRules(judging, setup.guidance.unitOff, today)}
        proxyAway={proxy.data === 'away'}
        explain={(one) => {
          if (view === null) throw new AppError('case-gone')
          return explainAdvice(view, one, judging, today)
        }}
        on={{
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
        }}
      />
    </>
  )
}
