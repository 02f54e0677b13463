import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { use } from '../support/audit-samples.ts'
import { call, startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'

const CASE = '7e'.repeat(32)

describe('/v1/usage', () => {
  let stage: ProxyStage
  beforeAll(async () => {
    stage = await startProxyStage()
  }, 60_000)
  afterAll(() => stage.close())

  const as = (role: 'caseworker' | 'supervisor' | 'administrator', subject: string = role) => ({
    authorization: `Bearer ${stage.issuer.token({ subject, roles: [role] })}`,
    'content-type': 'application/json',
  })
  const post = (body: unknown, headers = as('caseworker')) => call(`${stage.url}/v1/usage`, { headers, body: JSON.stringify(body) })
  const get = (path: string, headers: Readonly<Record<string, string>>) => call(`${stage.url}${path}`, { method: 'GET', headers })
  const today = new Date().toISOString().slice(0, 10)

  it('keeps a use once and says so, with who it was from the sign-in alone', async () => {
    const sent = use({ caseHash: CASE })
    const first = await post({ uses: [sent] })
    expect([first.status, JSON.parse(first.text)]).toEqual([200, { results: [{ id: sent.id, state: 'recorded' }] }])
    const again = await post({ uses: [sent, { ...sent, outcome: 'used' }] })
    expect(JSON.parse(again.text)).toEqual({
      results: [
        { id: sent.id, state: 'already' },
        { id: sent.id, state: 'differs' },
      ],
    })
    expect((await post({ uses: [{ ...use(), subject: 'en-anden' }] })).status).toBe(400)
    expect((await post({ uses: [use()] }, { ...as('caseworker'), authorization: 'Bearer x' })).status).toBe(401)
  })

  it('gives an administrator what is on record of a case, to its end, and nobody else', async () => {
    const exported = await get(`/v1/usage/export?case=${CASE}`, as('administrator', 'dpo'))
    expect(exported.status).toBe(200)
    expect(exported.headers['content-type']).toContain('application/x-ndjson')
    const lines = exported.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toMatchObject([
      { kind: 'use', subject: 'caseworker', unit: 'north', caseHash: CASE, outcome: 'edited' },
      { kind: 'export', subject: 'dpo', caseHash: CASE },
      { end: true, records: 2 },
    ])
    for (const role of ['caseworker', 'supervisor'] as const)
      expect((await get(`/v1/usage/export?case=${CASE}`, as(role))).status).toBe(403)
    for (const query of ['', '?case=1', `?from=${today}`, `?from=${today}&to=${today}&who=me`])
      expect((await get(`/v1/usage/export${query}`, as('administrator'))).status, query).toBe(400)
  })

  it('shows a supervisor the counts of the own unit', async () => {
    const counts = await get(`/v1/usage/counts?from=${today}&to=${today}`, as('supervisor'))
    expect(JSON.parse(counts.text)).toEqual({ unit: 'north', counts: [{ feature: 'draft', outcome: 'edited', count: 1 }] })
    expect((await get(`/v1/usage/counts?from=${today}&to=${today}&unit=south`, as('supervisor'))).status).toBe(403)
    expect((await get(`/v1/usage/counts?from=${today}&to=${today}`, as('caseworker'))).status).toBe(403)
    expect(JSON.parse((await get(`/v1/usage/counts?from=${today}&to=${today}&unit=south`, as('administrator'))).text)).toEqual({
      unit: 'south',
      counts: [],
    })
  })
})
