import type { FactRef } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { FactKey, ListGroup, SingleKey } from '#utils/domain/fact-catalogue.ts'
import type { RowKey } from '#utils/domain/ids.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { FeelValue } from './value.ts'

/** A cell of the loaded case; `undefined` is unread. */
export type Cells = (FeelValue | undefined)[]

export interface LoadedRow {
  readonly key: RowKey | null
  readonly cells: Cells
}

export interface LoadedList {
  readonly rows: readonly LoadedRow[]
  readonly complete: boolean
}

/** A cell that an evaluation looked at. */
export interface Touched {
  readonly cells: Cells
  readonly index: number
  readonly ref: FactRef
}

/** What a compiled expression sees: the case as arrays, today, the calendar, the rows bound so far. */
export interface Scope {
  readonly cells: Cells
  readonly lists: readonly (LoadedList | undefined)[]
  readonly today: CalendarDay
  readonly calendar: WorkCalendar
  readonly rows: LoadedRow[]
  /** Set while somebody wants to know which cells are looked at. */
  trace: Touched[] | null
}

/** Where each fact that a pack uses lies in a loaded case: a compiled expression knows its index and looks nothing up. */
export class Layout {
  readonly singles: SingleKey[] = []
  readonly groups: ListGroup[] = []
  readonly fields = new Map<ListGroup, FactKey[]>()

  single(key: SingleKey): number {
    return indexOrAdd(this.singles, key)
  }

  group(group: ListGroup): number {
    if (!this.fields.has(group)) this.fields.set(group, [])
    return indexOrAdd(this.groups, group)
  }

  field(key: FactKey): number {
    const group = key.slice(0, key.indexOf('.')) as ListGroup
    this.group(group)
    return indexOrAdd(this.fields.get(group) ?? [], key)
  }
}

function indexOrAdd<T>(list: T[], item: T): number {
  const index = list.indexOf(item)
  return index === -1 ? list.push(item) - 1 : index
}
