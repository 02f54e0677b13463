import type { CaseRecord, RowRecord } from '#demo/data/case-record.ts'
import { generateCases } from '#demo/data/generate.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'

export const ROWS = 2000

/** Heavy cases, and one whose journal has exactly 2,000 active notes. */
export function benchCases(today: CalendarDay): { readonly heavy: readonly CaseRecord[]; readonly long: CaseRecord } {
  const all = generateCases({ seed: 'bench', today, extra: 60 }).filter(({ lock }) => lock === null)
  const heavy = all.filter(({ size }) => size === 'heavy' || size === 'extreme')
  const [first] = heavy
  if (!first) throw new Error('no heavy case')
  return { heavy: heavy.slice(0, 6), long: withRows(first) }
}

function withRows(found: CaseRecord): CaseRecord {
  const active = found.lists.note.filter((row) => row['note.status'] === 'Aktiv')
  const note = Array.from({ length: ROWS }, (_, index): RowRecord<'note'> => {
    const row = active[index % active.length]
    if (!row) throw new Error('no notes')
    return { ...row, id: `bench-${index}`, 'note.title': `${String(row['note.title'])} ${index}` }
  })
  const lists = Object.create(null, {
    ...Object.getOwnPropertyDescriptors(found.lists),
    note: { value: note, enumerable: true },
  }) as CaseRecord['lists']
  return {
    ...found,
    guid: `0000${found.guid.slice(4)}`,
    number: 999_001,
    caseGuid: `0000${found.caseGuid.slice(4)}`,
    facts: { ...found.facts, 'citizen.id': `0000${found.guid.slice(4)}` },
    lists,
  }
}
