import type { Advice, DayStep, Deadline } from '#utils/domain/advice.ts'
import { addDays, addMonths, day, daysBetween, isoWeekday, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { Condition, ExplainedFact, Explanation } from '#utils/domain/explanation.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { factDefinition, type FactKey } from '#utils/domain/fact-catalogue.ts'
import { asId, type RuleId } from '#utils/domain/ids.ts'
import { rowKey } from './sample-case.ts'

export const TODAY = day('2026-11-22')

const base = {
  versionFrom: day('2026-07-01'),
  packVersion: '2026.11',
  kind: 'hint',
  severity: 'H',
  lawStatus: 'in-force',
  review: null,
  row: null,
  anchor: null,
  decisiveDate: day('2026-07-15'),
  deadline: null,
  restsOn: [],
  missing: [],
  action: null,
} as const satisfies Partial<Advice>

const advice = (rule: string, over: Partial<Advice> & Pick<Advice, 'title' | 'text' | 'verdict' | 'citations'>): Advice => ({
  ...base,
  rule: asId<RuleId>(rule),
  ...over,
})

const WEEKEND: Readonly<Record<number, string>> = { 6: 'lørdag', 7: 'søndag' }
const HOLIDAYS: Readonly<Record<string, string>> = { '2026-12-24': 'juleaftensdag', '2026-12-25': 'juledag' }

function workingDays(from: CalendarDay, count: number): Deadline {
  const steps: DayStep[] = [{ day: from, number: null, note: 'Modtaget' }]
  let [at, number] = [from, 0]
  while (number < count) {
    at = addDays(at, 1)
    const note = HOLIDAYS[at] ?? WEEKEND[isoWeekday(at)] ?? null
    if (note === null) number += 1
    steps.push({ day: at, number: note === null ? number : null, note })
  }
  return { due: at, daysLeft: daysBetween(TODAY, at), steps }
}

function months(from: CalendarDay, count: number, label: string): Deadline {
  const due = addMonths(from, count)
  const steps = Array.from({ length: count }, (_, index) => ({
    day: addMonths(from, index + 1),
    number: index + 1,
    note: `${index + 1} ${index === 0 ? 'måned' : 'måneder'}`,
  }))
  return { due, daysLeft: daysBetween(TODAY, due), steps: [{ day: from, number: null, note: label }, ...steps] }
}

export const sampleAdvice: readonly Advice[] = [
  advice('party-hearing-deadline', {
    title: 'Partshøringens svarfrist er udløbet uden svar',
    text: 'Vurdér om der skal træffes afgørelse.',
    verdict: 'breached',
    severity: 'K',
    citations: ['FVL § 19, stk. 1'],
    anchor: 'decision.deadline',
    row: { group: 'decision', key: rowKey('d1') },
    deadline: workingDays(day('2026-11-06'), 10),
    action: { label: 'Gå til partshøring', link: 'party-hearing' },
    restsOn: [{ key: 'decision.deadline', row: rowKey('d1') }],
  }),
  advice('jobsamtaler-4-in-6-months', {
    title: 'Mindst fire samtaler på 6 måneder',
    text: 'Der mangler to samtaler.',
    verdict: 'due',
    kind: 'next-action',
    citations: ['LAB § 31'],
    anchor: 'contact.heldCount',
    deadline: months(day('2026-05-25'), 6, 'Kontaktforløb startet'),
    action: { label: 'Book samtale', link: 'book-meeting' },
    restsOn: [
      { key: 'contact.heldCount', row: null },
      { key: 'contact.startDate', row: null },
    ],
  }),
  advice('party-access-7-working-days', {
    title: 'Aktindsigt inden 7 arbejdsdage',
    text: 'Afgør anmodningen, eller giv besked om, hvornår den kan ventes afgjort.',
    verdict: 'due',
    kind: 'next-action',
    citations: ['FVL § 16, stk. 2'],
    anchor: 'access.received',
    deadline: workingDays(day('2026-11-19'), 7),
    versionFrom: day('2014-01-01'),
    action: { label: 'Afgør aktindsigt eller giv besked', link: 'access-request' },
    restsOn: [
      { key: 'access.received', row: null },
      { key: 'access.decided', row: null },
    ],
  }),
  advice('revaluation-22-weeks', {
    title: 'Revurdering efter 22 uger med sygedagpenge',
    text: 'Revurderingen skal være foretaget.',
    verdict: 'due',
    severity: 'K',
    citations: ['SDL § 24', 'SDL § 27, stk. 1'],
    anchor: 'sick.revaluation',
    deadline: workingDays(day('2026-12-14'), 8),
    action: { label: 'Foretag revurdering', link: 'sickness' },
    restsOn: [{ key: 'sick.revaluation', row: null }],
  }),
  advice('category-3-retired', {
    title: 'Kategori 3 bruges ikke længere',
    text: 'Kategorien gælder ikke efter 2025.',
    verdict: 'breached',
    severity: 'I',
    citations: ['LOV 1750/2025'],
    lawStatus: 'repealed',
    anchor: 'sick.category',
  }),
  advice('offer-by-6-months', {
    title: 'Tilbud inden for 6 måneder',
    text: 'Første tilbud skal være begyndt.',
    verdict: 'due',
    citations: ['LAB § 102, stk. 1'],
    deadline: months(day('2026-10-24'), 6, 'Ydelse fra'),
    action: { label: 'Giv tilbud', link: 'grant-offer' },
  }),
  advice('sanction-reform', {
    title: 'Nye sanktionsregler er på vej',
    text: 'Lovforslag i høring.',
    verdict: 'due',
    severity: 'I',
    lawStatus: 'draft',
    versionFrom: day('2027-01-01'),
    citations: ['Lovudkast, oktober 2025'],
  }),
  advice('exemption-25-percent-reasoned', {
    title: '25 %-undtagelsen kræver konkret vurdering',
    text: 'Undtagelsen skal begrundes skriftligt.',
    verdict: 'unknown',
    citations: ['LAB § 31', 'LAB § 102'],
    missing: ['contact.exempted25pct', 'contact.exemptionReason'],
    anchor: 'contact.exempted25pct',
  }),
  advice('statement-before-decision', {
    title: 'Samlet beskrivelse før afgørelse om fleksjob',
    text: 'Beskrivelsen skal foreligge.',
    verdict: 'unknown',
    severity: 'K',
    citations: ['LAB § 118'],
    missing: ['prep.status'],
  }),
  advice('appeal-guidance', {
    title: 'Klagevejledning i afgørelsen',
    text: 'Afgørelsen rummer klagevejledning.',
    verdict: 'met',
    citations: ['FVL § 25'],
    review: { by: 'jurist MN', on: day('2026-10-01') },
  }),
  advice('my-plan-updated', {
    title: 'Min Plan er ajour',
    text: 'Planen er opdateret efter seneste samtale.',
    verdict: 'met',
    citations: ['LAB § 42'],
  }),
  advice('sanction-three-months', {
    title: 'Sanktion inden tre måneder',
    text: 'Der er ingen sanktionssag.',
    verdict: 'not-applicable',
    citations: ['LAS § 35'],
  }),
]

const explained = (key: FactKey, value: FactValue | undefined, row: string | null = null): ExplainedFact => ({
  key,
  row: row === null ? null : rowKey(row),
  label: factDefinition(key)?.label ?? key,
  value,
})
const leaf = (text: string, feel: string, outcome: Condition['outcome'], facts: readonly ExplainedFact[] = []): Condition => ({
  text,
  feel,
  outcome,
  facts,
  parts: [],
})

const FACTS: Readonly<Record<string, readonly ExplainedFact[]>> = {
  'party-hearing-deadline': [
    explained('decision.type', 'Stop af sygedagpenge', 'd1'),
    explained('decision.deadline', '2026-11-20', 'd1'),
    explained('decision.answered', null, 'd1'),
  ],
  'jobsamtaler-4-in-6-months': [
    explained('case.targetGroup', '6.2'),
    explained('contact.startDate', '2026-05-25'),
    explained('contact.heldCount', 2),
    explained('contact.exempted25pct', undefined),
  ],
  'party-access-7-working-days': [
    explained('access.law', 'FVL'),
    explained('access.received', '2026-11-19'),
    explained('access.decided', null),
  ],
  'revaluation-22-weeks': [explained('sick.revaluation', '2026-11-30'), explained('sick.employer', 'Vestkystens Bageri ApS')],
  'exemption-25-percent-reasoned': [explained('contact.exempted25pct', undefined), explained('contact.exemptionReason', undefined)],
}

/** An explanation as the judge would give it. */
export function sampleExplain(one: Advice): Explanation {
  const facts = FACTS[one.rule] ?? []
  const first = one.verdict === 'unknown' ? 'unknown' : one.verdict === 'not-applicable' ? 'not-met' : 'met'
  return {
    advice: one,
    sentence: one.text,
    applies: {
      text: 'Alle af',
      feel: 'a and b',
      outcome: first,
      facts: [],
      parts: [
        leaf('Sagen er aktiv', 'case.status = "Aktiv"', 'met', [explained('case.status', 'Aktiv')]),
        {
          text: 'En af',
          feel: 'x or y',
          outcome: first,
          facts: [],
          parts: [
            leaf('Borgeren er i målgruppe 6.2', 'case.targetGroup = "6.2"', first, facts.slice(0, 1)),
            leaf('Borgeren får ledighedsydelse', 'case.benefit = "Ledighedsydelse"', 'not-met', [
              explained('case.benefit', 'Sygedagpenge'),
            ]),
          ],
        },
      ],
    },
    met:
      one.verdict === 'not-applicable'
        ? null
        : leaf(
            'Kravet er opfyldt',
            'met',
            one.verdict === 'met' ? 'met' : one.verdict === 'unknown' ? 'unknown' : 'not-met',
            facts.slice(1),
          ),
    note:
      one.rule === 'party-hearing-deadline'
        ? 'Loven sætter ingen fast frist i dage. Fristen her er den, der står i partshøringsbrevet.'
        : null,
  }
}
