import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { FACT_CATALOGUE, factDefinition, type GroupName } from '#utils/domain/fact-catalogue.ts'
import { formatDay, formatNumber } from './format-da.ts'

export const EMPTY_VALUE = 'tomt felt'
export const UNREAD_VALUE = 'ikke læst'

/** A value as a Danish reader writes it. Empty and unread are told apart in words. */
export function formatFact(key: string, value: FactValue | undefined): string {
  if (value === undefined) return UNREAD_VALUE
  if (value === null) return EMPTY_VALUE
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'string') return formatText(key, value)
  return value.length === 0 ? EMPTY_VALUE : value.join(', ')
}

function formatText(key: string, value: string): string {
  const definition = factDefinition(key)
  switch (definition?.type) {
    case 'enum':
      return definition.words?.[value] ?? value
    case 'date':
      return formatIfDay(value)
    case 'dateTime':
      return formatDateTime(value)
    case 'cpr':
      return formatCpr(value)
    default:
      return value
  }
}

/** "140752-6123" */
export function formatCpr(digits: string): string {
  return `${digits.slice(0, 6)}-${digits.slice(6)}`
}

/** What a caseworker calls the key, with its group where the label alone would not tell ("Sag: Startdato"). */
export function factLabel(key: string): string {
  return factDefinition(key)?.label ?? key
}

/** The screen where a key usually stands. */
export function factWhere(key: string): string {
  const [group = ''] = key.split('.')
  return Object.hasOwn(FACT_CATALOGUE, group) ? FACT_CATALOGUE[group as GroupName].where : ''
}

function formatIfDay(text: string): string {
  const day = parseCalendarDay(text)
  return day ? formatDay(day) : text
}

function formatDateTime(text: string): string {
  const [date = '', clock] = text.split('T')
  return clock ? `${formatIfDay(date)} kl. ${clock.slice(0, 5).replace(':', '.')}` : formatIfDay(date)
}
