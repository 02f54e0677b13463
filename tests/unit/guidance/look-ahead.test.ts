import { expect, test } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { explain } from '#utils/guidance/explain.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { lookAhead } from '#utils/guidance/look-ahead.ts'
import { complaintPage } from '#utils/guidance/print/complaint-page.ts'
import { loadedOf, source } from './authoring/rule-text.ts'

const { pack } = loadedOf(source({ warnFrom: 'addWorkingDays(access.received, 4)' }))
const facts = { 'access.received': '2026-11-02', 'access.law': 'FVL', 'access.decided': null }
const ahead = (today: string, days?: readonly number[]) =>
  lookAhead(pack, inputFromJson({ facts }), { today: day(today) }, days).map(({ on, now, later }) => [on, now.verdict, later.verdict])

test('the last day: tomorrow the deadline has passed', () => {
  expect(ahead('2026-11-11')).toEqual([
    ['2026-11-12', 'due', 'breached'],
    ['2026-11-18', 'due', 'breached'],
  ])
})

test('a deadline that comes near counts, one that stays far or has passed does not', () => {
  expect(ahead('2026-11-05', [1])).toEqual([['2026-11-06', 'due', 'due']])
  expect(ahead('2026-11-03', [1])).toEqual([])
  expect(ahead('2026-11-13')).toEqual([])
})

test('a row that is not there later has nothing to compare with', () => {
  expect(lookAhead(pack, inputFromJson({ facts: {} }), { today: day('2026-11-11') })).toEqual([])
})

test('the page for a complaint case: sentence, conditions, source, count, and no markup from the case', () => {
  const { pack: own } = loadedOf(source({ applies: 'access.law = "FVL" and (contains(citizen.name, "A") or access.noticeSent = null)' }))
  const input = inputFromJson({ facts: { ...facts, 'citizen.name': '<script>A</script>' } })
  const [explanation] = explain(own, 'answer-in-time', input, { today: day('2026-11-12') })
  const sourceOf = ({ key }: { key: string }) => (key === 'citizen.name' ? 'Sidehoved: «A»' : null)
  const page = complaintPage(explanation ? [explanation] : [], { printedOn: day('2026-11-24'), sourceOf })
  expect(page).toContain('Fristen var 11. november 2026')
  expect(page).toContain('onsdag 11. november 2026')
  expect(page).toContain('Sidehoved: «A»')
  expect(page).toContain('ikke læst')
  expect(page).toContain('ikke en afgørelse')
  expect(page).not.toContain('<script')
})
