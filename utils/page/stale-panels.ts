import type { PageReading } from './page-reading.ts'
import { STALE } from './watch-types.ts'
import type { Blocks, StalePanels } from './watch-types.ts'

/**
 * After the citizen has changed, a panel may go on showing the one before (P20). It is believed only once it has been
 * re-rendered or says something else than was read for anyone else.
 */
export const NO_STALE: StalePanels = {
  marks: {},
  rerendered: [],
  pending: [],
  loading: [],
  changedAt: Number.NEGATIVE_INFINITY,
  switched: false,
}

const MAX_MARKS = 60

type Reading = Pick<PageReading, 'marks' | 'notRead' | 'origin' | 'facts' | 'lists'>

/** The citizen changed, or may have. `unread`: blocks whose content was never read for the case before. */
export function citizenChanged(stale: StalePanels, at: number, unread: readonly string[]): StalePanels {
  const stillPending = at - stale.changedAt < STALE ? stale.pending : []
  return {
    ...stale,
    rerendered: [],
    pending: [...new Set([...stillPending, ...stale.loading, ...unread])],
    loading: [],
    changedAt: at,
    switched: true,
  }
}

/** Someone is passing by: panels may stay for a while from now. */
export function passingBy(stale: StalePanels, at: number): StalePanels {
  return { ...stale, rerendered: [], changedAt: at, switched: true }
}

/** Another screen of the same case before the last panels came: they begin to be waited for anew. */
export function stillStale(stale: StalePanels, at: number): StalePanels {
  return at - stale.changedAt < STALE ? { ...stale, changedAt: at } : stale
}

export function rerendered(stale: StalePanels, blocks: readonly string[]): StalePanels {
  const added = blocks.filter((block) => !stale.rerendered.includes(block))
  return added.length === 0 ? stale : { ...stale, rerendered: [...stale.rerendered, ...added] }
}

interface Moment {
  /** When the reading began. */
  readonly at: number
  readonly key: string
  readonly hurried: boolean
  /** Blocks that changed while the reading was made: it may hold what they showed before. */
  readonly changing: Blocks
}

/** Which blocks of a reading still may be of the citizen before. */
export function doubtfulBlocks(stale: StalePanels, reading: Reading, moment: Moment): Set<string> {
  const doubtful = new Set<string>()
  if (!stale.switched) return doubtful
  const early = moment.at - stale.changedAt < STALE
  for (const { block, mark } of reading.marks) {
    if (isOthers(stale.marks[block]?.[mark], moment.key) && !hasCome(block, stale, moment)) doubtful.add(block)
    if (early && (moment.hurried || stale.pending.includes(block))) doubtful.add(block)
  }
  return doubtful
}

function isOthers(owner: string | undefined, key: string): boolean {
  return owner !== undefined && owner !== key
}

/** Rendered anew since the change, and not changing while it was read. */
function hasCome(block: string, stale: StalePanels, { changing }: Moment): boolean {
  return stale.rerendered.includes(block) && changing !== null && !changing.includes(block)
}

/** Keeps the marks of what was believed, and which blocks are loading. */
export function noteReading(
  stale: StalePanels,
  reading: Reading,
  noted: { readonly key: string; readonly doubtful: ReadonlySet<string>; readonly loading: readonly string[] },
): StalePanels {
  const marks: Record<string, Readonly<Record<string, string>>> = { ...stale.marks }
  for (const { block, mark } of reading.marks) {
    if (noted.doubtful.has(block)) continue
    const before = Object.entries(marks[block] ?? {}).slice(-MAX_MARKS)
    marks[block] = Object.fromEntries([...before.filter(([old]) => old !== mark), [mark, noted.key]])
  }
  // A block seen loading since the change has been re-rendered when it is loading no more.
  const came = noted.loading.filter((block) => !stale.rerendered.includes(block))
  return { ...stale, marks, loading: [...new Set([...noted.loading, ...noted.doubtful])], rerendered: [...stale.rerendered, ...came] }
}
