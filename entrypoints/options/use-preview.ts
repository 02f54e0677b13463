import { useCallback, useRef, useState } from 'react'
import { danishDay } from '#utils/case-session/today.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { packSchema, type PackRule, type RulePack } from '#utils/guidance/pack-schema.ts'
import { runInSlices } from '#utils/page/run-in-slices.ts'
import { switchesAfter, switchesOn, type Considered } from '#utils/switchboard/board-rules.ts'
import { NOTHING_EXAMINED, previewSteps, type PreviewAsk, type SwitchPreview } from '#utils/switchboard/preview-switch.ts'
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
  const { state, run, stopPreview } = useRun()
  const preview = useCallback(
    (of: Considered) => {
      const setup = { rules: loadRulePack(pack), closingDays }
      const before = { ...setup, switches: switchesOn(of.day, board, switches) }
      run(of, { before, after: { ...setup, switches: switchesAfter(of, board, switches) }, pack: packSchema.parse(pack) })
    },
    [run, pack, closingDays, switches, board],
  )
  const previewRule = useCallback(
    (rule: PackRule) => {
      const known = packSchema.parse(pack)
      const added = { ...known, rules: [...known.rules.filter(({ id }) => id !== rule.id), rule] }
      const day = danishDay(new Date())
      const now = { closingDays, switches: switchesOn(day, board, switches) }
      const [before, after] = [loadRulePack(known), loadRulePack(added)]
      // The rule's own turn comes as often as any other's.
      run(
        { rule: rule.id, on: true, day, everyUnit: true },
        { before: { ...now, rules: before }, after: { ...now, rules: after }, pack: added },
      )
    },
    [run, pack, closingDays, switches, board],
  )
  return { state, preview, previewRule, stopPreview }
}

interface Comparison extends Pick<PreviewAsk, 'before' | 'after'> {
  /** What the cases are invented for. */
  readonly pack: RulePack
}

/** One preview at a time: a new one ends the old. */
function useRun() {
  const [state, setState] = useState<PreviewState | null>(null)
  const running = useRef<AbortController | null>(null)
  const stopPreview = useCallback(() => {
    running.current?.abort()
    setState((now) => (now?.state === 'running' ? { ...now, state: 'stopped' } : now))
  }, [])
  const run = useCallback((of: Considered, { before, after, pack }: Comparison) => {
    running.current?.abort()
    const work = new AbortController()
    running.current = work
    const tell = (result: SwitchPreview, how: PreviewState['state']) => setState({ of, result, count: CASES, state: how })
    tell(NOTHING_EXAMINED, 'running')
    const cases = sampleCases({ seed: SEED, count: CASES, today: of.day, pack })
    const told = telling(previewSteps({ before, after, day: of.day, cases }), (result) => tell(result, 'running'))
    const finish = async () => {
      const result = await runInSlices(told, { signal: work.signal })
      if (result !== null && running.current === work) tell(result, 'done')
    }
    void finish()
  }, [])
  return { state, run, stopPreview }
}

function* telling(steps: Generator<SwitchPreview, SwitchPreview>, tell: (sum: SwitchPreview) => void): Generator<void, SwitchPreview> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (step.value.examined % TELL_EVERY === 0) tell(step.value)
    yield
  }
}
