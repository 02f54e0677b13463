import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { GuidanceAnswer } from '#proxy/contract/guidance.ts'
import { LOCAL_PACK, type LocalRulesAnswer } from '#proxy/contract/local-rules.ts'
import type { Store } from '#proxy/store/store.ts'
import type { PackRule } from '#utils/guidance/pack-schema.ts'
import { verifyPack, type PackVerdict } from '#utils/guidance/signed/verify-pack.ts'
import { requireRulePack } from '#build/rule-pack.ts'
import { startKeyIssuer, type KeyIssuer } from '../support/key-issuer.ts'
import { STORE_KINDS, testStores, type StoreKind } from '../support/stores.ts'
import {
  ADMINISTRATOR,
  CASEWORKER,
  LEADER,
  newFolder,
  startGuidanceServer,
  type GuidanceServer,
  type RawGuidance,
} from './guidance-server.ts'

const PATH = '/v1/guidance/local-rules'
const REASON = 'Byrådet har besluttet en kortere frist end lovens'
const folder = newFolder()
const key = folder.newKey('municipality')
const stores = testStores()
const published = requireRulePack().rules.find(({ id }) => id === 'party-access-7-working-days')
let issuer: KeyIssuer
let running: GuidanceServer[] = []
let opened: Store[] = []

beforeAll(async () => {
  issuer = await startKeyIssuer()
}, 60_000)
afterAll(async () => {
  await stores.close()
  await issuer.close()
  folder.remove()
}, 60_000)
afterEach(async () => {
  for (const server of running) await server.close()
  for (const store of opened) await store.close()
  running = []
  opened = []
})

async function open(kind: StoreKind): Promise<Store> {
  const store = await stores.open(kind)
  opened.push(store)
  return store
}
async function start(store: Store, guidance: RawGuidance = { signingKey: { file: key.file } }): Promise<GuidanceServer> {
  const server = await startGuidanceServer({ store, issuer, guidance })
  running.push(server)
  return server
}
function ruleCalled(id: string): PackRule {
  if (!published) throw new Error('the rule is gone')
  return JSON.parse(JSON.stringify({ ...published, id }))
}
const put = async (
  server: GuidanceServer,
  id: string,
  rule: unknown,
  { ifMatch = '"0-local"', as = ADMINISTRATOR, reason = REASON } = {},
) => server.ask(`${PATH}/${id}`, { method: 'PUT', as, ifMatch, body: { rule, reason } })
const read = async (server: GuidanceServer) => (await server.ask(PATH, { as: LEADER })).body as LocalRulesAnswer

async function served(server: GuidanceServer, keys = [key.signer.key]): Promise<PackVerdict | null> {
  const { packs } = (await server.ask('/v1/guidance', { as: CASEWORKER })).body as GuidanceAnswer
  const found = packs.find(({ id }) => id === LOCAL_PACK)
  const [first] = keys
  if (!found || first === undefined) return null
  return verifyPack(found.signed, { keys: [first], kind: 'local-rules', tenant: '999', appVersion: '0.1.0', now: Date.now(), newest: {} })
}

describe.each(STORE_KINDS)('the municipality’s own rules on %s', (kind) => {
  it('are signed as one pack, served to everyone, changed and taken out again, in every replica', async () => {
    const store = await open(kind)
    const [server, replica] = [await start(store), await start(store)]
    expect(await served(server)).toBeNull()
    const before = (await server.ask('/v1/guidance', { as: CASEWORKER })).etag
    const first = await put(server, 'egen-frist', ruleCalled('egen-frist'))
    expect([first.status, first.etag]).toEqual([204, '"1-local"'])
    expect((await server.ask('/v1/guidance', { as: CASEWORKER })).etag).not.toBe(before)
    const verdict = await served(server)
    expect(verdict).toMatchObject({ ok: true, verified: { serial: 1, tenant: '999' } })
    // A stranger's key opens nothing.
    expect(await served(server, [folder.newKey('stranger').signer.key])).toMatchObject({ ok: false })
    expect((await put(server, 'anden-frist', ruleCalled('anden-frist'), { ifMatch: first.etag })).status).toBe(204)
    await expect.poll(async () => (await read(replica)).pack?.rules.map(({ id }) => id)).toEqual(['anden-frist', 'egen-frist'])
    expect((await put(replica, 'egen-frist', null, { ifMatch: '"2-local"' })).status).toBe(204)
    await expect.poll(async () => (await read(server)).pack?.rules.map(({ id }) => id)).toEqual(['anden-frist'])
    expect((await read(server)).issues.map(({ rule, added, serial }) => [serial, rule, added])).toEqual([
      [3, 'egen-frist', false],
      [2, 'anden-frist', true],
      [1, 'egen-frist', true],
    ])
    expect(await served(await start(store))).toMatchObject({ ok: true, verified: { serial: 3 } })
  })

  it('are made by administrators only, with a reason, and never over what somebody else has just done', async () => {
    const server = await start(await open(kind))
    const rule = ruleCalled('egen-frist')
    expect((await put(server, 'egen-frist', rule, { as: LEADER })).status).toBe(403)
    expect((await put(server, 'egen-frist', rule, { as: CASEWORKER })).status).toBe(403)
    expect((await server.ask(PATH, { as: CASEWORKER })).status).toBe(403)
    expect((await put(server, 'egen-frist', rule, { reason: 'kort' })).status).toBe(422)
    expect((await put(server, 'egen-frist', null)).status).toBe(404)
    expect((await put(server, 'egen-frist', rule)).status).toBe(204)
    expect((await put(server, 'anden', ruleCalled('anden'))).status).toBe(412)
    expect((await server.ask(`${PATH}/anden`, { method: 'PUT', as: ADMINISTRATOR, body: { rule: null, reason: REASON } })).status).toBe(428)
    expect((await read(server)).issues).toHaveLength(1)
  })

  it('refuse what could not run, is called something else, or holds a CPR number', async () => {
    const server = await start(await open(kind))
    const rule = ruleCalled('egen-frist')
    const [version] = rule.versions
    if (!version) throw new Error('no version')
    const illTyped = { ...rule, versions: [{ ...version, met: { feel: 'today', tree: { op: 'today' } } }] }
    for (const [id, wrong] of [
      ['en-anden', rule],
      ['egen-frist', illTyped],
      ['egen-frist', { ...rule, text: 'Ring til 010150-5101 i dag' }],
      ['egen-frist', { ...rule, script: 'x' }],
      ['egen-frist', 'rule'],
    ] as const)
      expect((await put(server, id, wrong)).status, JSON.stringify(wrong).slice(0, 60)).toBe(400)
    expect(await served(server)).toBeNull()
    expect((await put(await start(await open(kind), {}), 'egen-frist', rule)).status).toBe(503)
  })

  it('stop the start when somebody has changed them in the store', async () => {
    const store = await open(kind)
    const server = await start(store)
    await put(server, 'egen-frist', ruleCalled('egen-frist'))
    await store.query('ALTER TABLE guidance_local_rules DISABLE TRIGGER ALL')
    await expect(store.query("UPDATE guidance_local_rules SET reason = 'x'")).resolves.toBeDefined()
    await store.query("UPDATE guidance_local_rules SET signed = replace(signed, 'egen-frist', 'egen-frest')")
    await expect(start(store)).rejects.toThrow('own rules cannot be served')
  })
})
