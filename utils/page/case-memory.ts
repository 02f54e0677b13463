import type { FactList, NotRead, NotReadReason } from '#utils/domain/case-view.ts'
import type { Fact } from '#utils/domain/fact.ts'
import type { PageReading } from './page-reading.ts'

/** Facts of the open case from the screens seen so far, each with the time it was read. Dies with the case. */
export interface CaseMemory {
  readonly facts: Readonly<Record<string, Kept<Fact>>>
  readonly lists: Readonly<Record<string, Kept<FactList>>>
  readonly notRead: readonly NotRead[]
  readonly readAt: string
}

interface Kept<T> {
  readonly value: T
  readonly pageKind: string
  /** Wall-clock milliseconds. */
  readonly at: number
}

export const MAX_AGE = 60 * 60_000

export const NO_MEMORY: CaseMemory = { facts: {}, lists: {}, notRead: [], readAt: '' }

/** The page says that it has no such value, or says two: what was remembered is no longer right. */
const DISPROVES: ReadonlySet<NotReadReason> = new Set(['ambiguous', 'unreadable', 'failed', 'not-found', 'not-asked', 'protected'])

type Reading = Pick<PageReading, 'pageKind' | 'facts' | 'lists' | 'notRead' | 'readAt'>

/** What is known of the case after one more reading. */
export function remember(memory: CaseMemory, reading: Reading, at: number): CaseMemory {
  const facts: Record<string, Kept<Fact>> = { ...memory.facts }
  const lists: Record<string, Kept<FactList>> = { ...memory.lists }
  for (const { part } of reading.notRead.filter(({ why }) => DISPROVES.has(why))) {
    delete facts[part]
    if (lists[part]?.pageKind === reading.pageKind) delete lists[part]
  }
  for (const [key, fact] of Object.entries(reading.facts)) if (fact) facts[key] = { value: fact, pageKind: reading.pageKind, at }
  for (const [group, list] of Object.entries(reading.lists)) {
    if (isBetter(list, lists[group], reading.pageKind)) lists[group] = { value: list, pageKind: reading.pageKind, at }
  }
  return { facts, lists, notRead: reading.notRead, readAt: reading.readAt }
}

/** "Seneste 5" on one screen does not take the place of the whole list from another. */
function isBetter(list: FactList, kept: Kept<FactList> | undefined, pageKind: string): boolean {
  return !kept || kept.pageKind === pageKind || list.coverage.complete || !kept.value.coverage.complete
}

/** Without what is too old to be believed. The same object when nothing is. */
export function forgetOld(memory: CaseMemory, wall: number): CaseMemory {
  const old = [...Object.values(memory.facts), ...Object.values(memory.lists)].some(({ at }) => wall - at > MAX_AGE)
  return old ? { ...memory, facts: young(memory.facts, wall), lists: young(memory.lists, wall) } : memory
}

function young<T>(kept: Readonly<Record<string, Kept<T>>>, wall: number): Record<string, Kept<T>> {
  return Object.fromEntries(Object.entries(kept).filter(([, { at }]) => wall - at <= MAX_AGE))
}

/** The parts of the case that are not known, this page's reasons first, then what stands on screens not visited. */
export function unreadParts(memory: CaseMemory, parts: Readonly<Record<string, readonly string[]>>): NotRead[] {
  const unread = new Map<string, NotRead>()
  const isKnown = (part: string) => memory.facts[part] !== undefined || memory.lists[part]?.value.coverage.complete === true
  for (const entry of memory.notRead) if (entry.why === 'paged' || !isKnown(entry.part)) unread.set(entry.part, entry)
  for (const part of Object.values(parts).flat()) {
    if (memory.facts[part] === undefined && memory.lists[part] === undefined && !unread.has(part))
      unread.set(part, { part, why: 'elsewhere' })
  }
  return [...unread.values()]
}
