import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CitationsAnswer, KnowledgeHits, KnowledgeList, PassageAnswer } from '#proxy/contract/knowledge.ts'
import { embed } from '#proxy/knowledge/embed.ts'
import { loadDocument, refreshWords } from '#proxy/knowledge/load-document.ts'
import { makeVectors } from '#proxy/knowledge/vectors.ts'
import { startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'
import { act, headed, part, procedure } from './documents.ts'

const LAW = act(
  { title: 'Bekendtgørelse af lov om fjordtilsyn', number: 22, from: '2025-02-01' },
  headed(
    'Samtaler',
    part('paragraph', '1', part('stk', '1', 'Kommunen holder en samtale hver måned.'), part('stk', '2', 'Samtalen holdes ved fremmøde.')),
  ),
)
const LOCAL = procedure('Første samtale', 'a', headed('Samtaler', 'Vi ringer dagen før samtalen.'))

let stage: ProxyStage

beforeAll(async () => {
  stage = await startProxyStage({ knowledge: { embeddingModel: 'sag-embeddings' } })
  const { store, upstreams } = stage.proxy.parts
  for (const document of [LAW, LOCAL]) await loadDocument(store, document, '2026-11-24')
  await refreshWords(store)
  const [model] = upstreams.models().filter(({ kind }) => kind === 'embeddings')
  const table = await makeVectors(store, 'sag-embeddings')
  const missing = (await table?.missing(100)) ?? []
  if (!model) throw new Error('no model')
  const { vectors } = await embed(upstreams, { model, texts: missing.map(({ text }) => text), mostMs: 5000 })
  await table?.add(missing.map(({ id }, index) => ({ id, vector: vectors[index] ?? [] })))
})
afterAll(() => stage.close())

async function ask(path: string, body?: unknown) {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(`${stage.url}${path}`, { ...init, headers: stage.headers() })
  const text = await answer.text()
  return { status: answer.status, json: JSON.parse(text) as unknown, text, headers: answer.headers }
}

describe('the knowledge service over HTTP', () => {
  it('searches law and procedures apart, by word and by meaning, and puts the query on record without its words', async () => {
    const { status, json } = await ask('/v1/knowledge/search', { query: 'fremmøde til samtale' })
    const hits = json as KnowledgeHits
    expect(status).toBe(200)
    expect(hits.by).toBe('words-and-meaning')
    expect(hits.law[0]?.passage).toMatchObject({ address: '§ 1, stk. 2', act: { title: LAW.title, date: '2025-02-01', inForce: true } })
    expect(hits.procedure[0]?.passage.text).toContain('Vi ringer')
    const records = await stage.proxy.parts.store.query<{ record: string }>('SELECT row_to_json(r)::text AS record FROM audit_record r')
    expect(records.some(({ record }) => record.includes('embeddings'))).toBe(true)
    expect(JSON.stringify(records) + stage.lines.join('')).not.toContain('fremmøde')
  })

  it('takes the same by GET, for law looked up by hand', async () => {
    const { json } = await ask('/v1/knowledge/search?query=samtale&kind=procedure&limit=1')
    expect(json).toMatchObject({ law: [], procedure: [{ passage: { act: { title: 'Første samtale' } } }] })
  })

  it('lets no CPR number through', async () => {
    const seen = stage.upstream.seen.length
    for (const [path, body] of [
      ['/v1/knowledge/search', { query: 'samtale med 140752-7123' }],
      ['/v1/knowledge/search?query=140752-7123', undefined],
      ['/v1/knowledge/cite', { text: '§ 1 for 140752-7123' }],
    ] as const)
      expect(await ask(path, body)).toMatchObject({ status: 422, json: { error: { code: 'cpr-in-prompt' } } })
    expect(stage.upstream.seen.length).toBe(seen)
  })

  it('goes on by words when the model is away', async () => {
    stage.upstream.always({ status: 500 })
    const { json } = await ask('/v1/knowledge/search', { query: 'samtale' })
    stage.upstream.reset()
    expect(json).toMatchObject({ by: 'words' })
    expect((json as KnowledgeHits).law.length).toBeGreaterThan(0)
  })

  it('leads citations to passages, and says which do not exist', async () => {
    const { json } = await ask('/v1/knowledge/cite', {
      text: 'Se lovens § 1, stk. 2, og § 9.',
      act: 'lov om fjordtilsyn',
      on: '2026-01-01',
    })
    const { citations } = json as CitationsAnswer
    expect(citations.map(({ status, missing, place }) => [place, status, missing])).toEqual([
      ['§ 1, stk. 2', 'found', null],
      ['§ 9', 'not-found', 'paragraph'],
    ])
    expect(citations[0]?.canonical).toMatchObject({ eli: 'eli/lta/2025/22', section: '1', stk: '2', as_of: '2026-01-01' })
    expect(citations[0]?.passages[0]?.text).toBe('Samtalen holdes ved fremmøde.')
  })

  it('shows a passage by its id and lists what is loaded', async () => {
    const { json } = await ask('/v1/knowledge?on=2026-01-01')
    const list = json as KnowledgeList
    expect([list.law.length, list.procedure.length]).toEqual([1, 0])
    const id = list.law[0]?.id ?? ''
    const passage = await ask(`/v1/knowledge/${encodeURIComponent(`${id}:p1.s2`)}`)
    expect((passage.json as PassageAnswer).passage.text).toBe('Samtalen holdes ved fremmøde.')
    expect(passage.headers.get('cache-control')).toContain('private')
    expect((await ask(`/v1/knowledge/${id}:p9`)).status).toBe(404)
  })

  it.each([
    ['nothing', '/v1/knowledge/search', {}],
    ['an empty query', '/v1/knowledge/search', { query: '' }],
    ['a query too long', '/v1/knowledge/search', { query: 'x'.repeat(501) }],
    ['an unknown field', '/v1/knowledge/search', { query: 'x', more: 1 }],
    ['a day that does not exist', '/v1/knowledge/search', { query: 'x', on: '2026-02-30' }],
    ['half a character', '/v1/knowledge/search', { query: 'x\uD800' }],
    ['a text too long', '/v1/knowledge/cite', { text: 'x'.repeat(20_001) }],
    ['a path for an id', '/v1/knowledge/..%2f..%2fetc', undefined],
    ['an unknown parameter', '/v1/knowledge?more=1', undefined],
  ])('refuses %s', async (_what, path, body) => {
    const { status, json } = await ask(path, body)
    expect([400, 404]).toContain(status)
    expect(json).toMatchObject({ error: { type: 'sagshjaelp' } })
  })

  it('asks who it is', async () => {
    for (const path of ['/v1/knowledge', '/v1/knowledge/search?query=x', '/v1/knowledge/abc'])
      expect((await fetch(`${stage.url}${path}`)).status).toBe(401)
  })
})
