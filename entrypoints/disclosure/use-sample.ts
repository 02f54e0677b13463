import { useMemo, useState } from 'react'
import { drawSample, unforeseen, type UnmarkedPage } from '#utils/disclosure/estimate/draw-sample.ts'
import { estimateMissed, sampleSizeFor } from '#utils/disclosure/estimate/estimate-missed.ts'
import type { ReviewState } from '#utils/disclosure/review/review-state.ts'
import { pagesToSample } from '#utils/disclosure/workbench/pages-to-sample.ts'

export interface Sample {
  readonly unmarked: number
  readonly size: number
  readonly seen: number
  readonly missed: number
  /** What may be said of what was missed; `null` until a page was looked at. */
  readonly statement: string | null
  readonly page: UnmarkedPage | null
  readonly answer: (clean: boolean) => void
  readonly more: () => void
}

/** The first sample is as large as it takes to say "højst 10 %", but never more than this. */
const FIRST_PERCENT = 10
const LOT = 30

interface Drawn {
  readonly setup: ReviewState['setup']
  /** All of them, in the order they were drawn. */
  readonly pages: readonly UnmarkedPage[]
  readonly wanted: number
  readonly answers: readonly boolean[]
}

/** Pages without findings, drawn by lot and looked at by a person. Drawn anew when there are other documents. */
export function useSample(state: ReviewState | null, open: boolean): Sample {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const current = open && state !== null ? drawFor(state, drawn) : drawn
  if (current !== drawn) setDrawn(current)
  const { pages, wanted, answers } = current ?? { pages: [], wanted: 0, answers: [] }
  const size = Math.min(wanted, pages.length)
  const missed = answers.filter((clean) => !clean).length
  const statement = useMemo(
    () => (answers.length === 0 ? null : estimateMissed({ pages: pages.length, sample: answers.length, missed }).sentence),
    [pages.length, answers.length, missed],
  )
  return {
    unmarked: pages.length,
    size,
    seen: answers.length,
    missed,
    statement,
    page: answers.length < size ? (pages[answers.length] ?? null) : null,
    answer: (clean) => current && setDrawn({ ...current, answers: [...current.answers, clean] }),
    more: () => current && setDrawn({ ...current, wanted: current.wanted + LOT }),
  }
}

function drawFor(state: ReviewState, before: Drawn | null): Drawn {
  const { documents, findings } = state.setup
  if (before?.setup.documents === documents && before.setup.findings === findings) return before
  const pages = pagesToSample(state)
  const wanted = Math.min(LOT, sampleSizeFor(pages.length, FIRST_PERCENT) ?? 0)
  return { setup: state.setup, pages: drawSample(pages, pages.length, unforeseen), wanted, answers: [] }
}
