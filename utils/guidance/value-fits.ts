import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { factDefinition, type FactKey, type FactType } from '#utils/domain/fact-catalogue.ts'

const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2})?)?$/

/** The calendar day of a date or of a time, or `null` when the text is neither. */
export function dayIn(text: string): string | null {
  const day = DAY_AND_TIME.exec(text)?.[1]
  return day === undefined ? null : parseCalendarDay(day)
}

const isText = (value: FactValue) => typeof value === 'string'
const isDay = (value: FactValue) => typeof value === 'string' && value.length === 10 && dayIn(value) !== null

const FITS: Readonly<Record<FactType, (value: FactValue) => boolean>> = {
  text: isText,
  richText: isText,
  enum: isText,
  cpr: isText,
  id: isText,
  date: isDay,
  dateTime: (value) => typeof value === 'string' && dayIn(value) !== null,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  yesNo: (value) => typeof value === 'boolean',
  textList: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
}

/** Whether a value is of the type the catalogue gives the key. Empty (`null`) fits every type. */
export function valueFits(key: FactKey, value: FactValue): boolean {
  const definition = factDefinition(key)
  if (definition === null) return false
  if (value === null) return true
  return FITS[definition.type](value) && (definition.values === undefined || definition.values.includes(value as string))
}
