import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { startKeyIssuer } from '#tests/proxy/support/key-issuer.ts'
import { startProxy, type RawConfig } from '#tests/proxy/support/start-proxy.ts'
import { testStores } from '#tests/proxy/support/stores.ts'
import { imageMemoryFlags } from './image-flags.ts'
import type { Running } from './process.ts'
import type { Target } from './load.ts'

const CALLERS = 256
const PROCESSING = { processing: 'own', confirmedBy: 'Bænken', confirmedOn: '2026-11-01' } as const

/** The proxy as a municipality runs it: sign-in, limits, audit and CPR guard on, and a real PostgreSQL behind it. */
export async function startOurs(upstream: number): Promise<{ target: Target; pid: number; coldStart: number; stop: () => Promise<void> }> {
  const stores = testStores()
  const [issuer, store] = await Promise.all([startKeyIssuer(), stores.config('postgres')])
  const many = { requestsPerMinute: 10_000_000, callsAtOnce: 10_000, tokensPerDay: 1_000_000_000_000 }
  const config: RawConfig = {
    auth: issuer.config,
    store,
    limits: { user: many, unit: many, municipality: many, blockTokens: 50_000_000 },
    upstream: {
      upstreams: [
        {
          name: 'lokal',
          kind: 'openai-compatible',
          address: `http://127.0.0.1:${upstream}/v1`,
          region: 'local',
          credential: { type: 'none' },
        },
      ],
      models: [
        {
          id: 'sag-chat',
          kind: 'chat',
          purpose: 'Til måling.',
          maxAnswerTokens: 1000,
          at: [{ upstream: 'lokal', model: 'proevemodel-1', ...PROCESSING }],
        },
      ],
    },
  }
  // The first start fills the cache of compiled code and sets the tables up; an operator's later starts are the second.
  await (await startProxy({ config, nodeArgs: imageMemoryFlags() })).close()
  const from = performance.now()
  const proxy = await startProxy({ config, nodeArgs: imageMemoryFlags() })
  const coldStart = performance.now() - from
  const tokens = Array.from({ length: CALLERS }, (_, index) => `Bearer ${issuer.token({ subject: `person-${index}`, seconds: 3000 })}`)
  return {
    target: {
      name: 'proxy',
      port: proxy.port,
      model: 'sag-chat',
      headers: (caller) => ({ authorization: tokens[caller % CALLERS] ?? '' }),
    },
    pid: proxy.pid,
    coldStart,
    async stop() {
      await proxy.close()
      await issuer.close()
      await stores.close()
    },
  }
}

/** The Portkey gateway, as npm gives it. */
export async function startPortkey(upstream: number): Promise<{ target: Target; process: Running }> {
  const port = await freePort()
  const file = fileURLToPath(import.meta.resolve('@portkey-ai/gateway/build/start-server.js'))
  const child = spawn(process.execPath, [file, `--port=${port}`, '--headless'], {
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (up) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const headers = {
    authorization: 'Bearer none',
    'x-portkey-provider': 'openai',
    'x-portkey-custom-host': `http://127.0.0.1:${upstream}/v1`,
  }
  return {
    target: { name: 'Portkey', port, model: 'proevemodel-1', headers: () => headers },
    process: {
      port,
      pid: child.pid ?? 0,
      async stop() {
        child.kill('SIGKILL')
        await ended
      },
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
