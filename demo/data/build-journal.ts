import { addDays, addMonths, daysBetween } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { RowRecord } from './case-record.ts'
import { weekday } from './moment.ts'
import { CASEWORKERS, DOCTORS } from './names.ts'
import type { Random } from './random.ts'
import { rowId, rowValues, stated } from './scene.ts'
import type { Scene } from './scene.ts'
import { SIZES, drawWords } from './sizes.ts'
import { NOTE_KINDS } from './texts/sentences.ts'
import type { NoteKind } from './texts/sentences.ts'
import { fillSlots, writeNote } from './texts/write-note.ts'

type NoteRow = RowRecord<'note'>
type DocRow = RowRecord<'doc'>

/** The journal, newest event first: the story's notes among as many others as the size class says. */
export function buildNotes(scene: Scene): readonly NoteRow[] {
  const written = (scene.story.notes ?? []).map((note, index) => writtenNote(scene, note, index))
  const random = scene.random.fork('notes')
  const size = SIZES[scene.story.size]
  const count = scene.story.fillerNotes ?? Math.max(0, random.int(...size.notes) - written.length)
  const since = journalStart(scene, random)
  const span = Math.max(1, daysBetween(since, scene.today) - 1)
  const filler = Array.from({ length: count }, (_, index) =>
    fillerNote(scene, { index, on: weekday(addDays(since, random.int(0, span))), random }),
  )
  return [...written, ...filler].toSorted((a, b) => compare(b['note.eventAt'], a['note.eventAt']) || compare(a.id, b.id))
}

function writtenNote(scene: Scene, note: NonNullable<Scene['story']['notes']>[number], index: number): NoteRow {
  const values = rowValues(scene, 'note', note)
  const eventAt = String(values['note.eventAt'])
  return {
    id: rowId(scene, 'note', note.rowId ?? index),
    ...values,
    'note.registeredAt': values['note.registeredAt'] ?? eventAt,
    'note.case': values['note.case'] ?? scene.caseNumber,
    'note.source': values['note.source'] ?? 'Fasit',
    'note.author': values['note.author'] ?? scene.caseworker,
    'note.hasAttachment': values['note.hasAttachment'] ?? false,
    'note.status': values['note.status'] ?? 'Aktiv',
    'note.visibleToCitizen': values['note.visibleToCitizen'] ?? true,
  }
}

function fillerNote(scene: Scene, { index, on, random }: { index: number; on: CalendarDay; random: Random }): NoteRow {
  const kind = random.pick(kindsFor(scene))
  const author = random.chance(0.7) ? scene.caseworker : random.pick(CASEWORKERS)
  const noteScene = { on, firstName: scene.firstName, caseworker: author, words: drawWords(SIZES[scene.story.size], random) }
  const late = random.chance(0.8) ? 0 : random.int(1, 3)
  const registered = late === 0 ? on : capped(addDays(on, late), scene.today)
  const status = random.chance(0.03) ? 'Annulleret' : random.chance(0.01) ? 'Kladde' : 'Aktiv'
  const hour = random.int(8, 14)
  return {
    id: rowId(scene, 'note', `f${index}`),
    'note.title': fillSlots(random.pick(kind.titles), noteScene, random),
    'note.noteType': kind.type,
    'note.eventAt': `${on}T${two(hour)}:${two(random.int(0, 11) * 5)}`,
    'note.registeredAt': `${registered}T${two(hour + 1)}:${two(random.int(0, 59))}`,
    'note.case': scene.caseNumber,
    'note.source': random.pick(kind.sources),
    'note.author': kind.type === 'Systemnotat' ? 'System' : author,
    'note.hasAttachment': kind.type === 'Lægelige oplysninger',
    'note.status': status,
    'note.body': writeNote(kind, noteScene, random),
    'note.visibleToCitizen': kind.type !== 'Internt notat',
  }
}

function kindsFor(scene: Scene): readonly NoteKind[] {
  const sick = ['Sygedagpenge', 'Jobafklaring'].includes(stated(scene.story.case.type))
  return NOTE_KINDS.filter((kind) => (kind.type === 'Opfølgning sygedagpenge' ? sick : kind.type !== 'Rådighedsnotat' || !sick))
}

const DOC_TYPES = [
  'LÆ 125 statusattest',
  'LÆ 285',
  'Speciallægeerklæring',
  'Epikrise',
  'Mulighedserklæring',
  'Praktikevaluering',
  'CV',
  'Lejekontrakt',
  'Lønsedler',
  'Indkaldelse',
  'Afgørelsesbrev',
  'Partshøringsbrev',
  'Fuldmagt',
  'Sagsakter fra anden kommune',
] as const

export function buildDocuments(scene: Scene): readonly DocRow[] {
  const random = scene.random.fork('documents')
  const size = SIZES[scene.story.size]
  const written = (scene.story.documents ?? []).map((doc, index) => ({
    id: rowId(scene, 'doc', doc.rowId ?? index),
    ...rowValues(scene, 'doc', doc),
  }))
  const since = journalStart(scene, random)
  const span = Math.max(1, daysBetween(since, scene.today) - 1)
  const filler = Array.from({ length: Math.max(0, random.int(...size.documents) - written.length) }, (_, index): DocRow => {
    const type = random.pick(DOC_TYPES)
    const on = weekday(addDays(since, random.int(0, span)))
    const health = /LÆ|Speciallæge|Epikrise/.test(type)
    return {
      id: rowId(scene, 'doc', `f${index}`),
      'doc.title': `${type} ${on.slice(0, 4)}`,
      'doc.docType': type,
      'doc.date': capped(on, scene.today),
      'doc.from': health
        ? `Fra ${random.pick(DOCTORS)}`
        : random.pick([`Fra ${scene.story.name}`, `Til ${scene.story.name}`, 'Fra anden myndighed']),
      'doc.pages': random.int(...size.pages),
      'doc.fileName': `${type.replaceAll(' ', '_')}_${on}.pdf`,
      'doc.note': random.chance(0.3) ? 'Statusattest modtaget' : null,
    }
  })
  return [...written, ...filler].toSorted((a, b) => compare(b['doc.date'], a['doc.date']) || compare(a.id, b.id))
}

/** Journals reach back beyond the open case, by the years of the size class. */
function journalStart(scene: Scene, random: Random): CalendarDay {
  const [low, high] = SIZES[scene.story.size].years
  const back = addMonths(scene.today, -Math.round((low + (high - low) * random.next()) * 12))
  return back < scene.start ? back : scene.start
}

const two = (value: number) => String(value).padStart(2, '0')
const capped = (on: CalendarDay, last: CalendarDay) => (on > last ? last : on)
const compare = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0)
