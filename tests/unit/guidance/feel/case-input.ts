import type { FactList } from '#utils/domain/case-view.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { asId, type RowKey } from '#utils/domain/ids.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import type { GeneratedCase } from './arbitrary.ts'

export const fact = (key: FactKey, value: FactValue): Fact => ({
  key,
  value,
  source: { pageKind: '', locator: '', asRead: '', readAt: '' },
})

const facts = (values: ReadonlyMap<FactKey, FactValue>) => Object.fromEntries([...values].map(([key, value]) => [key, fact(key, value)]))

export function inputOf(generated: GeneratedCase, complete = true): CaseInput {
  const rows = generated.rows.map((row, index) => ({ key: asId<RowKey>(`row-${index}`), facts: facts(row) }))
  const offer: FactList = { rows, coverage: { read: rows.length, total: complete ? rows.length : null, complete, filters: [] } }
  return { facts: facts(generated.singles), lists: { offer } }
}
