import type { ReactNode } from 'react'
import type { RowRecord } from '#demo/data/case-record.ts'
import type { Steering } from '#demo/server/steering.ts'
import { factDefinition, type ListGroup, type RowFactKey } from '#utils/domain/fact-catalogue.ts'
import { utcOf } from './components/fields.tsx'
import type { Column } from './components/grid.tsx'
import { labelOf, shown } from './words.ts'

export type ListRow = RowRecord<ListGroup>
export type Cells = Readonly<Partial<Record<RowFactKey, (row: ListRow, text: string) => ReactNode>>>

/** The host's own column names, as its grids have them in `data-field`. */
const FIELDS: Readonly<Partial<Record<RowFactKey, string>>> = {
  'personGroup.name': 'persongruppe',
  'personGroup.startDate': 'startDate',
  'personGroup.endDate': 'endDate',
  'caseList.number': 'sagsnr',
  'caseList.type': 'sagstype',
  'caseList.targetGroup': 'maalgruppe',
  'caseList.status': 'sagsstatus',
  'caseList.start': 'start',
  'caseList.end': 'slut',
  'caseList.caseworker': 'ansvarlig',
  'caseList.primary': 'erPrimaer',
  'deadline.type': 'samtaletype',
  'deadline.date': 'fristdato',
  'deadline.lastHeld': 'senestAfholdt',
  'deadline.status': 'friststatus',
  'deadline.selfBooking': 'kanSelvbookes',
  'note.title': 'titel',
  'note.noteType': 'notattype',
  'note.eventAt': 'haendelsestidspunkt',
  'note.registeredAt': 'registreringstidspunkt',
  'note.case': 'sag',
  'note.source': 'kilde',
  'note.author': 'oprettetAf',
  'note.hasAttachment': 'harBilag',
  'doc.title': 'titel',
  'doc.docType': 'dokumenttype',
  'doc.date': 'dokumentdato',
  'doc.from': 'part',
  'doc.pages': 'antalSider',
  'doc.fileName': 'filnavn',
  'doc.note': 'notat',
  'offer.type': 'tilbudstype',
  'offer.provider': 'leverandoer',
  'offer.cvr': 'cvrNummer',
  'offer.pNumber': 'pNummer',
  'offer.start': 'start',
  'offer.end': 'slut',
  'offer.hoursPerWeek': 'timer',
  'offer.status': 'tilstand',
  'offer.vitasId': 'vitas',
  'offer.granted': 'bevilget',
  'offer.purpose': 'formaal',
  'task.title': 'titel',
  'task.category': 'kategori',
  'task.due': 'forfald',
  'task.status': 'opgavestatus',
  'task.caseType': 'sagstype',
  'task.owner': 'ansvarlig',
  'task.team': 'team',
  'task.source': 'kilde',
}

const WIDTHS: Readonly<Partial<Record<RowFactKey, number>>> = {
  'note.title': 260,
  'doc.title': 240,
  'task.title': 260,
  'offer.purpose': 260,
  'offer.provider': 190,
  'caseList.targetGroup': 210,
  'offer.type': 180,
  'personGroup.name': 220,
  'note.eventAt': 172,
  'note.registeredAt': 192,
  'note.noteType': 160,
  'doc.fileName': 200,
  'doc.from': 170,
  'doc.docType': 180,
  'deadline.lastHeld': 130,
}
/** Columns that need no more than their content. */
const NARROW: Readonly<Partial<Record<RowFactKey, number>>> = {
  'offer.status': 84,
  'offer.cvr': 104,
  'offer.pNumber': 124,
  'offer.vitasId': 110,
  'doc.pages': 76,
  'note.hasAttachment': 84,
  'caseList.number': 120,
}

/** Columns for keys of a list, with their usual cells. */
export function columnsOf(keys: readonly RowFactKey[], steering: Steering, cells: Cells = {}): Column<ListRow>[] {
  return keys.map((key) => ({
    field: FIELDS[key] ?? key.slice(key.indexOf('.') + 1),
    header: labelOf(key, steering.labels),
    ...width(key),
    cell: (row) => {
      const text = shown(key, row[key], steering)
      return cells[key]?.(row, text) ?? text
    },
    utc: (row) => utcOf(key, row[key]),
  }))
}

function width(key: RowFactKey): { min: number; grow?: number } {
  const narrow = NARROW[key]
  if (narrow) return { min: narrow }
  const set = WIDTHS[key]
  if (set) return { min: set, grow: 2 }
  switch (factDefinition(key)?.type) {
    case 'date':
      return { min: 124 }
    case 'dateTime':
      return { min: 160 }
    case 'yesNo':
      return { min: 112 }
    case 'number':
      return { min: 100 }
    default:
      return { min: 136, grow: 1 }
  }
}
