import { describe, expect, it } from 'vitest'
import { exportQuery, usageRecord, usageRequest } from '#proxy/contract/usage-record.ts'

const USE = {
  id: '0b8a4a5e-1c1f-4b53-9a55-0d4c1e1a2b3c',
  happenedAt: 1_795_000_000_000,
  feature: 'draft',
  purpose: 'case-work',
  origin: 'model',
  caseHash: 'ab'.repeat(32),
  outcome: 'used',
  packs: [{ id: 'employment-rules', serial: 3 }],
  entries: [{ kind: 'note', ids: ['0f'.repeat(16)] }],
  coverage: { read: 3, of: 4 },
  app: '0.1.0',
}
const SENTENCE = 'Borgeren er sygemeldt'

describe('a record of use', () => {
  it('is taken as the extension sends it', () => {
    expect(usageRecord.parse(USE)).toEqual(USE)
  })

  it.each([
    ['a free text', { ...USE, note: SENTENCE }],
    ['a feature of no list', { ...USE, feature: SENTENCE }],
    ['a purpose of no list', { ...USE, purpose: SENTENCE }],
    ['an outcome of no list', { ...USE, outcome: SENTENCE }],
    ['a case by its number', { ...USE, caseHash: '123456' }],
    ['an entry by its name', { ...USE, entries: [{ kind: 'note', ids: [SENTENCE] }] }],
    ['an entry of no kind', { ...USE, entries: [{ kind: SENTENCE, ids: ['0f'.repeat(16)] }] }],
    ['a text in a pack', { ...USE, packs: [{ id: SENTENCE, serial: 1 }] }],
    ['more read than there is', { ...USE, coverage: { read: 5, of: 4 } }],
    ['a text for a version', { ...USE, app: SENTENCE }],
    ['a score of the citizen', { ...USE, score: 0.7 }],
    ['too many entries', { ...USE, entries: [{ kind: 'note', ids: Array.from({ length: 2001 }, () => '0f'.repeat(16)) }] }],
  ])('may not hold %s', (_what, value) => {
    expect(usageRecord.safeParse(value).success).toBe(false)
  })

  it('comes with others, but not with any number of them', () => {
    expect(usageRequest.safeParse({ uses: [] }).success).toBe(false)
    expect(usageRequest.safeParse({ uses: Array.from({ length: 51 }, () => USE) }).success).toBe(false)
  })
})

describe('an export', () => {
  it('is of a case or of a period', () => {
    expect(exportQuery.safeParse({}).success).toBe(false)
    expect(exportQuery.safeParse({ from: '2026-11-01' }).success).toBe(false)
    expect(exportQuery.safeParse({ from: '2026-11-02', to: '2026-11-01' }).success).toBe(false)
    expect(exportQuery.safeParse({ from: '2026-11-31', to: '2026-12-01' }).success).toBe(false)
    expect(exportQuery.safeParse({ from: '2026-11-01', to: '2026-11-01' }).success).toBe(true)
    expect(exportQuery.safeParse({ case: 'ab'.repeat(32) }).success).toBe(true)
  })
})
