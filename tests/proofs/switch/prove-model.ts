import { step } from '#utils/page/watch-model.ts'
import { unseenFaults } from './model/faults.ts'
import { GONE_WITHIN_MS } from './model/judge.ts'
import { walk, type WalkResult } from './model/walk.ts'

/** What one part of the proof found. */
export interface Part {
  readonly passed: number
  readonly failed: number
  readonly crossings: number
  readonly lines: readonly string[]
}

const WALK_STEPS = 2500

/** Random steps on the watcher's model, after every fault that the checks are for has been planted and seen. */
export function proveModel(seed: number, steps: number): Part {
  const { planted, unseen } = unseenFaults(seed)
  const walks = Array.from({ length: Math.ceil(steps / WALK_STEPS) }, (_, index) =>
    walk({ seed: seed * 1009 + index, steps: Math.min(WALK_STEPS, steps - index * WALK_STEPS), step }),
  )
  const examined = sum(walks, ({ findings }) => findings.examined)
  const failed = sum(walks, ({ findings }) => findings.failed)
  const gone = walks.flatMap(({ findings }) => findings.goneAfter).toSorted((a, b) => a - b)
  const opened = sum(walks, (one) => one.opened)
  return {
    passed: examined - failed,
    crossings: failed,
    failed: failed + unseen.length + (opened === 0 || gone.length === 0 ? 1 : 0),
    lines: [
      `model: ${planted - unseen.length} of ${planted} planted faults found${unseen.length > 0 ? `; not found: ${unseen.join(', ')}` : ''}`,
      `model: ${sum(walks, (one) => one.steps)} steps in ${sum(walks, ({ minutes }) => minutes).toFixed(0)} minutes of its own time, ${opened} views opened, ${failed} crossings`,
      `model: ${gone.length} switches, old case gone after p99 ${at(gone, 0.99)} ms, at most ${gone.at(-1) ?? 0} ms (bar ${GONE_WITHIN_MS} ms)`,
      `model: ${sum(walks, ({ answers }) => answers.asked)} questions: ${sum(walks, ({ answers }) => answers.landed)} answers landed, ${sum(walks, ({ answers }) => answers.refused)} came too late and were refused`,
      ...walks
        .flatMap(({ findings }) => findings.examples)
        .slice(0, 8)
        .map((example) => `model: ${example}`),
    ],
  }
}

const sum = (walks: readonly WalkResult[], of: (one: WalkResult) => number) => walks.reduce((total, one) => total + of(one), 0)

/** The value below which a share of sorted values lies. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
