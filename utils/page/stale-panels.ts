import type { PageReading } from './page-reading.ts'
import { STALE } from './watch-types.ts'
import type { StalePanels } from './watch-types.ts'

/**
 * After the citizen has changed, a panel may go on showing the one before (P20). It is believed only once it has been
 * re-rendered or says something else than was read for anyone else.
 */
export const NO_STALE: StalePanels = { marks: {}, rerendered: [], pending: [], loading: [], changedAt: Number.NEGATIVE_INFINITY, switched: false }

const MAX_MARKS = 60

type Reading = Pick<PageReading, 'marks' | 'notRead' | 'origin' | 'facts' | 'lists'>

/** The citizen changed, or may have. */
export function citizenChanged(stale: StalePanels, at: number): StalePanels {
  return { ...stale, rerendered: [], pending: stale.loading, loading: [], changedAt: at, switched: true }
}

export function rerendered(stale: StalePanels, blocks: readonly string[]): StalePanels {
  const added = blocks.filter((block) => !stale.rerendered.includes(block))
  return added.length === 0 ? stale : { ...stale, rerendered: [...stale.rerendered, ...added] }
}

/** Which blocks of a reading still may be of the citizen before. */
export function doubtfulBlocks(stale: StalePanels, reading: Reading, moment: { readonly at: number; readonly key: string; readonly hurried: boolean }): Set<string> {
  const doubtful = new Set<string>()
  if (!stale.switched) return doubtful
  const early = moment.at - stale.changedAt < STALE
  for (const { block, mark } of reading.marks) {
    const owner = stale.marks[block]?.[mark]
    const isOthers = owner !== undefined && owner !== moment.key
    if (isOthers && !stale.rerendered.includes(block)) doubtful.add(block)
    if (early && (moment.hurried || stale.pending.includes(block))) doubtful.add(block)
  }
  return doubtful
}

/** Keeps the marks of what was believed, and which blocks are loading. */
export function noteReading(stale: StalePanels, reading: Reading, noted: { readonly key: string; readonly doubtful: ReadonlySet<string>; readonly loading: readonly string[] }): StalePanels {
  const marks: Record<string, Readonly<Record<string, string>>> = { ...stale.marks }
  for (const { block, mark } of reading.marks) {
    if (noted.doubtful.has(block)) continue
    const before = Object.entries(marks[block] ?? {}).slice(-MAX_MARKS)
    marks[block] = Object.fromEntries([...before.filter(([old]) => old !== mark), [mark, noted.key]])
  }
  // A block seen loading since the change has been re-rendered when it is loading no more.
  const came = noted.loading.filter((block) => !stale.rerendered.includes(block))
  return { ...stale, marks, loading: noted.loading, rerendered: [...stale.rerendered, ...came] }
}
