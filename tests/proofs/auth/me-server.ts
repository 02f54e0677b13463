import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import type { z } from 'zod'
import type { authConfig } from '#proxy/auth/auth-config.ts'
import type { StoreConfig } from '#proxy/store/store-config.ts'
import { startProxy } from '../../proxy/support/start-proxy.ts'

/** A proxy in a process of its own, asked for `/v1/me`. */
export interface MeServer {
  /** The status of `GET /v1/me`. */
  ask(authorization: string | undefined, headers?: Readonly<Record<string, string>>): Promise<number>
  signOut(authorization: string): Promise<number>
  close(): Promise<void>
}

export interface MeServerOptions {
  readonly auth: z.input<typeof authConfig>
  readonly store: StoreConfig
}

export const SECRET = { SAGSHJAELP_TEST_PSEUDONYM_SECRET: 'only-for-tests-and-long-enough-to-be-taken' }
const READY_WITHIN_MS = 15_000

export async function startMeServer({ auth, store }: MeServerOptions): Promise<MeServer> {
  const proxy = await startProxy({ config: { auth, store }, env: SECRET })
  // Enough for half a second of the proof's load at once.
  const dispatcher = new Agent({ connections: 100 })
  const call = async (method: 'GET' | 'POST', path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await request(`${proxy.url}${path}`, { method, headers: { ...headers }, dispatcher })
    await answer.body.dump()
    return answer.statusCode
  }
  for (const end = Date.now() + READY_WITHIN_MS; (await call('GET', '/readyz', {})) !== 200; await sleep(50))
    if (Date.now() > end) throw new Error(`The proxy does not get ready: ${proxy.stdout()}`)
  return {
    ask: (authorization, headers = {}) => call('GET', '/v1/me', authorization === undefined ? headers : { ...headers, authorization }),
    signOut: (authorization) => call('POST', '/v1/sign-out', { authorization }),
    async close() {
      await dispatcher.destroy()
      await proxy.close()
    },
  }
}

/** A port that serves one key set and nothing else. */
export async function serveKeys(keys: () => unknown): Promise<{ readonly uri: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: keys() }))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    uri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
