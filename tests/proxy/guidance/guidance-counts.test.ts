import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CountsOfUnit } from '#proxy/contract/guidance-counts.ts'
import { AdviceCountBook } from '#proxy/guidance/advice-counts.ts'
import type { Store } from '#proxy/store/store.ts'
import { startKeyIssuer, type KeyIssuer, type TokenOptions } from '../support/key-issuer.ts'
import { STORE_KINDS, testStores } from '../support/stores.ts'
import { ADMINISTRATOR, CASEWORKER, LEADER, LEADER_SOUTH, startGuidanceServer, type GuidanceServer } from './guidance-server.ts'

const RULE = 'info-form-8-days'
const PATH = '/v1/guidance/counts'
const stores = testStores()
let issuer: KeyIssuer
let server: GuidanceServer
let store: Store

const person = (index: number): TokenOptions => ({ subject: `sagsbehandler-${index}`, roles: ['caseworker'] })
const shown = (times = 1) => ({ id: randomUUID(), counts: [{ rule: RULE, act: 'shown' as const, reason: null, times }] })

beforeAll(async () => {
  issuer = await startKeyIssuer()
}, 60_000)
afterAll(async () => {
  await stores.close()
  await issuer.close()
}, 60_000)
afterEach(async () => {
  await server.close()
  await store.close()
})

async function read(as: TokenOptions = LEADER): Promise<CountsOfUnit> {
  const answer = await server.ask(PATH, { as })
  expect(answer.status).toBe(200)
  return answer.body as CountsOfUnit
}

describe.each(STORE_KINDS)('counts of advice on %s', (kind) => {
  it('tells nothing until five people stand behind a number, and then in steps of five', async () => {
    store = await stores.open(kind)
    server = await startGuidanceServer({ store, issuer, guidance: {} })
    for (const index of [1, 2, 3, 4])
      expect((await server.ask(PATH, { method: 'POST', as: person(index), body: shown(50) })).status).toBe(204)
    expect((await read()).quarters.map(({ counts }) => counts)).toEqual([[], []])
    await server.ask(PATH, { method: 'POST', as: person(5), body: shown(2) })
    expect((await read()).quarters[0]?.counts).toEqual([{ rule: RULE, act: 'shown', reason: null, atLeast: 200 }])
    // Another unit's supervisor sees nothing of it, by any spelling.
    expect((await read(LEADER_SOUTH)).quarters[0]?.counts).toEqual([])
    expect((await server.ask(`${PATH}?unit=unit-north`, { as: LEADER_SOUTH })).status).toBe(403)
    expect((await server.ask(PATH, { as: CASEWORKER })).status).toBe(403)
    expect((await read(ADMINISTRATOR)).unit).toBe((await read()).unit)

    // Nobody is named.
    const kept = await store.query<{ row: string }>('SELECT row_to_json(c)::text AS row FROM guidance_count c')
    expect(kept).toHaveLength(5)
    expect(JSON.stringify(kept)).not.toContain('sagsbehandler')
  })

  it('gives a person another mark in the next quarter, and forgets what is older than the one before', async () => {
    store = await stores.open(kind)
    server = await startGuidanceServer({ store, issuer, guidance: {} })
    let today = '2026-11-24'
    const book = new AdviceCountBook({ store, today: () => today, secret: 'a secret of thirty-two characters' })
    const add = async () => book.add(shown(), { subject: 'sagsbehandler-1', unit: 'north' })
    await add()
    today = '2027-01-10'
    await add()
    const marks = await store.query<{ person: string; quarter: string }>(
      "SELECT encode(person, 'hex') AS person, quarter FROM guidance_count ORDER BY quarter",
    )
    expect(marks.map(({ quarter }) => quarter)).toEqual(['2026-Q4', '2027-Q1'])
    expect(new Set(marks.map((one) => one.person)).size).toBe(2)
    expect((await book.of('north')).quarters.map(({ quarter }) => quarter)).toEqual(['2027-Q1', '2026-Q4'])
    today = '2027-04-01'
    await add()
    expect(await store.query("SELECT 1 AS one FROM guidance_count WHERE quarter = '2026-Q4'")).toEqual([])
  })

  it('counts a batch once, takes only what is on the lists, and holds back the few among the many', async () => {
    store = await stores.open(kind)
    server = await startGuidanceServer({ store, issuer, guidance: {} })
    const body = shown(3)
    for (let again = 0; again < 4; again += 1) await server.ask(PATH, { method: 'POST', as: person(1), body })
    expect(await store.query('SELECT times FROM guidance_count')).toEqual([{ times: 3 }])
    for (const index of [1, 2, 3, 4, 5, 6]) {
      const counts = [
        { rule: RULE, act: 'dismissed', reason: 'known', times: 1 },
        ...(index === 6 ? [{ rule: RULE, act: 'dismissed', reason: 'rule-wrong', times: 40 }] : []),
      ]
      await server.ask(PATH, { method: 'POST', as: person(index), body: { id: randomUUID(), counts } })
    }
    expect((await read()).quarters[0]?.counts).toEqual([{ rule: RULE, act: 'dismissed', reason: 'known', atLeast: 5 }])
    for (const wrong of [
      { ...shown(), case: 'x' },
      shown(0),
      { ...shown(), counts: [{ rule: 'Hans Hansen', act: 'shown', reason: null, times: 1 }] },
      { ...shown(), counts: [{ rule: RULE, act: 'dismissed', reason: 'fordi borgeren …', times: 1 }] },
      { ...shown(), counts: [{ rule: RULE, act: 'shown', reason: 'known', times: 1 }] },
    ])
      expect((await server.ask(PATH, { method: 'POST', as: person(1), body: wrong })).status).toBe(400)
  })
})
