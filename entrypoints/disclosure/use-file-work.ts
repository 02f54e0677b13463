import { useMemo, useState } from 'react'
import type { ReviewSetup } from '#utils/disclosure/review/review-state.ts'
import { screenedItems } from '#utils/disclosure/workbench/count-items.ts'
import type { StepId } from '#components/disclosure/step-bar.tsx'
import { useFindings, type Findings } from './use-findings.ts'
import { useIntake, type Intake } from './use-intake.ts'
import { useMisfiled, type Misfiled } from './use-misfiled.ts'
import { useRequest, type Request } from './use-request.ts'
import { useReview, type Review } from './use-review.ts'
import { useSample, type Sample } from './use-sample.ts'

/** Everything the page holds about one file. */
export interface FileWork {
  readonly request: Request
  readonly intake: Intake
  readonly findings: Findings
  readonly review: Review | null
  readonly misfiled: Misfiled
  readonly sample: Sample
  /** As typed: how many items the case system lists. */
  readonly expected: string
  readonly setExpected: (text: string) => void
}

const NONE: readonly never[] = []

export function useFileWork(step: StepId): FileWork {
  const [expected, setExpected] = useState('')
  const request = useRequest()
  const intake = useIntake()
  const findings = useFindings(intake.read, request.subject)
  const {
    regime,
    draft: { secondReader },
  } = request
  const { documents } = intake.read
  const found = findings.found?.findings ?? null
  const setup = useMemo((): ReviewSetup | null => {
    if (regime === null || found === null) return null
    const listed = /^\d+$/.test(expected) ? Number(expected) : null
    return { documents, findings: found, regime, listed, screened: screenedItems(documents), secondReader }
  }, [regime, found, documents, expected, secondReader])
  const review = useReview(setup)
  const misfiled = useMisfiled(findings.found?.filing.misfiled ?? NONE, review)
  const sample = useSample(review?.state ?? null, step === 'sample')
  return { request, intake, findings, review, misfiled, sample, expected, setExpected }
}
