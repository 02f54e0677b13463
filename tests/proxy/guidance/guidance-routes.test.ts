import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { GuidanceAnswer, LogPage, LogVerification, Switchboard } from '#proxy/contract/guidance.ts'
import type { Store } from '#proxy/store/store.ts'
import { verifySwitches, type SwitchesVerdict } from '#utils/guidance/signed/verify-switches.ts'
import { startKeyIssuer, type KeyIssuer } from '../support/key-issuer.ts'
import { STORE_KINDS, testStores, type StoreKind } from '../support/stores.ts'
import {
  ADMINISTRATOR,
  CASEWORKER,
  DEPUTY,
  LEADER,
  LEADER_SOUTH,
  newFolder,
  startGuidanceServer,
  type Ask,
  type GuidanceServer,
  type RawGuidance,
} from './guidance-server.ts'

const REASON = 'Vi prøver en måned uden denne påmindelse'
const RULE = '/v1/guidance/switches/rule:info-form-8-days'

const folder = newFolder()
const key = folder.newKey('municipality')
const stores = testStores()
let issuer: KeyIssuer
let running: GuidanceServer[] = []
let opened: Store[] = []

beforeAll(async () => {
  issuer = await startKeyIssuer()
}, 60_000)

afterEach(async () => {
  for (const server of running) await server.close()
  for (const store of opened) await store.close()
  running = []
  opened = []
})

afterAll(async () => {
  await stores.close()
  await issuer.close()
  folder.remove()
}, 60_000)

/** One that is closed after the test: an embedded store holds on to much memory. */
async function open(kind: StoreKind): Promise<Store> {
  const store = await stores.open(kind)
  opened.push(store)
  return store
}

async function start(store: Store, guidance: RawGuidance = {}): Promise<GuidanceServer> {
  const server = await startGuidanceServer({ store, issuer, guidance: { signingKey: { file: key.file }, ...guidance } })
  running.push(server)
  return server
}

async function change(server: GuidanceServer, path: string, ask: Ask) {
  const { etag } = await server.ask('/v1/guidance', { as: ask.as ?? LEADER })
  return server.ask(path, { method: 'PUT', as: LEADER, ifMatch: etag, ...ask })
}

async function decide(server: GuidanceServer, path: string, as: Ask['as'] & object) {
  const { etag } = await server.ask('/v1/guidance', { as })
  return server.ask(path, { method: 'POST', as, ifMatch: etag, body: { reason: 'Set, forstået og i orden' } })
}

/** What the extension of somebody in that unit makes of the answer. */
async function readByExtension(server: GuidanceServer, unit = 'north', as: Ask['as'] = CASEWORKER): Promise<SwitchesVerdict> {
  const { body } = await server.ask('/v1/guidance', { as: { ...as, unit: `unit-${unit}` } })
  const { switches } = body as GuidanceAnswer
  return verifySwitches(switches ?? '', { keys: [key.signer.key], tenant: '999', unit, now: Date.now(), previous: null })
}

async function offFor(server: GuidanceServer, unit = 'north') {
  const verdict = await readByExtension(server, unit)
  return verdict.ok ? verdict.verified.off.map((stretch) => stretch.switch) : [verdict.code]
}

describe.each(STORE_KINDS)('the guidance routes on %s', (kind) => {
  it('give everyone signed switches, and 304 while nothing has changed', async () => {
    const server = await start(await open(kind))
    const first = await server.ask('/v1/guidance', { as: CASEWORKER })
    expect(first.status).toBe(200)
    expect(await readByExtension(server)).toMatchObject({ ok: true, verified: { unit: 'north', serial: 0, off: [] } })
    const again = await server.ask('/v1/guidance', { as: CASEWORKER, ifNoneMatch: `"x", W/${first.etag}` })
    expect([again.status, again.text, again.etag]).toEqual([304, '', first.etag])
    expect((await server.ask('/v1/guidance', { as: CASEWORKER, ifNoneMatch: '"0-x"' })).status).toBe(200)
  }, 60_000)

  it('let a supervisor switch a rule off for the unit and undo it, and other units notice nothing', async () => {
    const server = await start(await open(kind))
    const south = await server.ask('/v1/guidance', { as: LEADER_SOUTH })
    const off = await change(server, RULE, { body: { on: false, reason: REASON, until: '2099-01-01' } })
    expect([off.status, off.body]).toMatchObject([422, { error: { code: 'dates-do-not-fit' } }])
    const done = await change(server, RULE, { body: { on: false, reason: REASON } })
    expect([done.status, done.body]).toEqual([200, { entry: 1, state: 'in-effect' }])
    expect(await readByExtension(server)).toMatchObject({
      verified: { serial: 1, off: [{ switch: 'rule:info-form-8-days', reason: REASON, until: null, entry: 1 }] },
    })
    expect((await server.ask('/v1/guidance', { as: LEADER_SOUTH, ifNoneMatch: south.etag })).status).toBe(304)
    const undone = await decide(server, '/v1/guidance/log/1/undo', LEADER)
    expect([undone.status, undone.body]).toEqual([200, { entry: 2, state: 'in-effect' }])
    expect(await offFor(server)).toEqual([])
    expect((await decide(server, '/v1/guidance/log/1/undo', LEADER)).body).toMatchObject({ error: { code: 'already-decided' } })
  }, 60_000)

  it('refuse a change without If-Match, with an old one and with one that says nothing', async () => {
    const server = await start(await open(kind))
    const body = { on: false, reason: REASON }
    const old = (await server.ask('/v1/guidance', { as: LEADER })).etag
    expect((await server.ask(RULE, { method: 'PUT', as: LEADER, body })).body).toMatchObject({ error: { code: 'precondition-needed' } })
    const first = await server.ask(RULE, { method: 'PUT', as: LEADER, body, ifMatch: old })
    expect(first.status).toBe(200)
    for (const ifMatch of [old, '*', '"1"', `W/${first.etag}`, '"99-x"']) {
      const refused = await server.ask(RULE, { method: 'PUT', as: DEPUTY, body, ifMatch })
      expect([ifMatch, refused.status]).toEqual([ifMatch, 412])
    }
    expect((await server.ask(RULE, { method: 'PUT', as: DEPUTY, body: { ...body, on: true }, ifMatch: first.etag })).status).toBe(200)
  }, 60_000)

  it('let one of many who saw the same through, whichever replica they ask', async () => {
    const store = await open(kind)
    const replicas = [await start(store), await start(store)]
    const { etag } = await (replicas[0] as GuidanceServer).ask('/v1/guidance', { as: LEADER })
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (replicas[index % 2] as GuidanceServer).ask(`/v1/guidance/switches/rule:r${index}`, {
          method: 'PUT',
          as: { ...LEADER, subject: `leder-${index}` },
          ifMatch: etag,
          body: { on: false, reason: REASON },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, ...Array.from({ length: 23 }, () => 412)])
    const { body } = await (replicas[1] as GuidanceServer).ask('/v1/guidance/log', { as: LEADER })
    expect((body as LogPage).entries).toHaveLength(1)
  }, 60_000)

  it('show a change in the other replicas within the time that is promised', async () => {
    const store = await open(kind)
    const [here, there] = [await start(store), await start(store)]
    await change(here, RULE, { body: { on: false, reason: REASON } })
    expect(await offFor(here)).toEqual(['rule:info-form-8-days'])
    await sleep(600)
    expect(await offFor(there)).toEqual(['rule:info-form-8-days'])
  }, 60_000)

  it('need another person when the municipality says so', async () => {
    const server = await start(await open(kind), { secondApprover: 'when-switching-off' })
    const proposed = await change(server, RULE, { body: { on: false, reason: REASON } })
    expect([proposed.status, proposed.body]).toEqual([202, { entry: 1, state: 'proposed' }])
    expect(await offFor(server)).toEqual([])
    const board = await server.ask('/v1/guidance/switches', { as: LEADER })
    expect(board.body).toMatchObject({ off: [], proposals: [{ entry: 1, subject: 'leder-1', action: 'propose' }] })
    expect((await decide(server, '/v1/guidance/log/1/approve', LEADER)).body).toMatchObject({ error: { code: 'another-person-needed' } })
    expect((await decide(server, '/v1/guidance/log/1/approve', LEADER_SOUTH)).status).toBe(404)
    expect((await decide(server, '/v1/guidance/log/1/approve', CASEWORKER)).status).toBe(403)
    const approved = await decide(server, '/v1/guidance/log/1/approve', DEPUTY)
    expect([approved.status, approved.body]).toEqual([200, { entry: 2, state: 'in-effect' }])
    expect(await offFor(server)).toEqual(['rule:info-form-8-days'])
    expect((await decide(server, '/v1/guidance/log/1/reject', DEPUTY)).body).toMatchObject({ error: { code: 'already-decided' } })
    // Switching on again protects the citizen, and waits for nobody.
    expect((await decide(server, '/v1/guidance/log/2/undo', LEADER)).body).toEqual({ entry: 3, state: 'in-effect' })
    expect((await decide(server, '/v1/guidance/log/3/undo', LEADER)).body).toEqual({ entry: 4, state: 'proposed' })
    expect((await decide(server, '/v1/guidance/log/4/reject', LEADER)).body).toEqual({ entry: 5, state: 'rejected' })
    expect(await offFor(server)).toEqual([])
  }, 60_000)

  it('do not switch off what protects the citizen or what the municipality has locked', async () => {
    const server = await start(await open(kind), { locked: ['hearing-deadline-respected'] })
    for (const id of ['feature:screening', 'feature:ai-mark', 'rule:hearing-deadline-respected']) {
      const refused = await change(server, `/v1/guidance/switches/${id}`, { as: ADMINISTRATOR, body: { on: false, reason: REASON } })
      expect([id, refused.body]).toMatchObject([id, { error: { code: 'cannot-switch-off' } }])
    }
    expect(await readByExtension(server)).toMatchObject({
      verified: { locked: expect.arrayContaining(['rule:hearing-deadline-respected']) },
    })
  }, 60_000)

  it('take no reason that is short or holds a CPR number, and no field they do not know', async () => {
    const server = await start(await open(kind))
    const refusals: readonly (readonly [unknown, string])[] = [
      [{ on: false, reason: 'Nej' }, 'reason-too-short'],
      [{ on: false, reason: 'Gælder kun borgeren 140752-7123' }, 'cpr-in-reason'],
      [{ on: false, reason: `${REASON}\nog mere` }, 'invalid-request'],
      [{ on: false, reason: 'x'.repeat(501) }, 'invalid-request'],
      [{ on: false }, 'invalid-request'],
      [{ on: 'false', reason: REASON }, 'invalid-request'],
      [{ on: false, reason: REASON, subject: 'en anden' }, 'invalid-request'],
      [{ on: false, reason: REASON, from: '2026-02-30' }, 'invalid-request'],
      [{ on: false, reason: REASON, from: '2020-01-01' }, 'dates-do-not-fit'],
      [{ on: false, reason: REASON, unit: 'south' }, 'not-allowed'],
      [{ on: false, reason: REASON, unit: '*' }, 'not-allowed'],
    ]
    for (const [body, code] of refusals)
      expect([body, (await change(server, RULE, { body })).body]).toMatchObject([body, { error: { code } }])
    for (const id of ['rule:', 'rule:X', 'feature:a_b', 'model', 'rule:a%2Fb', 'rule:' + 'a'.repeat(100)])
      expect((await change(server, `/v1/guidance/switches/${id}`, { body: { on: false, reason: REASON } })).status).toBe(400)
    expect((await server.ask('/v1/guidance/log', { as: LEADER })).body).toEqual({ entries: [], next: null })
  }, 60_000)

  it('stop all use of language models at once when an administrator says so', async () => {
    const server = await start(await open(kind), { secondApprover: 'always' })
    const stop = { on: false, reason: 'Vi har set et forkert svar', unit: '*' }
    expect((await change(server, '/v1/guidance/switches/model-use', { body: { ...stop, unit: 'north' } })).status).toBe(403)
    expect(server.guidance.killSwitch.isOff('north')).toBe(false)
    expect((await change(server, '/v1/guidance/switches/model-use', { as: ADMINISTRATOR, body: stop })).status).toBe(200)
    expect(server.guidance.killSwitch.isOff('north')).toBe(true)
    expect(await offFor(server, 'south')).toEqual(['model-use'])
    expect(server.logged).toContainEqual({ event: 'kill-switch', on: true })
    // On again needs another person here.
    expect((await decide(server, '/v1/guidance/log/1/undo', ADMINISTRATOR)).body).toEqual({ entry: 2, state: 'proposed' })
    expect((await decide(server, '/v1/guidance/log/2/approve', { ...ADMINISTRATOR, subject: 'administrator-2' })).status).toBe(200)
    expect(server.guidance.killSwitch.isOff('north')).toBe(false)
  }, 60_000)

  it('keep a log that a supervisor reads for the unit and an administrator for all', async () => {
    const server = await start(await open(kind))
    await change(server, RULE, { body: { on: false, reason: REASON } })
    await change(server, RULE, { as: LEADER_SOUTH, body: { on: false, reason: 'Syd vil også prøve uden' } })
    await change(server, '/v1/guidance/switches/feature:search', {
      as: ADMINISTRATOR,
      body: { on: false, reason: 'Fejl i søgningen', unit: '*' },
    })
    const entriesFor = async (path: string, as: Ask['as'] & object) => {
      const { body } = await server.ask(path, { as })
      return (body as LogPage).entries.map(({ entry }) => entry)
    }
    expect(await entriesFor('/v1/guidance/log', LEADER)).toEqual([1, 3])
    expect(await entriesFor('/v1/guidance/log', LEADER_SOUTH)).toEqual([2, 3])
    expect(await entriesFor('/v1/guidance/log', ADMINISTRATOR)).toEqual([1, 2, 3])
    expect(await entriesFor('/v1/guidance/log?unit=south', ADMINISTRATOR)).toEqual([2, 3])
    expect((await server.ask('/v1/guidance/log?unit=south', { as: LEADER })).status).toBe(403)
    expect((await server.ask('/v1/guidance/log', { as: CASEWORKER })).status).toBe(403)
    const page = await server.ask('/v1/guidance/log?after=1&limit=1', { as: ADMINISTRATOR })
    expect(page.body).toMatchObject({ entries: [{ entry: 2, subject: 'leder-3', unit: 'south', role: 'supervisor' }], next: 2 })
    for (const query of ['?limit=0', '?limit=501', '?after=-1', '?order=desc', '?unit=']) {
      expect([query, (await server.ask(`/v1/guidance/log${query}`, { as: ADMINISTRATOR })).status]).toEqual([query, 400])
    }
  }, 60_000)

  it('let nobody change the log, and show it when somebody with the database did', async () => {
    const store = await open(kind)
    const server = await start(store)
    for (const on of [false, true, false]) await change(server, RULE, { body: { on, reason: REASON } })
    const verify = async () => (await server.ask('/v1/guidance/log/verification', { as: LEADER })).body as LogVerification
    expect(await verify()).toMatchObject({ intact: true, entries: 3, broken: null, head: expect.stringContaining('"kind":"log-head"') })
    for (const sql of ["UPDATE guidance_log SET reason = 'x'", 'DELETE FROM guidance_log', 'TRUNCATE guidance_log'])
      await expect(store.query(sql)).rejects.toThrow()
    await store.query('ALTER TABLE guidance_log DISABLE TRIGGER ALL')
    await store.query("UPDATE guidance_log SET subject = 'leder-9' WHERE entry = 2")
    expect(await verify()).toMatchObject({ intact: false, broken: 2, head: null })
    await expect(start(store)).rejects.toThrow('does not fit together at entry 2')
    await store.query("UPDATE guidance_log SET subject = 'leder-1' WHERE entry = 2")
    expect(await verify()).toMatchObject({ intact: true })
    await store.query('DELETE FROM guidance_log WHERE entry = 3')
    expect(await verify()).toMatchObject({ intact: false, broken: 3 })
  }, 60_000)

  it('go on under a new key, and believe the old one as far as it goes', async () => {
    const store = await open(kind)
    const before = await start(store)
    await change(before, RULE, { body: { on: false, reason: REASON } })
    const next = folder.newKey('next-municipality')
    await expect(start(store, { signingKey: { file: next.file } })).rejects.toThrow('entry 1')
    const after = await start(store, { signingKey: { file: next.file }, otherKeys: [{ key: key.signer.key, lastEntry: 1 }] })
    expect((await change(after, RULE, { body: { on: true, reason: REASON } })).status).toBe(200)
    expect((await after.ask('/v1/guidance/log/verification', { as: LEADER })).body).toMatchObject({ intact: true, entries: 2 })
    // The one that does not know the new key stops believing the log, and changes nothing any more.
    expect((await change(before, RULE, { body: { on: false, reason: REASON } })).status).toBe(500)
  }, 60_000)

  it('change nothing without a key but the emergency stop', async () => {
    const server = await start(await open(kind), { signingKey: null })
    expect((await server.ask('/v1/guidance', { as: LEADER })).body).toEqual({ packs: [], coming: [], switches: null })
    expect((await change(server, RULE, { body: { on: false, reason: REASON } })).body).toMatchObject({ error: { code: 'no-signing-key' } })
    const stop = await change(server, '/v1/guidance/switches/model-use', {
      as: ADMINISTRATOR,
      body: { on: false, reason: 'Vi har set et forkert svar', unit: '*' },
    })
    expect([stop.status, server.guidance.killSwitch.isOff('north')]).toEqual([200, true])
  }, 60_000)

  it('show the switchboard of the own unit, and of any to an administrator', async () => {
    const server = await start(await open(kind), { locked: ['a-rule'] })
    const own = await server.ask('/v1/guidance/switches', { as: LEADER })
    expect(own.body as Switchboard).toMatchObject({ unit: 'north', municipality: '999', secondApprover: 'never', off: [], proposals: [] })
    expect((own.body as Switchboard).cannotBeSwitchedOff).toContain('rule:a-rule')
    expect((await server.ask('/v1/guidance/switches?unit=south', { as: LEADER })).status).toBe(403)
    expect((await server.ask('/v1/guidance/switches?unit=*', { as: LEADER })).status).toBe(403)
    const all = await server.ask('/v1/guidance/switches?unit=*', { as: ADMINISTRATOR })
    const body = { on: false, reason: REASON, unit: '*' }
    expect((await server.ask(RULE, { method: 'PUT', as: ADMINISTRATOR, ifMatch: all.etag, body })).status).toBe(200)
    expect((await server.ask('/v1/guidance/switches', { as: LEADER })).body).toMatchObject({
      off: [{ unit: '*', switch: 'rule:info-form-8-days' }],
    })
  }, 60_000)
})
