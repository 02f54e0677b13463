import { addDays, type CalendarDay } from '../domain/calendar-day.ts'
import { outlineOf, type KnowledgeDocument } from './document.ts'
import { identifyDocument } from './identify-document.ts'
import type { ActVersion, Register, Shelf } from './register.ts'

export interface MemoryShelf extends Shelf {
  /** The document behind a version's id. */
  document(version: string): KnowledgeDocument | undefined
}

/** Documents held in memory, for looking citations up without a store. A document without a date begins on `today`. */
export function memoryShelf(documents: readonly KnowledgeDocument[], today: CalendarDay): MemoryShelf {
  const names = new Map<string, Set<string>>()
  const held = new Map<string, KnowledgeDocument>()
  const versions: ActVersion[] = []
  for (const [index, document] of documents.entries()) {
    const { work, names: own, short } = identifyDocument(document)
    const { nodes: _nodes, names: _names, source: _source, validFrom, ...rest } = document
    const version: ActVersion = { ...rest, id: `v${index}`, work, short, validFrom: validFrom ?? today }
    versions.push(version)
    held.set(version.id, document)
    if (document.kind === 'law') for (const name of own) names.set(name, (names.get(name) ?? new Set()).add(work))
  }
  const register: Register = {
    versions: ended(versions),
    names: new Map([...names].map(([name, works]) => [name, [...works]])),
  }
  return {
    document: (version) => held.get(version),
    register: () => Promise.resolve(register),
    outline: (version) => Promise.resolve(outlineOf(held.get(version) ?? { nodes: [] }, (index) => `${version}:${index}`)),
  }
}

/** Each version of a work ends on its own last day, or the day before the next begins. */
function ended(versions: readonly ActVersion[]): readonly ActVersion[] {
  const sorted = versions.toSorted((one, other) => compare(one.work, other.work) || compare(one.validFrom, other.validFrom))
  return sorted.map((version, index) => {
    const next = sorted[index + 1]
    if (next?.work !== version.work) return version
    const before = addDays(next.validFrom, -1)
    return { ...version, validTo: version.validTo === null || before < version.validTo ? before : version.validTo }
  })
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
