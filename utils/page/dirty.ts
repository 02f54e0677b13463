import type { Blocks, Dirty, WatchState } from './watch-types.ts'

/** Changes noted until the next reading. */
export function moreDirty(dirty: Dirty | null, blocks: Blocks, at: number): Dirty {
  return { since: dirty?.since ?? at, latest: at, blocks: join(blocksOf(dirty), blocks) }
}

/** A reading came to nothing: what it was to read is still unread. */
export function readAgain({ unread, dirty }: WatchState, at: number): Dirty {
  return { since: at, latest: at, blocks: join(unread, blocksOf(dirty)) }
}

/** Blocks that have changed since the reading under way began. */
export function changedMeanwhile({ dirty }: WatchState): Blocks {
  return blocksOf(dirty)
}

/** Blocks of the open case that changed and were not read before it went; `null` when that can be any. */
export function neverRead({ open, readOnce, reading, unread, dirty }: WatchState): Blocks {
  if (!open) return []
  if (!readOnce) return null
  return join(reading ? unread : [], blocksOf(dirty))
}

/** Unknown blocks stay unknown; no changes are no blocks. */
function blocksOf(dirty: Dirty | null): Blocks {
  return dirty ? dirty.blocks : []
}

function join(one: Blocks, other: Blocks): Blocks {
  return one === null || other === null ? null : [...new Set([...one, ...other])]
}
