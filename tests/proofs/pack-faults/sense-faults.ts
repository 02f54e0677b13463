import { addDays, day } from '#utils/domain/calendar-day.ts'
import type { Fault } from './fault.ts'
import { around, isText, type Planted, type Raw } from './raw-rule.ts'

const NEVER = 'today < date("1900-01-01")'
const ALWAYS = 'today >= date("1900-01-01")'

const twoVersions = ({ law }: Planted) => law.length > 1
const hasDue = ({ last }: Planted) => isText(last['due'])
const moved = (of: unknown, days: number) => addDays(day(String(of)), days)
const first = ({ law }: Planted): Raw => law[0] ?? {}
const second = ({ law }: Planted): Raw => law[1] ?? {}
const isConstant = (feel: unknown) => feel === true || feel === false || feel === 'true' || feel === 'false'
const both =
  (part: 'applies' | 'met', feel: (own: string) => string): Fault['plant'] =>
  ({ last }) =>
    around(last, part, feel)

/** Versions that leave a day out or claim it twice, and versions that say they are what they are not. */
const TIME_FAULTS: readonly Fault[] = [
  {
    name: 'a day that two versions claim',
    code: 'versions-overlap',
    counterCase: true,
    fits: twoVersions,
    plant: (rule) => void (first(rule)['to'] = second(rule)['from']),
  },
  {
    name: 'a version that never ends before the next',
    code: 'versions-overlap',
    counterCase: true,
    fits: twoVersions,
    plant: (rule) => void delete first(rule)['to'],
  },
  {
    name: 'two versions that begin together',
    code: 'versions-overlap',
    counterCase: true,
    fits: twoVersions,
    plant: (rule) => void (second(rule)['from'] = first(rule)['from']),
  },
  {
    name: 'a day that no version claims',
    code: 'versions-gap',
    counterCase: true,
    fits: twoVersions,
    plant: (rule) => void (second(rule)['from'] = moved(second(rule)['from'], 1)),
  },
  {
    name: 'a year that no version claims',
    code: 'versions-gap',
    counterCase: true,
    fits: twoVersions,
    plant: (rule) => void (first(rule)['to'] = moved(first(rule)['to'], -365)),
  },
  {
    name: 'a version that ends before it begins',
    code: 'version-reversed',
    plant: ({ last }) => void (last['to'] = moved(last['from'], -1)),
  },
  {
    name: 'law in force that has ended',
    code: 'status-date',
    plant: ({ last }) => Object.assign(last, { status: 'in-force', to: moved(last['from'], 1) }),
  },
  {
    name: 'law in force that has not begun',
    code: 'status-date',
    plant: ({ last }) => Object.assign(last, { status: 'in-force', from: '2031-01-01' }),
  },
  {
    name: 'repealed law without an end',
    code: 'status-date',
    plant: ({ last }) => {
      last['status'] = 'repealed'
      delete last['to']
    },
  },
  {
    name: 'repealed law that still holds',
    code: 'status-date',
    plant: ({ last }) => Object.assign(last, { status: 'repealed', to: '2031-01-01' }),
  },
  {
    name: 'a draft whose day has passed',
    code: 'status-date',
    plant: ({ raw, last }) => void (raw['versions'] as Raw[]).push({ ...last, status: 'draft', from: '2026-01-01', to: null }),
  },
  {
    name: 'an announcement whose day has passed',
    code: 'status-date',
    plant: ({ raw, last }) => void (raw['versions'] as Raw[]).push({ ...last, status: 'announced', from: '2026-01-01', to: null }),
  },
  {
    name: 'a year with a slip of the pen',
    code: 'status-date',
    plant: (rule) => void (first(rule)['from'] = `1${String(first(rule)['from']).slice(1).replace(/^\d/, '0')}`),
  },
]

/** Conditions that cannot be, cannot fail or do not matter. */
const REACH_FAULTS: readonly Fault[] = [
  {
    name: 'conditions that exclude each other',
    code: 'never-applies',
    counterCase: true,
    plant: both('applies', (own) => `${own} and case.targetGroup = "6.1" and case.targetGroup = "6.2"`),
  },
  {
    name: 'a condition and its opposite',
    code: 'never-applies',
    counterCase: true,
    plant: both('applies', (own) => `${own} and not(${own})`),
    fits: ({ last }) => !isConstant(last['applies']),
  },
  { name: 'a rule that applies to nobody', code: 'never-applies', counterCase: true, plant: ({ last }) => void (last['applies'] = false) },
  { name: 'a time that has never been', code: 'never-applies', counterCase: true, plant: both('applies', (own) => `${own} and ${NEVER}`) },
  {
    name: 'a number both more and less',
    code: 'never-applies',
    counterCase: true,
    plant: both('applies', (own) => `${own} and sick.paidWeeks > 22 and sick.paidWeeks < 5`),
  },
  {
    name: 'a duty that cannot be fulfilled',
    code: 'never-met',
    counterCase: true,
    plant: both('met', (own) => `${own} and contact.startDate = null and contact.startDate != null`),
    fits: ({ last }) => !isConstant(last['met']),
  },
  {
    name: 'a duty that needs more rows than none',
    code: 'never-met',
    counterCase: true,
    plant: both('met', (own) => `${own} and count(meeting) < 0`),
    fits: ({ last }) => !isConstant(last['met']),
  },
  { name: 'a duty always fulfilled', code: 'always-met', counterCase: true, plant: ({ last }) => void (last['met'] = true) },
  {
    name: 'a duty that one of two opposites fulfils',
    code: 'always-met',
    counterCase: true,
    plant: both('met', (own) => `${own} or ${ALWAYS}`),
    fits: ({ last }) => !isConstant(last['met']),
  },
  {
    name: 'the same condition twice',
    code: 'idle-condition',
    counterCase: true,
    plant: both('applies', (own) => `${own} and ${own}`),
    fits: ({ last }) => !isConstant(last['applies']),
  },
  {
    name: 'a condition that is always true',
    code: 'idle-condition',
    counterCase: true,
    plant: both('applies', (own) => `${own} and ${ALWAYS}`),
    fits: ({ last }) => !isConstant(last['applies']),
  },
  {
    name: 'a way out that is never open',
    code: 'idle-condition',
    counterCase: true,
    plant: both('met', (own) => `${own} or ${NEVER}`),
    fits: ({ last }) => !isConstant(last['met']),
  },
  {
    name: 'a condition swallowed by a wider one',
    code: 'idle-condition',
    counterCase: true,
    plant: both(
      'applies',
      (own) => `${own} and (sick.paidWeeks > 5 or sick.paidWeeks > 10 or sick.paidWeeks = null or sick.paidWeeks < 100)`,
    ),
  },
  {
    name: 'a condition that nobody uses',
    code: 'unused-condition',
    plant: ({ last }) =>
      void (last['conditions'] = { ...(last['conditions'] as Raw | undefined), ubrugt: { text: 'Ingen bruger denne', feel: ALWAYS } }),
  },
  {
    name: 'two conditions of one name',
    code: 'twice',
    plant: ({ last }) =>
      void (last['conditions'] = {
        ...(last['conditions'] as Raw | undefined),
        ene: { text: 'Det samme', feel: ALWAYS },
        anden: { text: 'Det samme', feel: ALWAYS },
      }),
  },
  {
    name: 'a deadline that cannot be counted',
    code: 'deadline',
    counterCase: true,
    fits: hasDue,
    plant: ({ last }) => around(last, 'due', (own) => `addWorkingDays(${own}, 0 - 7)`),
  },
  {
    name: 'a warning after the deadline',
    code: 'deadline',
    counterCase: true,
    fits: hasDue,
    plant: ({ last }) => void (last['warnFrom'] = `addDays(${String(last['due'])}, 1)`),
  },
  {
    name: 'a warning of no deadline',
    code: 'deadline',
    plant: ({ last }) => {
      delete last['due']
      last['warnFrom'] = 'today'
    },
  },
]

const EXAMPLE_CODES = ['example', 'boundary'] as const
const change = (examples: Raw[], wanted: (example: Raw) => boolean, by: (example: Raw) => void) =>
  examples.filter(wanted).slice(0, 1).forEach(by)
const hasExample =
  (wanted: (example: Raw) => boolean) =>
  ({ examples }: Planted) =>
    examples.some(wanted)
const OTHER = { due: 'breached', breached: 'due', met: 'breached', unknown: 'met', 'not-applicable': 'met' } as const
const onLastDay = ({ due, today, expect }: Raw) => expect === 'due' && due === today

/** Tables that do not hold, or do not look where rules break. */
const EXAMPLE_FAULTS: readonly Fault[] = [
  {
    name: 'an example with another verdict',
    code: 'example',
    plant: ({ examples }, random) => {
      const own = random.pick(examples)
      own['expect'] = OTHER[own['expect'] as keyof typeof OTHER]
    },
  },
  {
    name: 'an example with another deadline',
    code: 'example',
    fits: hasExample(({ due }) => isText(due)),
    plant: ({ examples }) =>
      change(
        examples,
        ({ due }) => isText(due),
        (own) => void (own['due'] = moved(own['due'], 1)),
      ),
  },
  {
    name: 'an example that misses another fact',
    code: 'example',
    fits: hasExample(({ missing }) => isText(missing)),
    plant: ({ examples }) =>
      change(
        examples,
        ({ missing }) => isText(missing),
        (own) => void (own['missing'] = 'citizen.phone'),
      ),
  },
  {
    name: 'an example with a fact that is none',
    code: 'example',
    plant: ({ examples }) => void (examples[0] = { ...examples[0], 'sick.nothing': 1 }),
  },
  {
    name: 'an example with a day that is a number',
    code: 'example',
    plant: ({ examples }) => void (examples[0] = { ...examples[0], 'contact.startDate': 7 }),
  },
  { name: 'the same example twice', code: 'twice', plant: ({ examples }) => void examples.push({ ...examples[0] }) },
  { name: 'two examples', code: 'boundary', plant: ({ raw, examples }) => void (raw['examples'] = examples.slice(0, 2)) },
  {
    name: 'no example of what is unread',
    code: 'boundary',
    plant: ({ raw, examples }) => void (raw['examples'] = examples.filter(({ expect }) => expect !== 'unknown')),
  },
  {
    name: 'no example that applies not',
    code: 'boundary',
    fits: hasExample(({ expect }) => expect === 'not-applicable'),
    plant: ({ raw, examples }) => void (raw['examples'] = examples.filter(({ expect }) => expect !== 'not-applicable')),
  },
  {
    name: 'no example on the last day',
    code: 'boundary',
    fits: hasExample(onLastDay),
    plant: ({ raw, examples }) => void (raw['examples'] = examples.filter((own) => own['expect'] !== 'due')),
  },
  {
    name: 'a count one too many',
    code: EXAMPLE_CODES,
    fits: ({ last }) => isText(last['due']) && /, \d+\)$/.test(last['due']),
    plant: ({ last }) => void (last['due'] = String(last['due']).replace(/, (\d+)\)$/, (_, count: string) => `, ${Number(count) + 1})`)),
  },
  {
    name: 'not where there is no not',
    code: EXAMPLE_CODES,
    fits: ({ last }) => !isConstant(last['met']),
    plant: both('met', (own) => `not(${own})`),
  },
  {
    name: 'a condition left out',
    code: EXAMPLE_CODES,
    fits: ({ last }) => !isConstant(last['applies']),
    plant: ({ last }) => void (last['applies'] = true),
  },
  {
    name: 'two rules of one title',
    code: 'twice',
    plant: ({ raw, others }) => void others.push({ ...raw, id: `${String(raw['id'])}-anden` }),
  },
  { name: 'two rules of one id', code: 'twice', plant: ({ raw, others }) => void others.push({ ...raw, title: 'En helt anden titel' }) },
  {
    name: 'a version that says what the one before says',
    code: 'twice',
    plant: ({ raw, last }) =>
      void (raw['versions'] = [
        { ...last, to: '2026-11-01', status: 'repealed' },
        { ...last, from: '2026-11-02' },
      ]),
  },
]

export const SENSE_FAULTS: readonly Fault[] = [...TIME_FAULTS, ...REACH_FAULTS, ...EXAMPLE_FAULTS]
