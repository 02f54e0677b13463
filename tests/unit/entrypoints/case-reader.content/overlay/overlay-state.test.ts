import { expect, it } from 'vitest'
import type { CaseView } from '#utils/domain/case-view.ts'
import { factOf, mayStandOnPage } from '../../../../../entrypoints/case-reader.content/overlay/overlay-state.ts'
import { fact, rowKey, sampleView } from '#tests/gallery/sample-case.ts'

const view: CaseView = {
  ...sampleView,
  pageKind: 'overview',
  facts: {
    'sick.employer': fact('sick.employer', 'Bageriet', 'sickness'),
    'sick.firstDay': fact('sick.firstDay', '2026-06-24', 'sickness'),
    'citizen.age': fact('citizen.age', 74),
  },
}

it('lets only what stands on this screen, and dates, into the page', () => {
  expect(mayStandOnPage(view, { key: 'citizen.age', row: null })).toBe(true)
  expect(mayStandOnPage(view, { key: 'sick.firstDay', row: null })).toBe(true)
  expect(mayStandOnPage(view, { key: 'sick.employer', row: null })).toBe(false)
  expect(mayStandOnPage({ ...view, pageKind: 'sickness' }, { key: 'sick.employer', row: null })).toBe(true)
})

it('finds a fact in its own row and no other', () => {
  expect(factOf(sampleView, { key: 'decision.deadline', row: rowKey('d1') })?.value).toBe('2026-11-20')
  expect(factOf(sampleView, { key: 'decision.deadline', row: rowKey('d2') })).toBeNull()
  expect(factOf(sampleView, { key: 'decision.deadline', row: null })).toBeNull()
})
