import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signPack, type PackTerms } from '#build/pack-terms.ts'
import { loadServedPacks, type PackSource } from '#proxy/guidance/served-packs.ts'
import type { Store } from '#proxy/store/store.ts'
import type { Signer } from '#utils/guidance/signed/envelope.ts'
import { verifyPack } from '#utils/guidance/signed/verify-pack.ts'
import { testStores } from '../support/stores.ts'
import { newFolder } from './guidance-server.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const folder = newFolder()
const packs = join(folder.path, 'packs')
const publisher = folder.newKey('publisher')
const next = folder.newKey('next-publisher')
const municipality = folder.newKey('municipality')
const stranger = folder.newKey('stranger')
const stores = testStores()
let store: Store

const pack = (id = 'dk-beskaeftigelse', title = 'Regler') => ({ format: 1, id, version: '2026.11.22', title, rules: [] })
const terms = (over: Partial<PackTerms> = {}): PackTerms => ({
  kind: 'rule-pack',
  serial: 3,
  tenant: null,
  validFrom: '2026-11-01T00:00:00Z',
  expires: '2027-05-01T00:00:00Z',
  minAppVersion: '0.1.0',
  ...over,
})

function put(name: string, content: unknown, { signer, ...over }: Partial<PackTerms> & { signer?: Signer } = {}): void {
  writeFileSync(join(packs, `${name}.signed.json`), signPack(content, terms(over), signer ?? publisher.signer))
}

const source = (over: Partial<PackSource> = {}): PackSource => ({
  folder: packs,
  publisherKeys: [publisher.signer.key, next.signer.key],
  ownKeys: [municipality.signer.key],
  municipality: '751',
  ...over,
})
const load = async (over: Partial<PackSource> = {}) => loadServedPacks(source(over), store, NOW)

beforeAll(async () => {
  store = await stores.open('pglite')
}, 60_000)

beforeEach(async () => {
  rmSync(packs, { recursive: true, force: true })
  mkdirSync(packs)
  await store.query('DELETE FROM guidance_pack')
})

afterAll(async () => {
  await stores.close()
  folder.remove()
}, 60_000)

describe('the packs that are served', () => {
  it('are those in the folder, signed by the publisher or the municipality', async () => {
    put('a', pack())
    put('b', pack('egne-regler'), { kind: 'local-rules', tenant: '751', signer: municipality.signer })
    put('c', pack('naeste'), { signer: next.signer })
    writeFileSync(join(packs, 'README.md'), 'ikke en pakke')
    const { served } = await load()
    expect(served.map(({ id, kind, serial }) => [id, kind, serial])).toEqual([
      ['dk-beskaeftigelse', 'rule-pack', 3],
      ['egne-regler', 'local-rules', 3],
      ['naeste', 'rule-pack', 3],
    ])
    expect(await load({ folder: null })).toEqual({ served: [], coming: [] })
  })

  it('leave out one that has run out, and show one of the publisher’s that has not begun as coming', async () => {
    put('a', pack('gammel'), { expires: '2026-11-24T12:00:00Z' })
    put('b', pack('kommende'), { validFrom: '2026-12-01T00:00:00Z' })
    put('c', pack('egne-regler'), { kind: 'local-rules', tenant: '751', signer: municipality.signer, validFrom: '2026-12-01T00:00:00Z' })
    const { served, coming } = await load()
    expect([served, coming.map(({ id }) => id)]).toEqual([[], ['kommende']])
    // It has not been served: nothing is held against an older one meanwhile.
    expect(await store.query('SELECT id FROM guidance_pack')).toEqual([])
  })

  it.each([
    ['a stranger signed', () => put('a', pack(), { signer: stranger.signer }), 'unknown-key'],
    ['the municipality signed as the publisher', () => put('a', pack(), { signer: municipality.signer }), 'unknown-key'],
    ['is for another municipality', () => put('a', pack(), { tenant: '101' }), 'other-tenant'],
    ['was changed', () => writeFileSync(join(packs, 'a.signed.json'), `${signPack(pack(), terms(), publisher.signer)} `), 'not-canonical'],
    ['holds a rule that cannot run', () => put('a', { ...pack(), rules: [{ id: 'x' }] }), 'wrong-content'],
  ])('stop the start when one that %s is among them', async (_what, make, code) => {
    make()
    await expect(load()).rejects.toThrow(code)
  })

  it('stop the start when two are the same pack', async () => {
    put('a', pack())
    put('b', pack(), { serial: 4 })
    await expect(load()).rejects.toThrow('dk-beskaeftigelse')
  })

  it('never go back, and never change under the same serial', async () => {
    put('a', pack(), { serial: 5 })
    await load()
    await load()
    put('a', pack(), { serial: 4 })
    await expect(load()).rejects.toThrow('downgrade')
    put('a', pack('dk-beskaeftigelse', 'Andre regler'), { serial: 5 })
    await expect(load()).rejects.toThrow('other content')
    put('a', pack(), { serial: 6 })
    expect((await load()).served).toMatchObject([{ serial: 6 }])
  })
})

describe('npm run sign-pack', () => {
  const run = async (...args: string[]) => promisify(execFile)(process.execPath, ['build/sign-pack.ts', ...args])

  it('makes a key, signs the rules of the repository and checks what it signed', async () => {
    const [key, out] = [join(folder.path, 'new.pem'), join(folder.path, 'out.signed.json')]
    const publicKey = (await run('--new-key', key)).stdout.trim().split('\n').at(-1) ?? ''
    await expect(run('--new-key', key)).rejects.toThrow('EEXIST')
    await run('--key', key, '--serial', '12', '--days', '30', '--out', out)
    const text = readFileSync(out, 'utf8')
    const ask = { kind: 'rule-pack', keys: [publicKey], tenant: null, appVersion: '99.0.0', now: Date.now() + 1000, newest: {} } as const
    expect(await verifyPack(text, ask)).toMatchObject({ ok: true, verified: { serial: 12, pack: { id: 'dk-beskaeftigelse' } } })
    expect((await run('--check', out, '--public-key', publicKey)).stdout).toContain('løbenummer 12')
    await expect(run('--check', out, '--public-key', stranger.signer.key)).rejects.toThrow('unknown-key')
    // One key in 64 begins so.
    await expect(run('--check', out, '--public-key', `-${stranger.signer.key.slice(1)}`)).rejects.toThrow('unknown-key')
  }, 120_000)

  it('says what it needs', async () => {
    await expect(run('--key', publisher.file, '--out', join(folder.path, 'x.signed.json'))).rejects.toThrow('--serial')
    await expect(
      run('--key', publisher.file, '--serial', '1', '--kind', 'local-rules', '--out', join(folder.path, 'x.signed.json')),
    ).rejects.toThrow('other-tenant')
    expect((await run('--help')).stdout).toContain('--new-key')
  }, 120_000)
})
