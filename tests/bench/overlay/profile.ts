import type { CDPSession } from '@playwright/test'

/** What scripts of some kind cost a page's main thread. */
export interface ScriptCost {
  /** Milliseconds in all, with everything they called. */
  readonly total: number
  /** The longest stretch without the page getting its turn. */
  readonly longest: number
  /** Milliseconds by function, dearest first. */
  readonly dearest: readonly { readonly name: string; readonly ms: number }[]
}

const SAMPLE_US = 100
/** Samples of ours this close together belong to one task. */
const SAME_TASK_US = 1000

/** Profiles the page while `work` runs, and sums what scripts of the matching address cost. */
export async function costOf(session: CDPSession, isOurs: (url: string) => boolean, work: () => Promise<void>): Promise<ScriptCost> {
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US })
  await session.send('Profiler.start')
  await work()
  const { profile } = await session.send('Profiler.stop')
  const parent = new Map<number, number>()
  for (const node of profile.nodes) for (const child of node.children ?? []) parent.set(child, node.id)
  const byId = new Map(profile.nodes.map((node) => [node.id, node]))
  const ours = new Map<number, boolean>()
  const isOursAt = (id: number): boolean => {
    const known = ours.get(id)
    if (known !== undefined) return known
    const up = parent.get(id)
    const answer = isOurs(byId.get(id)?.callFrame.url ?? '') || (up !== undefined && isOursAt(up))
    ours.set(id, answer)
    return answer
  }
  let [total, longest, run, gap] = [0, 0, 0, 0]
  const self = new Map<string, number>()
  const [samples, deltas] = [profile.samples ?? [], profile.timeDeltas ?? []]
  for (const [index, id] of samples.entries()) {
    const us = deltas[index + 1] ?? 0
    if (isOursAt(id)) {
      total += us
      run += us + (run > 0 ? gap : 0)
      gap = 0
      longest = Math.max(longest, run)
      const name = nameOf(id, byId, parent, isOurs)
      self.set(name, (self.get(name) ?? 0) + us)
    } else {
      gap += us
      if (gap > SAME_TASK_US) run = 0
    }
  }
  const dearest = [...self]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([name, us]) => ({ name, ms: us / 1000 }))
  return { total: total / 1000, longest: longest / 1000, dearest }
}

type Nodes = ReadonlyMap<
  number,
  { readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number } }
>

/** The function of ours that a sample is in or was called from. */
function nameOf(id: number, byId: Nodes, parent: ReadonlyMap<number, number>, isOurs: (url: string) => boolean): string {
  for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
    const frame = byId.get(at)?.callFrame
    if (frame && isOurs(frame.url)) return `${frame.functionName || '(anonymous)'}:${frame.lineNumber + 1}`
  }
  return '(unknown)'
}
