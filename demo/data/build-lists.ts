import { addDays, addMonths, daysBetween, lastDayOfMonth } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { GroupName, ListGroup } from '#utils/domain/fact-catalogue.ts'
import { monthsOf } from './build-facts.ts'
import type { RowRecord } from './case-record.ts'
import { weekday } from './moment.ts'
import { COMPANIES, PROVIDERS } from './names.ts'
import type { Random } from './random.ts'
import { rowId, rowValues, stated } from './scene.ts'
import type { Scene } from './scene.ts'
import { SIZES } from './sizes.ts'
import type { StoryRow } from './story.ts'

/** Rows that a story states, under their canonical keys. */
export function statedRows<G extends ListGroup>(scene: Scene, group: G, rows: readonly StoryRow<G>[] | undefined): readonly RowRecord<G>[] {
  return (rows ?? []).map(
    (row, index) => ({ id: rowId(scene, group, row.rowId ?? index), ...rowValues(scene, group as GroupName, row) }) as RowRecord<G>,
  )
}

/** Talks: exactly the story's, or as many as the size class says, spread over the case. */
export function buildMeetings(scene: Scene): readonly RowRecord<'meeting'>[] {
  if (scene.story.meetings) return statedRows(scene, 'meeting', scene.story.meetings).toSorted(byNewest('meeting.at'))
  const random = scene.random.fork('meetings')
  const count = random.int(...SIZES[scene.story.size].meetings)
  const span = daysBetween(scene.start, scene.today)
  const held = Array.from({ length: count }, (_, index) =>
    drawMeeting(scene, random, { index, on: weekday(addDays(scene.start, Math.floor((span * (index + 0.6)) / count))) }),
  )
  return held.filter((row) => String(row['meeting.at']).slice(0, 10) < scene.today).toSorted(byNewest('meeting.at'))
}

function drawMeeting(scene: Scene, random: Random, { index, on }: { index: number; on: CalendarDay }): RowRecord<'meeting'> {
  const sick = scene.story.case.type === 'Sygedagpenge'
  const status = random.chance(0.82) ? 'Afholdt' : random.pick(['Udeblevet', 'Aflyst', 'Fravalgt'] as const)
  return {
    id: rowId(scene, 'meeting', index),
    'meeting.at': `${on}T${String(random.int(8, 14)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`,
    'meeting.type': sick
      ? 'Opfølgningssamtale'
      : random.pick(['Jobsamtale', 'Jobsamtale', 'CV-samtale', 'Opfølgningssamtale', 'Rådighedssamtale']),
    'meeting.form':
      index === 0
        ? 'Personligt fremmøde'
        : random.pick(['Personligt fremmøde', 'Telefon', 'Video', 'Møde direkte på arbejde', 'Skriftligt'] as const),
    'meeting.status': status,
    'meeting.participants': `${scene.story.name}, ${scene.caseworker}`,
    'meeting.resets': status === 'Afholdt',
    'meeting.note': status === 'Afholdt' ? 'Samtale afholdt' : null,
    'meeting.summoned': addDays(on, -10),
  }
}

const KINDS = [
  'Virksomhedspraktik',
  'Nytteindsats',
  'Løntilskud (privat)',
  'Løntilskud (offentlig)',
  'Vejledning og opkvalificering',
  'Mentor',
  '6 ugers jobrettet uddannelse',
  'Danskuddannelse',
] as const

export function buildOffers(scene: Scene): readonly RowRecord<'offer'>[] {
  if (scene.story.offers) return statedRows(scene, 'offer', scene.story.offers)
  const random = scene.random.fork('offers')
  const span = Math.max(30, daysBetween(scene.start, scene.today))
  return Array.from({ length: random.int(...SIZES[scene.story.size].offers) }, (_, index): RowRecord<'offer'> => {
    const type = random.pick(KINDS)
    const atCompany = /praktik|Nytte|Løntilskud/.test(type)
    const start = weekday(addDays(scene.start, random.int(14, span)))
    const end = addDays(start, random.int(13, 180))
    const status = start > scene.today ? 'Planlagt' : end >= scene.today ? 'Igangværende' : random.chance(0.2) ? 'Afbrudt' : 'Afsluttet'
    return {
      id: rowId(scene, 'offer', index),
      'offer.type': type,
      'offer.provider': random.pick(atCompany ? COMPANIES : PROVIDERS),
      'offer.cvr': `99${random.int(100000, 999999)}`,
      'offer.pNumber': atCompany ? `1999${random.int(100000, 999999)}` : null,
      'offer.start': start,
      'offer.end': end,
      'offer.hoursPerWeek': random.int(4, 37),
      'offer.status': status,
      'offer.vitasId': /praktik|Løntilskud/.test(type) ? `V-${random.int(10000, 99999)}` : null,
      'offer.granted': addDays(start, -random.int(3, 14)),
      'offer.purpose': random.pick(['Afklaring af timer og hensyn', 'Opkvalificering mod job', 'Udvikling af arbejdsevne', null]),
      'offer.inPlan': true,
      'offer.extensionReason': null,
    }
  })
}

const CODES: Readonly<Record<string, string>> = {
  Dagpenge: 'DAG',
  Kontanthjælp: 'KTH',
  Sygedagpenge: 'SDP',
  Ressourceforløbsydelse: 'RFY',
  Revalideringsydelse: 'REV',
  Ledighedsydelse: 'LED',
  Fleksløntilskud: 'FLT',
  Førtidspension: 'FØP',
  Uddannelseshjælp: 'UDH',
  SHO: 'SHO',
  Selvforsørgende: 'SEL',
}

/** One row a month, newest first; the story may state months of its own. */
export function buildBenefits(scene: Scene): readonly RowRecord<'benefit'>[] {
  const told = statedRows(scene, 'benefit', scene.story.benefits)
  const named = new Set(told.map((row) => row['benefit.month']))
  const code = CODES[stated(scene.story.case.benefit)] ?? 'SEL'
  const shown = scene.story.case.targetGroup === '6.3' || scene.story.case.targetGroup === '6.5' ? `ATK-${code}` : code
  const months = Array.from({ length: Math.min(48, monthsOf(scene) + 1) }, (_, back) =>
    lastDayOfMonth(addMonths(scene.today, -back)).slice(0, 7),
  )
  const drawn = months
    .filter((month) => !named.has(month))
    .map((month): RowRecord<'benefit'> => ({
      id: rowId(scene, 'benefit', month),
      'benefit.month': month,
      'benefit.category': shown,
      'benefit.use225': false,
    }))
  return [...told, ...drawn].toSorted(byNewest('benefit.month'))
}

/** The open case first, then older ones. */
export function buildCaseList(scene: Scene, facts: Readonly<Partial<Record<string, unknown>>>): readonly RowRecord<'caseList'>[] {
  const open = {
    id: String(facts['case.id']),
    'caseList.number': facts['case.number'],
    'caseList.type': facts['case.type'],
    'caseList.targetGroup': facts['case.targetGroup'],
    'caseList.status': facts['case.status'],
    'caseList.start': facts['case.start'],
    'caseList.end': facts['case.end'],
    'caseList.caseworker': facts['case.caseworker'],
    'caseList.primary': true,
  } as RowRecord<'caseList'>
  return [open, ...statedRows(scene, 'caseList', scene.story.cases)]
}

function byNewest(key: string) {
  return (a: object, b: object) => {
    const [left, right] = [String((a as Record<string, unknown>)[key]), String((b as Record<string, unknown>)[key])]
    return left < right ? 1 : left > right ? -1 : 0
  }
}
