import type { CaseRecord } from '#demo/data/case-record.ts'
import { type FactKey, factDefinition, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'

/** A text put into a case, and where. */
export interface Planted {
  readonly key: FactKey
  readonly row: string | null
  readonly text: string
}

export interface PlantedCase {
  readonly record: CaseRecord
  readonly planted: readonly Planted[]
}

/** Keys whose words decide which rows stand where, or that name the user rather than the case. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'case.number',
  'caseList.number',
  'benefit.month',
  'session.userName',
  'session.role',
  'session.municipality',
  'session.unit',
  'contact.deadlineType',
])

/**
 * Puts texts into every free text of a case, lists cut to `rows` rows. `next` gives the text for a place; the citizen's
 * name and CPR number stay, unless `name` is given.
 */
export function plantCase(
  found: CaseRecord,
  options: { readonly next: (key: FactKey) => string; readonly rows: number; readonly name?: string },
): PlantedCase {
  const planted: Planted[] = []
  const plant = (values: object, row: string | null) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        row !== null && key === 'id' ? (value as string) : put(key as FactKey, value as FactValue, row),
      ]),
    )
  const put = (key: FactKey, value: FactValue, row: string | null): FactValue => {
    const type = factDefinition(key)?.type
    if (key === 'citizen.name' || LEFT_ALONE.has(key) || value === null) return value
    if (type !== 'text' && type !== 'richText') return value
    const text = options.next(key)
    planted.push({ key, row, text })
    return text
  }
  const facts = { ...plant(found.facts, null), ...(options.name !== undefined && { 'citizen.name': options.name }) }
  const lists = Object.fromEntries(
    (Object.keys(found.lists) as ListGroup[]).map((group) => [
      group,
      found.lists[group].slice(0, options.rows).map((row) => plant(row, row.id)),
    ]),
  )
  return { planted, record: { ...found, facts, lists: lists as unknown as CaseRecord['lists'], relations: [], lock: null } }
}
