import { SetupStep } from '#components/disclosure/setup-step.tsx'
import type { StepId } from '#components/disclosure/step-bar.tsx'
import { ExportView } from './export-view.tsx'
import { IntakeView } from './intake-view.tsx'
import { ReviewView } from './review-view.tsx'
import { SampleView } from './sample-view.tsx'
import type { FileWork } from './use-file-work.ts'

export interface StepContentProps {
  readonly step: StepId
  readonly ready: boolean
  readonly work: FileWork
  readonly onStep: (step: StepId) => void
}

/** What the step in front shows. */
export function StepContent({ step, ready, work, onStep }: StepContentProps) {
  const { request, intake, review, sample } = work
  if (step === 'setup')
    return (
      <SetupStep
        {...request}
        ready={ready}
        onChange={request.change}
        onTakeOpenCase={request.takeOpenCase}
        onDone={() => onStep('intake')}
      />
    )
  if (step === 'intake') return <IntakeView {...work} onExpected={work.setExpected} onDone={() => onStep('review')} />
  if (review === null) return null
  const { bytesOf } = intake
  if (step === 'review')
    return (
      <ReviewView review={review} findings={work.findings} misfiled={work.misfiled} bytesOf={bytesOf} onDone={() => onStep('sample')} />
    )
  if (step === 'sample')
    return (
      <SampleView documents={intake.read.documents} review={review} sample={sample} bytesOf={bytesOf} onDone={() => onStep('export')} />
    )
  return <ExportView review={review} sample={sample} misfiledOpen={work.misfiled.open} bytesOf={bytesOf} />
}
