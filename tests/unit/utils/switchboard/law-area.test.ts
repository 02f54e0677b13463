import { expect, test } from 'vitest'
import { lawAreaOf } from '#utils/switchboard/law-area.ts'

test.each([
  [['SDL § 13 b, stk. 1'], 'sickness'],
  [['LAS §§ 13 og 35'], 'benefits'],
  [['LAB og LSP (som ændret ved LOV nr. 1750 af 29/12/2025)'], 'employment'],
  [['BEK nr. 2408 af 13/12/2021 § 4', 'LAB § 47'], 'employment'],
  [['FVL § 16, stk. 2'], 'procedure'],
  [['Databeskyttelsesforordningen art. 12 og 15', 'DBL § 22'], 'data'],
  [['Udkast til nye sanktionsregler'], 'benefits'],
  [['Kommunens egen vejledning'], 'other'],
  [[], 'other'],
] as const)('%j belongs to %s', (citations, area) => {
  expect(lawAreaOf(citations)).toBe(area)
})
