import type { CaseView, PageState } from '#utils/domain/case-view.ts'
import { asId } from '#utils/domain/ids.ts'
import type { CaseToken } from '#utils/domain/ids.ts'
import { unreadParts } from './case-memory.ts'
import type { WatchConfig, WatchState } from './watch-types.ts'

/** What the rest of the product may know of the page. */
export function pageStateOf(config: WatchConfig, state: WatchState): PageState {
  switch (state.phase) {
    case 'open':
      return openState(config, state)
    case 'none':
    case 'many':
      return { kind: 'no-case', pageKind: state.pageKind ?? '', citizens: state.phase }
    case 'broken':
      return { kind: 'profile-broken', missing: state.missing }
    case 'logged-out':
      return { kind: 'logged-out' }
    case 'no-access':
      return { kind: 'no-access' }
    case 'settling':
      return { kind: 'settling' }
    case 'unknown':
    case 'away':
    case 'stopped':
      return { kind: 'unknown-page' }
  }
}

/** A case that is confirmed but not read yet shows nothing, so it is still settling to its users. */
function openState(config: WatchConfig, state: WatchState): PageState {
  if (!state.open || !state.memory || !state.readOnce) return { kind: 'settling' }
  const { memory, open } = state
  const view: CaseView = {
    token: asId<CaseToken>(open.token),
    identity: open.identity,
    profile: config.profile,
    pageKind: state.pageKind ?? '',
    readAt: memory.readAt,
    facts: values(memory.facts),
    lists: values(memory.lists),
    notRead: unreadParts(memory, config.parts),
  }
  return { kind: 'open', view }
}

function values<T>(kept: Readonly<Record<string, { readonly value: T }>>): Record<string, T> {
  return Object.fromEntries(Object.entries(kept).map(([key, { value }]) => [key, value]))
}
