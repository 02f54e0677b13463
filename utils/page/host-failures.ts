import { failureNotices } from './block-state.ts'
import type { BlockReading } from './read-block.ts'
import type { ReadContext } from './read-context.ts'

/**
 * A notice that something could not be got concerns the block it stands in, or all of them when it stands in none. What is
 * missing there has failed, and no list there is whole.
 */
export function withFailures(context: ReadContext, blocks: readonly BlockReading[]): readonly BlockReading[] {
  const notices = failureNotices(context)
  if (notices.length === 0) return blocks
  const isIn = (notice: Element, { region }: BlockReading) => region !== null && region !== context.root && region.contains(notice)
  const astray = notices.some((notice) => !blocks.some((block) => isIn(notice, block)))
  return blocks.map((block) => (astray || notices.some((notice) => isIn(notice, block)) ? asPartial(block) : block))
}

function asPartial(block: BlockReading): BlockReading {
  const lists = new Map(
    [...block.lists].map(([group, list]) => [group, { ...list, coverage: { ...list.coverage, complete: false } }] as const),
  )
  const named = new Set(block.notRead.map(({ part }) => part))
  const parts = [...block.lists.keys()].filter((group) => !named.has(group)).map((part) => ({ part, why: 'failed' as const }))
  return {
    ...block,
    lists,
    notRead: [...block.notRead.map(({ part, why }) => ({ part, why: why === 'not-found' ? ('failed' as const) : why })), ...parts],
  }
}
