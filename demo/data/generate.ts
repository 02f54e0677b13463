import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { buildCase } from './build-case.ts'
import type { CaseRecord } from './case-record.ts'
import { STORIES } from './stories/all.ts'
import { syntheticStory } from './synthetic.ts'

export interface GenerateOptions {
  /** Names the whole set: the same seed and day give the same cases. */
  readonly seed: string | number
  readonly today: CalendarDay
  /** Synthetic persons beside the named ones. */
  readonly extra?: number
}

/** The invented cases: the named persons with their stories, then `extra` synthetic ones over the four size classes. */
export function generateCases({ seed, today, extra = 0 }: GenerateOptions): readonly CaseRecord[] {
  const named = STORIES.map((story) => buildCase(story, { today, seed: String(seed), named: true }))
  const synthetic = Array.from({ length: extra }, (_, index) =>
    buildCase(syntheticStory(String(seed), index, today), { today, seed: String(seed), named: false }),
  )
  return [...named, ...synthetic]
}
