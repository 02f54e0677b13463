import type { Blocks, Dirty, WatchState } from './watch-types.ts'

/** Changes noted until the next reading. A change that takes in the header may be the switch to another case itself. */
export function moreDirty(state: WatchState, blocks: Blocks, at: number): Dirty {
  const { dirty, stale } = state
  const since = dirty?.since ?? at
  if (dirty?.after !== undefined) return { ...dirty, latest: at, after: join(dirty.after, blocks) }
  const mayBeSwitch = blocks === null || (stale.header !== null && blocks.includes(stale.header))
  return mayBeSwitch ? { since, latest: at, blocks: blocksOf(dirty), after: blocks } : { since, latest: at, blocks: join(blocksOf(dirty), blocks) }
}

/** The case is still the same: the change was no switch. */
export function noSwitch(dirty: Dirty): Dirty {
  const { after, ...rest } = dirty
  return after === undefined ? dirty : { ...rest, blocks: join(dirty.blocks, after) }
}

/** A reading came to nothing: what it was to read is still unread. */
export function readAgain({ unread, dirty }: WatchState, at: number): Dirty {
  return { since: at, latest: at, blocks: join(unread, blocksOf(dirty)) }
}

/** Blocks that have changed since the reading under way began. */
export function changedMeanwhile({ dirty }: WatchState): Blocks {
  return dirty ? join(dirty.blocks, dirty.after === undefined ? [] : dirty.after) : []
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
