import type { PageState } from '#utils/domain/case-view.ts'
import type { WatchConfig, WatchEffect, WatchEvent } from '#utils/page/watch-types.ts'

/** What a real page did to the watcher of one document, and what the watcher did. */
export interface Trace {
  readonly what: string
  readonly profile: string
  readonly config: Omit<WatchConfig, 'seed'>
  readonly entries: readonly TraceEntry[]
}

export interface TraceEntry {
  readonly event: WatchEvent
  /** Effects in short: what can be compared from run to run. */
  readonly effects: readonly string[]
}

/** An effect without what differs from run to run. */
export function shortEffect(effect: WatchEffect): string {
  switch (effect.type) {
    case 'announce':
      return `announce ${shortState(effect.state)}`
    case 'wake':
      return `wake ${Math.round(effect.at)}`
    case 'read':
      return `read ${effect.epoch}`
    case 'purge':
    case 'look':
    case 'stop':
      return effect.type
  }
}

function shortState(state: PageState): string {
  if (state.kind !== 'open') return state.kind
  const { identity, facts, lists } = state.view
  return `open ${identity.citizenId} ${Object.keys(facts).toSorted().join(' ')} ${Object.keys(lists).toSorted().join(' ')}`
}
