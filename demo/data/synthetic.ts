import { addDays, addMonths } from '#utils/domain/calendar-day.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { MEN, SURNAMES, WOMEN } from './names.ts'
import type { Random } from './random.ts'
import { hash32, seeded } from './random.ts'
import { SIZES, drawSize } from './sizes.ts'
import type { Story, StoryRow } from './story.ts'

interface Kind {
  readonly type: string
  readonly targetGroup: string
  readonly benefit: string
  readonly ages: readonly [number, number]
}

const KINDS: readonly Kind[] = [
  { type: 'Kontanthjælp', targetGroup: '6.2', benefit: 'Kontanthjælp', ages: [30, 62] },
  { type: 'Kontanthjælp', targetGroup: '6.3', benefit: 'Kontanthjælp', ages: [30, 64] },
  { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', ages: [25, 64] },
  { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', ages: [22, 64] },
  { type: 'Fleksjob', targetGroup: '6.9', benefit: 'Ledighedsydelse', ages: [35, 64] },
  { type: 'Ungeindsats', targetGroup: '6.4', benefit: 'Kontanthjælp', ages: [18, 29] },
  { type: 'Jobafklaring', targetGroup: '6.7', benefit: 'Ressourceforløbsydelse', ages: [28, 62] },
  { type: 'Førtidspension', targetGroup: '6.11', benefit: 'Førtidspension', ages: [40, 66] },
]

/** A person drawn at random, told in the same form as the named ones. */
export function syntheticStory(seed: string, index: number, today: CalendarDay): Story {
  const random = seeded(`${seed}/synthetic/${index}`)
  const kind = random.pick(KINDS)
  const female = random.chance(0.5)
  const size = drawSize(random)
  const start = -Math.round(30 + random.next() * 365 * Math.max(0.6, SIZES[size].years[1] / 2))
  return {
    // Beyond the six digits of the named persons, so that no two meet.
    slug: `person-${seed}-${index}`,
    number: 1_000_000 + index * 37 + (hash32(seed) % 37),
    name: `${random.pick(female ? WOMEN : MEN)} ${random.pick(SURNAMES)} ${random.pick(SURNAMES)}`,
    female,
    size,
    born: addDays(addMonths(today, -12 * random.int(...kind.ages)), -random.int(1, 360)),
    story: 'Tilfældigt trukket person',
    case: { type: kind.type, targetGroup: kind.targetGroup, benefit: kind.benefit, start },
    ...(kind.type === 'Sygedagpenge' && { sick: drawSick(random, start) }),
    plan: drawPlan(random),
    deadlines: drawDeadlines(random),
    agreements: drawAgreements(random),
    tasks: drawTasks(random),
    personGroups: random.chance(0.2) ? [{ name: 'Bolig- og gældsindsats', startDate: -random.int(20, 200), endDate: null }] : [],
    decisions: drawDecisions(random),
  }
}

function drawSick(random: Random, start: number): StoryRow<'sick'> {
  const employed = random.chance(0.6)
  const weeks = Math.min(40, Math.floor(-start / 7))
  return {
    firstDay: start,
    firstMunicipalDay: start + 30,
    employer: employed ? 'Hotel Fyrskibet' : null,
    extent: random.pick([100, 100, 50, 60]),
    formSent: start + 35,
    formReturned: random.chance(0.8) ? start + 41 : null,
    expectedReturn: random.chance(0.5) ? random.int(7, 90) : null,
    employeeExpectsWeeks: random.chance(0.7) ? random.int(6, 40) : null,
    employerExpectsWeeks: employed ? random.int(6, 40) : null,
    specialFollowUp: false,
    paidWeeks: weeks,
    followUpCount: random.int(0, 4),
    revaluation: { endOfMonth: random.int(0, 3) },
  }
}

const drawPlan = (random: Random): StoryRow<'plan'> => ({
  goal: random.pick([
    'Job som lagermedarbejder',
    'Social- og sundhedshjælper',
    'Job i køkken eller kantine',
    'Kontorelev',
    'Ufaglært arbejde på få timer',
  ]),
  steps: random.sample(
    ['Opdatere CV', 'Prøve praktik 2 uger', 'Tage truckcertifikat', 'Søge mindst tre stillinger om ugen', 'Tale med mentor hver uge'],
    random.int(1, 3),
  ),
  updated: -random.int(5, 200),
  visibleToCitizen: random.chance(0.8),
  joblogRequired: random.chance(0.6),
})

const drawDeadlines = (random: Random): readonly StoryRow<'deadline'>[] => [
  {
    type: 'Jobsamtale',
    date: random.int(-10, 60),
    lastHeld: -random.int(10, 80),
    status: random.pick(['Åben', 'Overskredet', 'Opfyldt']),
    selfBooking: random.chance(0.5),
  },
]
const drawAgreements = (random: Random): readonly StoryRow<'agreement'>[] =>
  Array.from({ length: random.int(0, 4) }, () => ({
    text: random.pick([
      'Kontakter virksomhed om praktik',
      'Sender CV til gennemsyn',
      'Møder på kursus mandag og onsdag',
      'Afleverer lægepapirer',
    ]),
    owner: random.pick(['Borger', 'Kommune', 'Anden aktør']),
    due: random.int(-40, 40),
    status: random.pick(['Aftalt', 'Gennemført', 'Ikke overholdt']),
  }))
const drawTasks = (random: Random): readonly StoryRow<'task'>[] =>
  Array.from({ length: random.int(0, 5) }, () => ({
    title: random.pick(['Følg op på praktik', 'Book jobsamtale', 'Læs statusattest', 'Svar på Digital Post', 'Opdatér Min Plan']),
    category: random.pick(['Opfølgning', 'Frist', 'Advis']),
    due: random.int(-20, 45),
    status: random.pick(['Planlagt', 'I gang', 'Afsluttet', 'Aflyst']),
    caseType: 'Kontanthjælp',
    owner: 'Karin Thyme',
    team: 'Team Nord',
    source: random.pick(['Fasit', 'SAPA', 'KY']),
  }))
const drawDecisions = (random: Random): readonly StoryRow<'decision'>[] =>
  random.chance(0.7)
    ? []
    : [
        {
          id: `A-${random.int(10_000, 99_999)}`,
          status: 'Udstedt',
          type: 'Tilbud',
          lawRef: 'LAB § 57',
          date: -random.int(20, 300),
          adverse: false,
          outcome: 'Bevilget',
          reasons: 'Tilbuddet følger borgerens mål i Min Plan.',
          appealGuidance: true,
        },
      ]
