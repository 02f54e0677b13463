import { useMemo } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import { AppError } from '#utils/domain/app-error.ts'
import { explainAdvice, judgeCase } from '#utils/case-session/judge-case.ts'
import { silentRules } from '#utils/case-session/silent-rules.ts'
import { Overview } from '#components/assistant/overview.tsx'
import { useToday } from '#components/ui/use-today.ts'
import { ErrorNotice } from '#components/ui/notice.tsx'
import type { TabProps } from './tabs.ts'
import { useCaseActs } from './use-case-acts.ts'
import { useComingRules, useForesight, useSinceLast } from './use-case-in-time.ts'
import { useJudgeSetup } from './use-judge-setup.ts'
import { useProxyState } from './use-panel-setup.ts'

const NOTHING: readonly Advice[] = []

/** Whose case, what was read, and what to do. Judged here from what the page told, with the page's own rules and switches. */
export function OverviewTab({ setup, tabId, report }: TabProps) {
  const proxy = useProxyState()
  const judging = useJudgeSetup(setup)
  const today = useToday()
  const view = report.kind === 'open' ? report.view : null
  const { failure, on } = useCaseActs(view, tabId)
  const advice = useMemo(() => (view && judging ? judgeCase(view, judging, today) : NOTHING), [view, judging, today])
  const since = useSinceLast({ tabId, view, advice })
  const foreseen = useForesight({ view, advice }, judging, today)
  const coming = useComingRules({ view, advice }, setup, { judging, today })
  if (setup.guidance.freshness === 'too-old') return <ErrorNotice code="guidance-too-old" />
  if (judging === null) return <ErrorNotice code="pack-invalid" />
  return (
    <>
      {failure && <ErrorNotice code={failure} />}
      <Overview
        report={report}
        advice={advice}
        silent={silentRules(judging, setup.guidance.unitOff, today)}
        proxyAway={proxy.data === 'away'}
        since={since.changes}
        foreseen={foreseen}
        coming={coming}
        explain={(one) => {
          if (view === null) throw new AppError('case-gone')
          return explainAdvice(view, one, judging, today)
        }}
        on={{ ...on, seen: since.seen }}
      />
    </>
  )
}
