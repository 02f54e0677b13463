import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { z } from 'zod'
import { authConfig } from '#proxy/auth/auth-config.ts'
import type { KeyRingTimes } from '#proxy/auth/key-ring.ts'
import { createSignIn } from '#proxy/auth/sign-in.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Parts } from '#proxy/parts.ts'
import { meRoutes } from '#proxy/routes/me.ts'
import { createApp } from '#proxy/server/app.ts'
import { serverConfig } from '#proxy/server/server-config.ts'
import type { Store } from '#proxy/store/store.ts'

/** The proxy's own server with its own guard and `/v1/me`: a replica as far as sign-in goes, over real HTTP. */
export interface MeServer {
  /** The status of `GET /v1/me`. */
  ask(authorization: string | undefined, headers?: Readonly<Record<string, string>>): Promise<number>
  signOut(authorization: string): Promise<number>
  ready(): Promise<void>
  close(): Promise<void>
}

export interface MeServerOptions {
  readonly auth: z.input<typeof authConfig>
  readonly store: Store
  readonly times?: KeyRingTimes
  readonly pollMs?: number
}

export async function startMeServer({ auth, store, ...rest }: MeServerOptions): Promise<MeServer> {
  const config = { auth: authConfig.parse(auth), server: serverConfig.parse({ port: 0 }) }
  const metrics = createMetrics()
  const signIn = createSignIn(config.auth, { now: Date.now, log: () => undefined, metrics, store, ...rest })
  // The routes served here lean on nothing else.
  const app = await createApp({ config, metrics, signIn, log: () => undefined, now: Date.now } as unknown as Parts, [meRoutes])
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const call = async (method: string, path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${url}${path}`, { method, headers })
    await answer.arrayBuffer()
    return answer.status
  }
  return {
    ask: (authorization, headers = {}) => call('GET', '/v1/me', authorization === undefined ? headers : { ...headers, authorization }),
    signOut: (authorization) => call('POST', '/v1/sign-out', { authorization }),
    async ready() {
      for (let i = 0; !signIn.ready(); i += 1) {
        if (i > 500) throw new Error('the sign-in does not get ready')
        await new Promise((resolve) => {
          setTimeout(resolve, 10)
        })
      }
    },
    async close() {
      await app.close()
      await signIn.close()
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
