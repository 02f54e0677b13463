import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBadUpstream, type BadUpstream } from '../support/bad-upstream.ts'
import { startKeyIssuer, type KeyIssuer } from '../support/key-issuer.ts'
import { call, CHAT_STREAM, until } from '../support/proxy-stage.ts'
import { startProxy, type ProxyProcess, type RawConfig } from '../support/start-proxy.ts'
import { testStores } from '../support/stores.ts'
import { chatEvents, chatStream, SSE } from '../support/upstream-answers.ts'
import { rawUpstreamSettings } from '../support/upstream-settings.ts'

const NOBODY = 65_534
const stores = testStores()
let issuer: KeyIssuer
let upstream: BadUpstream
let folder = ''

beforeAll(async () => {
  ;[issuer, upstream] = await Promise.all([startKeyIssuer(), startBadUpstream()])
  folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-process-'))
}, 60_000)
afterAll(async () => {
  await Promise.all([issuer.close(), upstream.close(), stores.close()])
  rmSync(folder, { recursive: true, force: true })
})

const config = async (kind: 'pglite', server: RawConfig['server'] = {}): Promise<RawConfig> => ({
  auth: issuer.config,
  store: await stores.config(kind),
  upstream: rawUpstreamSettings([upstream]),
  server,
})

const ask = ({ url }: ProxyProcess) =>
  call(`${url}/v1/chat/completions`, {
    headers: { authorization: `Bearer ${issuer.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify(CHAT_STREAM),
  })

describe('the process', () => {
  it('serves as a user of no rights, where nothing may be written, with Node itself refusing to write or start anything', async () => {
    const cwd = join(folder, 'read-only')
    mkdirSync(cwd)
    chmodSync(cwd, 0o555)
    const isRoot = process.getuid?.() === 0
    const store = await stores.config('postgres')
    const password = store.password !== null && 'file' in store.password ? readFileSync(store.password.file, 'utf8') : ''
    const proxy = await startProxy({
      // The test's own file with the password is closed to others.
      config: { ...(await config('pglite')), store: { ...store, password: { env: 'PROCESS_TEST_PASSWORD' } } },
      env: { PROCESS_TEST_PASSWORD: password },
      cwd,
      // No --allow-fs-write, no --allow-child-process, no --allow-worker, no --allow-addons.
      nodeArgs: ['--disable-proto=delete', '--permission', '--allow-fs-read=*'],
      ...(isRoot && { uid: NOBODY }),
      mostMs: 60_000,
    })
    upstream.always(chatStream(['Et ', 'svar.']))
    expect((await call(`${proxy.url}/readyz`, { method: 'GET' })).status).toBe(200)
    expect((await ask(proxy)).text).toMatch(/"finish_reason":"stop"[\s\S]*\[DONE\]\n\n$/)
    proxy.signal('SIGTERM')
    expect(await proxy.exited).toBe(0)
    expect(readdirSync(cwd)).toEqual([])
    expect(proxy.stdout()).not.toContain('crashed')
    await proxy.close()
  }, 120_000)

  it('lets open streams end when it is told to close, and takes nothing new in', async () => {
    const proxy = await startProxy({ config: await config('pglite', { shutdownSeconds: 20 }), mostMs: 60_000 })
    upstream.always({ ...chatStream(['langsomt ', 'men ', 'helt.']), waitBetweenMs: 250 })
    const streams = [ask(proxy), ask(proxy), ask(proxy)]
    const open = upstream.seen.length
    await until(() => upstream.seen.length >= open + 3 || upstream.seen.length >= 3, 10_000)
    proxy.signal('SIGTERM')
    await until(() => proxy.stdout().includes('"stopping"'), 5000)
    expect((await call(`${proxy.url}/readyz`, { method: 'GET' })).status).toBe(503)
    expect((await ask(proxy)).text).toContain('not-ready')
    for (const { text } of await Promise.all(streams)) expect(text).toMatch(/helt[\s\S]*\[DONE\]\n\n$/)
    expect(await proxy.exited).toBe(0)
    await proxy.close()
  }, 120_000)

  it('ends streams that will not end with an error that their client sees', async () => {
    const proxy = await startProxy({ config: await config('pglite', { shutdownSeconds: 0.2 }), mostMs: 60_000 })
    upstream.reset()
    upstream.always({ headers: SSE, body: chatEvents(['uden ende']).slice(0, 2), ending: 'hang' })
    const stream = ask(proxy)
    await until(() => upstream.seen.some(({ sent }) => sent > 300), 10_000)
    proxy.signal('SIGTERM')
    const { text, isComplete } = await stream
    expect(text).toContain('"code":"not-ready"')
    expect(text).not.toContain('[DONE]')
    expect(isComplete).toBe(true)
    expect(await proxy.exited).toBe(0)
    await proxy.close()
  }, 120_000)

  it.each([
    [
      'without a configuration that fits',
      async () => ({ ...(await config('pglite')), server: { prot: 1 } as never }),
      {},
      'kender ikke prot',
    ],
    ['where Node may talk of what passes', () => config('pglite'), { env: { NODE_DEBUG: 'http' } }, 'NODE_DEBUG'],
    ['where memory may be written to disk', () => config('pglite'), { nodeArgs: ['--report-on-fatalerror'] }, 'flag'],
  ])(
    'does not start %s, and says why in Danish',
    async (_what, made, options, why) => {
      await expect(startProxy({ config: await made(), ...options, mostMs: 60_000 })).rejects.toThrow(why)
    },
    120_000,
  )

  it('does not use an upstream on its own machine unless it is development', async () => {
    await expect(startProxy({ config: await config('pglite'), isDevelopment: false, mostMs: 60_000 })).rejects.toThrow('upstream')
  }, 120_000)
})
