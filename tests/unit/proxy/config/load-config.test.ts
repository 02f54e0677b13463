import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { allowListText, factsText } from '#proxy/config/facts-text.ts'
import { ConfigError, loadConfig, parseConfig } from '#proxy/config/load-config.ts'
import { whyNotHere } from '#proxy/server/process-guard.ts'

const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const AUTH = {
  issuer: 'https://login.eksempel.dk/',
  audience: ['a'],
  units: [{ claim: 'u', id: 'u', name: 'U' }],
  roles: [{ claim: 'r', role: 'caseworker' }],
  municipality: '999',
  pseudonymKeys: [{ id: 'k', secret: { env: 'K' } }],
}
const AZURE = {
  upstreams: [
    {
      name: 'azure',
      kind: 'azure',
      address: 'https://kommunen.openai.azure.com',
      region: 'swedencentral',
      credential: { type: 'key', secret: { env: 'K' } },
    },
  ],
  models: [
    {
      id: 'svar',
      kind: 'chat',
      purpose: 'Svar og udkast',
      at: [
        {
          upstream: 'azure',
          model: 'gpt',
          answersAs: ['gpt-4.1-2025-04-14'],
          processing: 'data-zone-eu',
          confirmedBy: 'It-chefen',
          confirmedOn: '2026-11-01',
        },
      ],
    },
  ],
}

function complaint(raw: unknown): string {
  try {
    parseConfig(raw)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
  }
  return ''
}

describe('the configuration', () => {
  it('needs only to know whom to trust; the rest has a safe value', () => {
    const { server, upstream, audit } = parseConfig({ auth: AUTH })
    expect(server).toMatchObject({ host: '127.0.0.1', metrics: 'administrators', requestLog: false })
    expect(upstream.models).toEqual([])
    expect(audit.retentionDays).toBeGreaterThanOrEqual(184)
  })

  it.each([
    ['a field it does not know', { auth: AUTH, server: { prot: 1 } }, 'server: kender ikke prot'],
    ['a section it does not know', { auth: AUTH, sever: {} }, 'kender ikke sever'],
    ['a missing field', { auth: { ...AUTH, issuer: undefined } }, 'auth.issuer: mangler'],
    ['a wrong type', { auth: AUTH, server: { port: 'secret' } }, 'server.port: skal være number'],
    ['too large a number', { auth: AUTH, server: { port: 70_000 } }, 'server.port: må højst være 65535'],
    ['a word that is not on the list', { auth: AUTH, server: { metrics: 'secret' } }, 'server.metrics: skal være en af: administrators'],
    ['nothing', null, 'Opsætningen kan ikke bruges'],
  ])('says in Danish where %s stands, and never what stands there', (_what, raw, text) => {
    expect(complaint(raw)).toContain(text)
    expect(complaint(raw)).not.toContain('secret')
  })

  it('does not quote a file that is no JSON', () => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, '{"auth": hemmeligt')
    expect(() => loadConfig(file)).toThrow(ConfigError)
    expect(() => loadConfig(file)).not.toThrow(/hemmeligt/)
    expect(() => loadConfig(join(folder, 'none.json'))).toThrow('kan ikke læses')
  })
})

describe('the facts', () => {
  it('name who handles what, where, and who has confirmed it', () => {
    const text = factsText(parseConfig({ auth: AUTH, upstream: AZURE }))
    for (const fact of [
      'Microsoft Ireland',
      'kommunen.openai.azure.com',
      'swedencentral (Sverige)',
      'Data Zone EU',
      'It-chefen, 2026-11-01',
      'login.eksempel.dk',
      '400 dage',
    ])
      expect(text).toContain(fact)
  })

  it('say that there is nobody when there is no model, and who there could be', () => {
    expect(factsText(parseConfig({ auth: AUTH }))).toContain('ingen underdatabehandler')
    expect(allowListText()).toContain('swedencentral')
  })
})

describe('the process the proxy runs in', () => {
  it.each([
    [{}, [], null],
    [{ NODE_DEBUG: 'http' }, [], 'NODE_DEBUG'],
    [{ NODE_OPTIONS: '--inspect=0.0.0.0' }, [], 'flag'],
    [{}, ['--heapsnapshot-signal=SIGUSR2'], 'flag'],
    [{}, ['--permission', '--allow-fs-read=*', '--import', 'x.ts'], null],
  ])('%o %o: %s', (env, args, why) => {
    const said = whyNotHere(env, args)
    if (why === null) expect(said).toBeNull()
    else expect(said).toContain(why)
  })
})
