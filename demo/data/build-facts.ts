import { addMonths, daysBetween, partsOf } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { FactKey, SingleKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { LANGUAGES, STREETS, TEAMS, TOWN } from './names.ts'
import type { Random } from './random.ts'
import { guidOf } from './random.ts'
import { rowValues, stated } from './scene.ts'
import type { Scene } from './scene.ts'

type Values = Partial<Record<FactKey, FactValue>>
type MeetingRow = Readonly<Partial<Record<'meeting.at' | 'meeting.status', FactValue>>>

/** The single facts of a case: what the story says, and what a page would show besides. */
export function buildFacts(scene: Scene, meetings: readonly MeetingRow[]): Partial<Record<SingleKey, FactValue>> {
  const { story } = scene
  const optional = ['plan', 'sick', 'prep', 'access', 'cash', 'flex', 'cv', 'integration', 'process'] as const
  const parts: Values[] = [citizenFacts(scene), caseFacts(scene), contactFacts(scene, meetings)]
  for (const group of optional) {
    // A citizen without a sickness case has the screen all the same: its fields stand empty.
    parts.push(rowValues(scene, group, story[group] ?? {}))
  }
  const facts: Values = Object.assign({}, ...parts)
  if (facts['citizen.protectedAddress'] === true) delete facts['citizen.address']
  return facts
}

function citizenFacts(scene: Scene): Values {
  const { story, random } = scene
  const draw = random.fork('citizen')
  const drawn: Values = {
    'citizen.id': guidOf(`citizen:${story.slug}`),
    'citizen.name': story.name,
    'citizen.cpr': scene.cpr,
    'citizen.age': ageOn(scene.born, scene.today),
    'citizen.address': inventAddress(draw),
    'citizen.protectedAddress': false,
    'citizen.phone': inventPhone(draw),
    'citizen.email': emailOf(story.name),
    'citizen.digitalPost': draw.chance(0.9) ? 'tilmeldt' : 'fritaget',
    'citizen.interpreter':
      story.case.caseworker === undefined && story.slug.startsWith('person-') && draw.chance(0.12) ? draw.pick(LANGUAGES) : null,
  }
  return { ...rowValues(scene, 'citizen', {}), ...drawn, ...given(rowValues(scene, 'citizen', story.citizen ?? {}), story.citizen) }
}

function caseFacts(scene: Scene): Values {
  const { story } = scene
  const drawn: Values = {
    'case.id': guidOf(`case:${story.slug}`),
    'case.number': scene.caseNumber,
    'case.status': 'Aktiv',
    'case.caseworker': scene.caseworker,
    'case.team': teamFor(scene),
    'case.start': scene.start,
  }
  return { ...rowValues(scene, 'case', {}), ...drawn, ...given(rowValues(scene, 'case', story.case), story.case) }
}

/** Four talks for jobparate and ledighedsydelse, two for dagpenge, one for sygedagpenge; for the others the law's number is not known. */
const REQUIRED: Readonly<Record<string, number>> = { '6.1': 2, '6.2': 4, '6.6': 1, '6.9': 4 }

function contactFacts(scene: Scene, meetings: readonly MeetingRow[]): Values {
  const { story, today } = scene
  const told = given(rowValues(scene, 'contact', story.contact ?? {}), story.contact)
  const start = (told['contact.startDate'] ?? scene.start) as CalendarDay
  const end = addMonths(start, 6)
  const held = meetings.filter((row) => row['meeting.status'] === 'Afholdt' && inside(dayOf(row), start, end)).length
  const planned = meetings
    .filter((row) => row['meeting.status'] === 'Planlagt')
    .map(dayOf)
    .filter((day) => day >= today)
    .toSorted()
  const drawn: Values = {
    'contact.startDate': start,
    'contact.heldCount': held,
    'contact.requiredCount': REQUIRED[stated(story.case.targetGroup)] ?? null,
    'contact.nextMeeting': planned[0] ?? null,
    'contact.exempted25pct': false,
  }
  return { ...rowValues(scene, 'contact', {}), ...drawn, ...told }
}

/** Only what the story states, so that its silence does not wipe out what was drawn. */
function given(values: Values, row: Readonly<Record<string, unknown>> | undefined): Values {
  const names = new Set(Object.keys(row ?? {}))
  return Object.fromEntries(Object.entries(values).filter(([key]) => names.has(key.slice(key.indexOf('.') + 1))))
}

const dayOf = (row: MeetingRow) => String(row['meeting.at']).slice(0, 10)
const inside = (day: string, from: string, to: string) => day >= from && day <= to

function ageOn(born: CalendarDay, today: CalendarDay): number {
  const [then, now] = [partsOf(born), partsOf(today)]
  const before = now.month < then.month || (now.month === then.month && now.dayOfMonth < then.dayOfMonth)
  return now.year - then.year - (before ? 1 : 0)
}

export function inventAddress(random: Random): string {
  const floor = random.chance(0.6) ? `, ${random.pick(['st.', '1.', '2.', '3.'])} ${random.pick(['tv.', 'th.', 'mf.'])}` : ''
  return `${random.pick(STREETS)} ${random.int(1, 148)}${floor}, ${TOWN}`
}

/** No Danish number begins with 0: nobody is called by mistake. */
function inventPhone(random: Random): string {
  const pair = () => String(random.int(10, 99))
  return `0${random.int(1, 9)} ${pair()} ${pair()} ${pair()}`
}

function emailOf(name: string): string {
  const plain = name
    .toLocaleLowerCase('da')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll('ı', 'i')
    .normalize('NFD')
  return `${plain
    .replaceAll(/[^a-z ]/g, '')
    .trim()
    .replaceAll(/ +/g, '.')}@post.example`
}

function teamFor(scene: Scene): string {
  const byType: Readonly<Record<string, string>> = {
    Sygedagpenge: 'Team Sygedagpenge',
    Jobafklaring: 'Team Sygedagpenge',
    Ungeindsats: 'Team Ung',
    Fleksjob: 'Team Fleks og afklaring',
    Førtidspension: 'Team Fleks og afklaring',
    Ressourceforløb: 'Team Fleks og afklaring',
    Integration: 'Team Integration',
  }
  return byType[stated(scene.story.case.type)] ?? scene.random.fork('team').pick(TEAMS.slice(0, 2))
}

/** Months that a case has run, for lists that grow with it. */
export function monthsOf(scene: Scene): number {
  return Math.max(1, Math.ceil(daysBetween(scene.start, scene.today) / 30.4))
}
