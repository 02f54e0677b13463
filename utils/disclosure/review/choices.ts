import type { Decision, ExtractedFact } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'

/** What a person did about a page that was not screened: looked at it and hands it out, or leaves it out. */
export type Confirmation = 'seen' | 'left-out'

/** Everything that a person has chosen, by id: findings by `FindingId`, documents by `DocumentId`, pages by `NotScreenedId`. */
export interface Choices {
  readonly first: ReadonlyMap<string, Decision>
  readonly second: ReadonlyMap<string, Decision>
  /** Where the readers differed and one of them gave way. */
  readonly agreed: ReadonlyMap<string, Decision>
  readonly documents: ReadonlyMap<string, Decision>
  readonly confirmed: ReadonlyMap<string, Confirmation>
  readonly extracts: ReadonlyMap<string, readonly ExtractedFact[]>
  /** What a person found and the screening had not. */
  readonly added: ReadonlyMap<string, Finding>
}

export type Slot = keyof Choices
type ValueOf<S extends Slot> = Choices[S] extends ReadonlyMap<string, infer Value> ? Value : never

/** One entry before and after; a step of undo is a list of them, so that a long review stays small in memory. */
export type Change = {
  [S in Slot]: { readonly slot: S; readonly key: string; readonly before: ValueOf<S> | undefined; readonly after: ValueOf<S> | undefined }
}[Slot]

export const NO_CHOICES: Choices = {
  first: new Map(),
  second: new Map(),
  agreed: new Map(),
  documents: new Map(),
  confirmed: new Map(),
  extracts: new Map(),
  added: new Map(),
}

export function applyChanges(choices: Choices, changes: readonly Change[], direction: 'after' | 'before'): Choices {
  const copies = new Map<Slot, Map<string, unknown>>()
  for (const change of changes) {
    const copy = copies.get(change.slot) ?? new Map<string, unknown>(choices[change.slot])
    copies.set(change.slot, copy)
    const value = change[direction]
    if (value === undefined) copy.delete(change.key)
    else copy.set(change.key, value)
  }
  return { ...choices, ...(Object.fromEntries(copies) as Partial<Choices>) }
}
