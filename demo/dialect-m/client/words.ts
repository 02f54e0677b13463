import { label, shownEnum, shownYesNo } from '#demo/labels.ts'
import type { LabelVariant, Steering } from '#demo/server/steering.ts'
import { factDefinition, type FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { shownDay, shownTime } from './dates.ts'

/** This dialect's own short words where the panel's heading says the rest: "Startdato" stands in several panels. */
const SHORT: Readonly<Partial<Record<FactKey, string>>> = {
  'case.number': 'Sagsnr.',
  'case.status': 'Status',
  'case.start': 'Startdato',
  'case.end': 'Slutdato',
}

/** The label of a key on this page. */
export function labelOf(key: FactKey, variant: LabelVariant): string {
  return (variant === 0 ? SHORT[key] : undefined) ?? label(key, variant)
}

/** A value as this page writes it; empty values are an empty text. */
export function shown(key: FactKey, value: FactValue | undefined, steering: Steering): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return shownYesNo(value)
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value !== 'string') return value.join(', ')
  return shownText(key, value, steering)
}

function shownText(key: FactKey, value: string, steering: Steering): string {
  switch (factDefinition(key)?.type) {
    case 'date':
      return shownDay(value, steering.dates)
    case 'dateTime':
      return shownTime(value, steering.dates)
    case 'enum':
      return shownEnum(key, value)
    case 'cpr':
      return shownCpr(value, steering.maskCpr)
    default:
      return value
  }
}

/** `140752-6123`, or `140752-XXXX` where the session is steered to masking. */
export function shownCpr(digits: string, masked = false): string {
  return `${digits.slice(0, 6)}-${masked ? 'XXXX' : digits.slice(6)}`
}

/** Whether the host puts the value as a UTC instant in an attribute beside the text. */
export function isDated(key: FactKey): boolean {
  const type = factDefinition(key)?.type
  return type === 'date' || type === 'dateTime'
}
