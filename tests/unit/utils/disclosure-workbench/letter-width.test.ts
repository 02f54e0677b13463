import { expect, test } from 'vitest'
import { reachOf } from '#utils/disclosure/workbench/letter-width.ts'

test('a line reaches from its beginning to its end', () => {
  expect([reachOf('Hendes søster', 0), reachOf('Hendes søster', 13), reachOf('', 0), reachOf('ab', -3)]).toEqual([0, 1, 0, 0])
})

test('narrow letters reach less far than wide ones', () => {
  expect(reachOf('illiWWWW', 4)).toBeLessThan(0.25)
  expect(reachOf('WWWWilli', 4)).toBeGreaterThan(0.75)
})

test('a number in a line stands where Helvetica sets it, within half a digit', () => {
  const line = 'Hendes søster, CPR-nr. 1109487742, har ringet.'
  const before = 'Hendes søster, CPR-nr. '
  // As pdf-lib measures the two, with the type's own kerning.
  const helvetica = { before: 10_732, whole: 21_365 }
  expect(Math.abs(reachOf(line, before.length) - helvetica.before / helvetica.whole)).toBeLessThan(278 / helvetica.whole)
})
