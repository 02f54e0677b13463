import { useCallback, useRef, useState } from 'react'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { packSchema } from '#utils/guidance/pack-schema.ts'
import { runInSlices } from '#utils/page/run-in-slices.ts'
import { switchesAfter, switchesOn, type Considered } from '#utils/switchboard/board-rules.ts'
import { NOTHING_EXAMINED, previewSteps, type SwitchPreview } from '#utils/switchboard/preview-switch.ts'
import { sampleCases } from '#utils/switchboard/sample-cases.ts'
import type { Switchboard } from '#proxy/contract/guidance.ts'
import type { PreviewState } from '#components/switchboard/switchboard-events.ts'

const CASES = 500
/** The same cases each time, so that two previews can be compared. */
const SEED = 2026
/** Told a few times a second: drawing the page must not cost more than the reckoning. */
const TELL_EVERY = 25

/** What a considered change would do to invented cases: reckoned here, in slices, and stopped when asked. */
export function usePreview({ pack, closingDays, switches }: PanelSetup, board: Switchboard) {
  const [state, setState] = useState<PreviewState | null>(null)
  const running = useRef<AbortController | null>(null)
  const stopPreview = useCallback(() => {
    running.current?.abort()
    setState((now) => (now?.state === 'running' ? { ...now, state: 'stopped' } : now))
  }, [])
  const preview = useCallback(
    (of: Considered) => {
      running.current?.abort()
      const work = new AbortController()
      running.current = work
      setState({ of, result: NOTHING_EXAMINED, count: CASES, state: 'running' })
      const rules = loadRulePack(pack)
      const cases = sampleCases({ seed: SEED, count: CASES, today: of.day, pack: packSchema.parse(pack) })
      const setup = { rules, closingDays }
      const steps = previewSteps({
        before: { ...setup, switches: switchesOn(of.day, board, switches) },
        after: { ...setup, switches: switchesAfter(of, board, switches) },
        day: of.day,
        cases,
      })
      const told = telling(steps, (result) => setState({ of, result, count: CASES, state: 'running' }))
      const finish = async () => {
        const result = await runInSlices(told, { signal: work.signal })
        if (result !== null && running.current === work) setState({ of, result, count: CASES, state: 'done' })
      }
      void finish()
    },
    [pack, closingDays, switches, board],
  )
  return { state, preview, stopPreview }
}

function* telling(steps: Generator<SwitchPreview, SwitchPreview>, tell: (sum: SwitchPreview) => void): Generator<void, SwitchPreview> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (step.value.examined % TELL_EVERY === 0) tell(step.value)
    yield
  }
}
