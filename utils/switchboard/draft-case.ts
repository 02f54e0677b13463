import type { FactList, FactRow } from '#utils/domain/case-view.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import type { FactKey, ListGroup } from '#utils/domain/fact-catalogue.ts'
import { asId, type RowKey } from '#utils/domain/ids.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'

/** The values of one row, or of the case as a whole. */
export type Cells = Map<FactKey, FactValue>

/** A case while it is being invented. */
export class DraftCase {
  readonly singles: Cells = new Map()
  readonly lists = new Map<ListGroup, Cells[]>()

  rowsOf(group: ListGroup): Cells[] {
    const known = this.lists.get(group)
    if (known) return known
    const rows: Cells[] = []
    this.lists.set(group, rows)
    return rows
  }

  addRow(group: ListGroup): Cells {
    const row: Cells = new Map()
    this.rowsOf(group).push(row)
    return row
  }

  /** As the reader would give it of a case that was read to the end. */
  asInput(): CaseInput {
    const lists: Partial<Record<ListGroup, FactList>> = {}
    for (const [group, rows] of this.lists) {
      const read = rows.map((cells, index): FactRow => ({ key: asId<RowKey>(`${group}-${index + 1}`), facts: factsOf(cells) }))
      lists[group] = { rows: read, coverage: { read: read.length, total: read.length, complete: true, filters: [] } }
    }
    return { facts: factsOf(this.singles), lists }
  }
}

const SOURCE: Fact['source'] = { pageKind: 'invented', locator: 'invented', asRead: '', readAt: '' }

function factsOf(cells: Cells): Partial<Record<FactKey, Fact>> {
  return Object.fromEntries([...cells].map(([key, value]) => [key, { key, value, source: SOURCE }]))
}
