import { useState } from 'react'
import { REGIMES } from '#utils/disclosure/review/regimes.ts'
import { StepBar, type StepId } from '#components/disclosure/step-bar.tsx'
import { WorkbenchTop } from '#components/disclosure/workbench-top.tsx'
import { doneSteps, openSteps, type Progress } from './step-progress.ts'
import { StepContent } from './step-content.tsx'
import { useFileWork } from './use-file-work.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useThemeOfSettings } from './use-theme-of-settings.ts'

/** The workbench: five steps over one file. What it holds is in memory and is forgotten with the page. */
export function Workbench() {
  useThemeOfSettings()
  const [step, setStep] = useState<StepId>('setup')
  const work = useFileWork(step)
  const { request, intake } = work
  useLeaveGuard(intake.read.documents.length > 0)
  const progress: Progress = {
    ready: request.subject !== null && request.regime !== null,
    review: work.review?.state ?? null,
    sampled: work.sample.seen > 0,
  }
  return (
    <div className="sh-workbench" data-step={step}>
      <WorkbenchTop name={request.draft.name} cpr={request.subject?.cpr ?? null} rules={request.regime && REGIMES[request.regime].title}>
        <StepBar current={step} open={openSteps(progress)} done={doneSteps(progress)} onChoose={setStep} />
      </WorkbenchTop>
      <main>
        <StepContent step={step} ready={progress.ready} work={work} onStep={setStep} />
      </main>
    </div>
  )
}
