import type { PersonRole } from '#utils/disclosure/model/finding.ts'
import type { NameSample } from './generate.ts'

/** What a finder says of one text. */
export interface FoundName {
  readonly start: number
  readonly end: number
  readonly role: PersonRole | null
}
export type NameFinder = (text: string) => readonly FoundName[]

export interface NameScore {
  persons: number
  found: number
  unlisted: number
  unlistedFound: number
  finds: number
  real: number
  roles: number
  rolesRight: number
  readonly wrong: string[]
}

const SHOWN = 40

export function scoreNames(samples: readonly NameSample[], find: NameFinder): NameScore {
  const score: NameScore = { persons: 0, found: 0, unlisted: 0, unlistedFound: 0, finds: 0, real: 0, roles: 0, rolesRight: 0, wrong: [] }
  for (const sample of samples) scoreOne(sample, find(sample.text), score)
  return score
}

function scoreOne({ id, text, persons }: NameSample, finds: readonly FoundName[], score: NameScore): void {
  for (const person of persons) {
    score.persons += 1
    const covering = finds.filter((find) => overlaps(find, person))
    const found = isCovered(text, person, covering)
    if (person.listed === false) score.unlisted += 1
    if (!found) {
      note(score, `${id} missed "${text.slice(person.start, person.end)}" in "${around(text, person)}"`)
      continue
    }
    score.found += 1
    if (person.listed === false) score.unlistedFound += 1
    if (person.role === undefined) continue
    score.roles += 1
    const right = covering.some(({ role }) => role === person.role)
    if (right) score.rolesRight += 1
    else note(score, `${id} role ${covering[0]?.role ?? 'none'}, not ${person.role}: "${around(text, person)}"`)
  }
  for (const find of finds) {
    score.finds += 1
    if (isReal(find, persons)) score.real += 1
    else note(score, `${id} no person "${text.slice(find.start, find.end)}" in "${around(text, find)}"`)
  }
}

interface Range {
  readonly start: number
  readonly end: number
}

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/** Every letter of the name lies in some find: what lies outside would stay readable. */
function isCovered(text: string, person: Range, finds: readonly Range[]): boolean {
  for (let at = person.start; at < person.end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue
    if (!finds.some((find) => find.start <= at && at < find.end)) return false
  }
  return true
}

/** More than half of the find is a person's name. */
function isReal(find: Range, persons: readonly Range[]): boolean {
  const shared = persons.reduce((sum, person) => sum + Math.max(0, Math.min(find.end, person.end) - Math.max(find.start, person.start)), 0)
  return shared * 2 > find.end - find.start
}

const around = (text: string, { start, end }: Range): string => text.slice(Math.max(0, start - 30), end + 25).replaceAll('\n', '⏎')

function note({ wrong }: NameScore, line: string): void {
  if (wrong.length < SHOWN) wrong.push(line)
}
