import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#proxy/auth/caller.ts'
import { createKnowledge } from '#proxy/knowledge/create-knowledge.ts'
import type { Knowledge } from '#proxy/knowledge/knowledge.ts'
import { loadDocument, refreshWords } from '#proxy/knowledge/load-document.ts'
import { findVectors, makeVectors } from '#proxy/knowledge/vectors.ts'
import type { Store } from '#proxy/store/store.ts'
import { STORE_KINDS, testStores } from '../support/stores.ts'
import { act, headed, part, procedure } from './documents.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const TODAY = '2026-11-24'
const CALLER: Caller = { subject: 'someone', unit: 'unit', roles: new Set(['caseworker']), expiresAt: NOW }

const TITLE = 'Bekendtgørelse af lov om fjordtilsyn og øpleje'
const paragraph = (number: string, ...stk: string[]) =>
  part('paragraph', number, ...stk.map((text, index) => part('stk', String(index + 1), text)))
const OLD = act(
  { title: TITLE, number: 11, from: '2020-05-01' },
  headed('Samtaler', paragraph('1', 'Kommunen holder en jobsamtale med borgeren hver uge.'), paragraph('7', 'Kun i den gamle udgave.')),
)
const NEW = act(
  { title: TITLE, number: 22, from: '2025-02-01' },
  headed(
    'Samtaler',
    paragraph(
      '1',
      'Kommunen holder en jobsamtale med borgeren hver måned.',
      'Samtalen holdes ved personligt fremmøde, medmindre borgeren er syg.',
    ),
  ),
  headed(
    'Ydelser',
    paragraph('2', 'Øplejeydelsen udbetales månedsvis bagud.', 'Udbetaling standses ved udebliven fra samtaler.'),
    paragraph('3', 'Fradrag beregnes af indtægten.'),
  ),
)
const ENDED = act(
  { title: 'Bekendtgørelse om gebyr for tang', number: 33, from: '2021-01-01', to: '2023-12-31' },
  paragraph('1', 'Gebyret er 100 kr.'),
)
const LOCAL = procedure('Første samtale', 'a', headed('Samtaler', 'Vi ringer til borgeren dagen før samtalen.'))

const stores = testStores()
afterAll(() => stores.close())

describe.each(STORE_KINDS)('knowledge on %s', (kind) => {
  let store: Store
  let knowledge: Knowledge

  beforeAll(async () => {
    store = await stores.open(kind)
    for (const document of [OLD, NEW, ENDED, LOCAL]) await loadDocument(store, document, TODAY)
    await refreshWords(store)
    knowledge = createKnowledge({ store, now: () => NOW, meaning: null })
  })

  const search = async (query: string, more: { on?: string; kind?: 'law' | 'procedure' } = {}) => {
    const { law, procedure: local } = await knowledge.search({ query, limit: 10, ...more }, CALLER)
    return { law: law.map(({ passage }) => passage.address), local: local.map(({ passage }) => passage.act.title), hits: law }
  }

  it('loads the same text once, and keeps the old beside a changed one', async () => {
    expect(await loadDocument(store, NEW, TODAY)).toMatchObject({ outcome: 'unchanged' })
    const before = await search('gamle udgave', { on: '2021-01-01' })
    expect(before.law).toEqual(['§ 7'])
    const changed = procedure('Første samtale', 'b', headed('Samtaler', 'Vi skriver til borgeren dagen før samtalen.'))
    expect(await loadDocument(store, changed, TODAY)).toMatchObject({ outcome: 'new-version' })
    await refreshWords(store)
    const { procedure: now } = await knowledge.search({ query: 'dagen før samtalen', limit: 5 }, CALLER)
    expect(now.map(({ passage }) => passage.text)).toEqual(['Vi skriver til borgeren dagen før samtalen.'])
    const [{ count } = { count: '0' }] = await store.query<{ count: string }>(
      `SELECT count(*) FROM knowledge_version WHERE kind = 'procedure'`,
    )
    expect(Number(count)).toBe(2)
  })

  it('ends a version the day before the next begins, and on its own last day', async () => {
    const on = async (day: string) => (await knowledge.list(day)).law.map(({ number, validTo }) => [number, validTo])
    expect(await on('2025-01-31')).toEqual([[11, '2025-01-31']])
    expect(await on('2025-02-01')).toEqual([[22, null]])
    expect(await on('2023-12-31')).toEqual([
      [33, '2023-12-31'],
      [11, '2025-01-31'],
    ])
  })

  it('searches the law of the day, apart from procedures', async () => {
    expect(await search('jobsamtale')).toMatchObject({ law: ['§ 1, stk. 1'] })
    expect((await search('jobsamtale', { on: '2021-06-01' })).hits[0]?.passage.act.number).toBe(11)
    expect((await search('dagen før')).local).toEqual(['Første samtale'])
    expect(await search('samtale', { kind: 'procedure' })).toMatchObject({ law: [], local: ['Første samtale'] })
    expect((await search('gebyr tang')).law).toEqual([])
  })

  it.each([
    ['bøjninger', 'fradragene', '§ 3'],
    ['forstavelser', 'øpleje*', '§ 2, stk. 1'],
    ['ord i rækkefølge', '"personligt fremmøde"', '§ 1, stk. 2'],
    ['sammensatte ord', 'ydelse', '§ 2, stk. 1'],
    ['ord sat sammen på ny', 'samtaleudebliven', '§ 2, stk. 2'],
    ['slåfejl', 'udbetalnig', '§ 2, stk. 2'],
    ['overskrifter', 'ydelser', '§ 2, stk. 1'],
    ['henvisninger', 'lov om fjordtilsyn og øpleje § 2, stk. 2', '§ 2, stk. 2'],
  ])('finds %s: %s', async (_what, query, address) => {
    const { law } = await search(query)
    expect(law).toContain(address)
    expect(law.indexOf(address)).toBeLessThan(2)
  })

  it('takes nothing of a query for an operator', async () => {
    for (const query of [
      `'); DROP TABLE knowledge_version; --`,
      '& | ! <-> :*',
      `a' b\\ "c`,
      '😀 \u0000 §'.replace('\u0000', ''),
      '((((',
      'og i at det',
    ])
      expect((await search(query)).law).toBeInstanceOf(Array)
    expect((await knowledge.list()).law).toHaveLength(1)
  })

  it('leads citations to the passage of the day', async () => {
    const cite = async (text: string, on?: string) => {
      const { citations } = await knowledge.cite({ text, ...(on !== undefined && { on }) })
      return citations.map(({ status, missing, passages }) => [
        status,
        missing,
        ...passages.map(({ text: words, act: { inForce } }) => `${words} ${inForce}`),
      ])
    }
    expect(await cite('Efter § 1, stk. 2, 1. pkt., i lov om fjordtilsyn og øpleje.')).toEqual([
      ['found', null, 'Samtalen holdes ved personligt fremmøde, medmindre borgeren er syg. true'],
    ])
    expect(await cite('§ 7 i lov om fjordtilsyn og øpleje')).toEqual([
      ['not-found', 'paragraph', expect.stringContaining('Kun i den gamle udgave. false')],
    ])
    expect(await cite('§ 7 i lov om fjordtilsyn og øpleje', '2021-01-01')).toEqual([['found', null, expect.stringContaining('true')]])
    expect(await cite('LBK 99/2025 § 1 og § 1 i lov om fjordtilsyn og øpleje og sejlads')).toEqual([
      ['not-found', 'act'],
      ['not-found', 'act'],
    ])
  })

  it('shows a passage by its id, and what stands below it', async () => {
    const [hit] = (await search('"personligt fremmøde"')).hits
    expect(hit?.passage.id).toBe('lta-2025-22.222025-02-:p1.s2')
    const answer = await knowledge.passage('lta-2025-22.222025-02-:p1')
    expect(answer?.parts.map(({ address }) => address)).toEqual(['§ 1, stk. 1', '§ 1, stk. 2'])
    expect(await knowledge.passage('lta-2025-22.222025-02-:p9')).toBeNull()
    expect((await knowledge.passage('lta-2025-22.222025-02-'))?.passage.text).toBe(TITLE)
  })

  it('joins meaning with words where the store can hold vectors', async () => {
    const table = await makeVectors(store, 'a-model')
    if (!store.vectors) {
      expect(table).toBeNull()
      return
    }
    const missing = (await table?.missing(100)) ?? []
    expect(missing.length).toBeGreaterThan(5)
    // Meaning along one axis: what speaks of money points up, the rest sideways.
    const meaning = (text: string) => (/ydelse|gebyr|fradrag|penge/iu.test(text) ? [0, 1] : [1, 0])
    await table?.add(missing.map(({ id, text }) => ({ id, vector: meaning(text) })))
    expect(await table?.missing(100)).toEqual([])
    const both = createKnowledge({
      store,
      now: () => NOW,
      meaning: { of: async (text) => meaning(text), vectors: findVectors(store, 'a-model') },
    })
    const answer = await both.search({ query: 'penge', limit: 3 }, CALLER)
    expect(answer.by).toBe('words-and-meaning')
    expect(answer.law.map(({ passage }) => passage.address)).toContain('§ 3')
    const away = createKnowledge({ store, now: () => NOW, meaning: { of: async () => null, vectors: findVectors(store, 'a-model') } })
    expect(await away.search({ query: 'penge', limit: 3 }, CALLER)).toMatchObject({ by: 'words', law: [] })
  })
})
