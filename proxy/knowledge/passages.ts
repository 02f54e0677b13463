import type { Place } from '../../utils/knowledge/resolve-place.ts'
import { sentenceList } from '../../utils/knowledge/draft.ts'
import { isValidOn } from '../../utils/knowledge/pick-version.ts'
import type { ActVersion } from '../../utils/knowledge/register.ts'
import type { CalendarDay } from '../../utils/domain/calendar-day.ts'
import type { ActInfo, Passage } from '../contract/knowledge.ts'
import type { Queryable } from '../store/store.ts'

export interface PassageRow {
  readonly id: string
  readonly version: string
  readonly place: number
  readonly parent: number
  readonly address: string
  readonly headings: readonly string[]
  readonly own: string
  readonly body: string
  readonly repealed: boolean
}

const COLUMNS = 'id, version, place, parent, address, headings, own, body, repealed'

/** The passages with these ids, in no order. */
export function readPassages(store: Queryable, ids: readonly string[]): Promise<readonly PassageRow[]> {
  return store.query<PassageRow>(`SELECT ${COLUMNS} FROM knowledge_passage WHERE id = ANY($1::text[])`, [ids])
}

/** What stands directly below a place; -1 is the act itself. */
export function readParts(store: Queryable, version: string, parent: number): Promise<readonly PassageRow[]> {
  return store.query<PassageRow>(`SELECT ${COLUMNS} FROM knowledge_passage WHERE version = $1 AND parent = $2 ORDER BY place`, [
    version,
    parent,
  ])
}

export function actInfo(version: ActVersion, on: CalendarDay): ActInfo {
  const { id, kind, title, short, type, number, year, signed, eli, validFrom, validTo } = version
  const date = signed ?? validFrom
  return { id, kind, title, short, type, number, year, date, eli, validFrom, validTo, inForce: isValidOn(version, on) }
}

export function passageOf(row: PassageRow, act: ActInfo): Passage {
  const { id, address, headings, body: text, repealed } = row
  return { id, act, address, headings, text, repealed }
}

/** A passage, or the one sentence of it that was cited. */
export function placeOf(row: PassageRow, act: ActInfo, { sentence }: Place): Passage {
  const passage = passageOf(row, act)
  if (sentence === null) return passage
  const address = `${row.address}, ${sentence}. pkt.`
  return { ...passage, address, text: sentenceList(row.own)[sentence - 1] ?? '' }
}

/** The act as a whole: its title stands for its text. */
export function wholeAct(act: ActInfo): Passage {
  return { id: act.id, act, address: '', headings: [], text: act.title, repealed: false }
}
