import { planExport } from '#utils/disclosure/review/plan-export.ts'
import type { ReviewState } from '#utils/disclosure/review/review-state.ts'
import { STEPS, type StepId } from '#components/disclosure/step-bar.tsx'

export interface Progress {
  readonly ready: boolean
  /** There once everything given was read and looked through. */
  readonly review: ReviewState | null
  readonly sampled: boolean
}

/** The steps that can be gone to. */
export function openSteps({ ready, review }: Progress): ReadonlySet<StepId> {
  return new Set(STEPS.map(({ id }) => id).filter((id) => id === 'setup' || (id === 'intake' ? ready : ready && review !== null)))
}

/** The steps that are finished. */
export function doneSteps({ ready, review, sampled }: Progress): ReadonlySet<StepId> {
  const steps: readonly (readonly [StepId, boolean])[] = [
    ['setup', ready],
    ['intake', review !== null],
    ['review', review !== null && planExport(review) !== null],
    ['sample', sampled],
  ]
  return new Set(steps.filter(([, done]) => done).map(([id]) => id))
}
