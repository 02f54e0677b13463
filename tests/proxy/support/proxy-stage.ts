import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseConfig } from '#proxy/config/load-config.ts'
import { composeProxy, type Proxy } from '#proxy/server/compose.ts'
import { startBadUpstream, type BadUpstream } from './bad-upstream.ts'
import { startKeyIssuer, type KeyIssuer } from './key-issuer.ts'
import type { RawConfig } from './start-proxy.ts'
import { testStores } from './stores.ts'
import { rawUpstreamSettings } from './upstream-settings.ts'

/** A whole proxy with its issuer, its upstream and its store, all real and in this process. */
export interface ProxyStage {
  readonly proxy: Proxy
  readonly url: string
  readonly port: number
  readonly issuer: KeyIssuer
  readonly upstream: BadUpstream
  /** Lines of the log so far. */
  readonly lines: readonly string[]
  /** Headers of a signed-in call with a JSON body. */
  headers(more?: Readonly<Record<string, string>>): Record<string, string>
  close(): Promise<void>
}

export async function startProxyStage(config: RawConfig = {}): Promise<ProxyStage> {
  const stores = testStores()
  const [issuer, upstream, store] = await Promise.all([startKeyIssuer(), startBadUpstream(), stores.config('pglite')])
  const lines: string[] = []
  const raw = { auth: issuer.config, store, upstream: rawUpstreamSettings([upstream]), ...config }
  const proxy = await composeProxy(parseConfig({ ...raw, server: { port: 0, ...config.server } }), {
    now: Date.now,
    write: (line) => lines.push(line),
    isDevelopment: true,
  })
  await proxy.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = proxy.app.server.address() as AddressInfo
  return {
    proxy,
    url: `http://127.0.0.1:${port}`,
    port,
    issuer,
    upstream,
    lines,
    headers: (more = {}) => ({ authorization: `Bearer ${issuer.token()}`, 'content-type': 'application/json', ...more }),
    async close() {
      proxy.app.server.closeAllConnections()
      await proxy.close()
      await Promise.all([upstream.close(), issuer.close()])
      await stores.close()
    },
  }
}

export const CHAT = { model: 'sag-chat', messages: [{ role: 'user', content: 'Hvad er næste skridt?' }] }
export const CHAT_STREAM = { ...CHAT, stream: true }

export interface Heard {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
  /** Whether the answer came to its own end, and was not torn off. */
  readonly isComplete: boolean
}

export interface Call {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
  /** Sent as it stands, where the address would be tidied up on the way. */
  readonly path?: string
}

/** One request on a connection of its own, and all that came back, torn or not. */
export function call(url: string, { method = 'POST', headers = {}, body, path }: Call = {}): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers, agent: false, ...(path !== undefined && { path }) }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('error', () => undefined)
      answer.once('close', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(pieces).toString('utf8'),
          isComplete: answer.complete,
        }),
      )
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** Waits for something that happens soon. @throws Error when it does not */
export async function until(happened: () => boolean, mostMs = 2000): Promise<number> {
  const from = performance.now()
  while (!happened()) {
    if (performance.now() - from > mostMs) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return performance.now() - from
}
