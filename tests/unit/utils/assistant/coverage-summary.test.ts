import { describe, expect, it } from 'vitest'
import { coverageSummary } from '#utils/assistant/coverage-summary.ts'
import { readStatus } from '#utils/assistant/read-status.ts'
import { sampleView } from '#tests/gallery/sample-case.ts'

describe('what was read', () => {
  const lines = coverageSummary(sampleView)
  const line = (label: string) => lines.find((one) => one.label === label)

  it('counts fields, and rows against what the page says there is', () => {
    expect(line('Borger')).toMatchObject({ read: 7, total: 8, unit: 'fields', complete: false })
    expect(line('Journalnotater')).toMatchObject({ read: 50, total: 418, unit: 'rows', complete: false, filters: ['Status: Aktive'] })
    expect(line('Samtaler')).toMatchObject({ complete: true })
  })
  it('keeps an empty list that was read apart from one that was not', () => {
    expect(line('Tilbud')).toMatchObject({ read: 0, total: 0, complete: true })
    expect(line('Opgaver')).toMatchObject({ read: 0, total: null, complete: false })
  })
  it('loses nothing that was not read', () => {
    expect(lines.flatMap((one) => one.missing)).toHaveLength(sampleView.notRead.length)
  })
  it('shows parts that only the profile knows, under their own name', () => {
    const extra = coverageSummary({ ...sampleView, notRead: [{ part: 'KSD-panel', why: 'frame' }] })
    expect(extra.at(-1)).toMatchObject({ group: null, complete: false, missing: [{ label: 'KSD-panel', why: 'frame' }] })
  })
})

describe('the status', () => {
  it('is partly, with what is left', () => expect(readStatus(sampleView)).toEqual({ kind: 'partly', left: 8 }))
  it('is reading while anything loads', () => {
    expect(readStatus({ ...sampleView, notRead: [{ part: 'note', why: 'loading' }] }).kind).toBe('reading')
  })
  it('is all only when no list is cut short either', () => {
    const { note, ...lists } = sampleView.lists
    expect(readStatus({ ...sampleView, lists, notRead: [] })).toEqual({ kind: 'all', left: 0 })
    expect(readStatus({ ...sampleView, lists: { ...lists, ...(note && { note }) }, notRead: [] })).toEqual({ kind: 'partly', left: 1 })
  })
})
