import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { factDefinition, type FactKey, type FactType } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { Seeded } from './seeded.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Drawing {
  readonly random: Seeded
  readonly today: CalendarDay
  readonly vocabulary: Vocabulary
}

/** Most fields of a case are filled in; one in five that may be empty is. */
const EMPTY = 0.2
const WORDS = ['Øvelse', 'Andet', 'Efter aftale'] as const

type Draw = (key: FactKey, drawing: Drawing) => FactValue

const drawText: Draw = (key, { random, vocabulary }) => {
  const known = (vocabulary.constants.get(key) ?? []).filter((value) => typeof value === 'string')
  const [first, ...rest] = random.chance(0.7) ? known : []
  return first === undefined ? random.pick(WORDS) : random.pick([first, ...rest])
}
const drawEnum: Draw = (key, drawing) => {
  const [first, ...rest] = factDefinition(key)?.values ?? []
  return first === undefined ? drawText(key, drawing) : drawing.random.pick([first, ...rest])
}
const drawNumber: Draw = (key, { random, vocabulary }) => {
  const known = (vocabulary.constants.get(key) ?? []).filter((value) => typeof value === 'number')
  const [first, ...rest] = random.chance(0.5) ? known : []
  return first === undefined ? random.int(0, 60) : random.pick([first, ...rest]) + random.int(-1, 1)
}
/** A month is written `YYYY-MM`, and only the catalogue's meaning says so. */
const isMonth = (key: FactKey) => factDefinition(key)?.meaning?.includes('ÅÅÅÅ-MM') ?? false

const DRAW: Readonly<Record<FactType, Draw>> = {
  text: (key, drawing) => (isMonth(key) ? drawDay(drawing).slice(0, 7) : drawText(key, drawing)),
  richText: drawText,
  enum: drawEnum,
  number: drawNumber,
  yesNo: (_key, { random }) => random.chance(0.5),
  date: (_key, drawing) => drawDay(drawing),
  dateTime: (_key, drawing) => `${drawDay(drawing)}T10:00`,
  textList: (key, drawing) => [drawText(key, drawing) as string],
  // Nothing that is somebody's number is ever invented here.
  cpr: () => null,
  id: (_key, { random }) => `S-${random.int(1000, 9999)}`,
}

/** A value for a field of an invented case; sometimes empty. */
export function drawValue(key: FactKey, drawing: Drawing): FactValue {
  const type = factDefinition(key)?.type
  return type === undefined || drawing.random.chance(EMPTY) ? null : DRAW[type](key, drawing)
}

/** A value that is there. */
export function drawFilled(key: FactKey, drawing: Drawing): FactValue {
  const type = factDefinition(key)?.type
  return type === undefined ? null : DRAW[type](key, drawing)
}

/** A day of a case's life: mostly the last months, sometimes the years before or the weeks to come. */
export function drawDay({ random, today }: Pick<Drawing, 'random' | 'today'>): CalendarDay {
  const far = random.next()
  if (far < 0.15) return addDays(today, random.int(1, 60))
  return addDays(today, far < 0.8 ? -random.int(0, 200) : -random.int(200, 900))
}
