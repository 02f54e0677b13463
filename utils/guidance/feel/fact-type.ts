import { factDefinition, type FactType } from '#utils/domain/fact-catalogue.ts'
import type { FeelType } from './node.ts'

/** How a fact type is seen by a rule. A time is seen as its calendar day: the law counts in days. */
const FEEL_TYPE: Readonly<Record<FactType, FeelType>> = {
  text: 'text',
  richText: 'text',
  enum: 'text',
  cpr: 'text',
  id: 'text',
  date: 'day',
  dateTime: 'day',
  number: 'number',
  yesNo: 'boolean',
  textList: 'texts',
}

/** The FEEL type of a canonical key, or `null` when the catalogue does not know it. */
export function feelTypeOf(key: string): FeelType | null {
  const definition = factDefinition(key)
  return definition === null ? null : FEEL_TYPE[definition.type]
}

/** The canonical values of an enum fact, or `null` for a fact of another type. */
export function enumValuesOf(key: string): readonly string[] | null {
  return factDefinition(key)?.values ?? null
}
