import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadCustomer } from '#build/customer.ts'
import { DEVELOPMENT_CLIENT, DEVELOPMENT_SCOPE } from '#proxy/auth/development-auth.ts'
import { DEVELOPMENT_KEY_VARIABLE, developmentSigningKey } from '#proxy/guidance/development-key.ts'
import { startBadUpstream, type BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startIssuer, type Issuer } from '#tests/proxy/support/issuer.ts'
import { startProxy, type ProxyProcess, type RawConfig } from '#tests/proxy/support/start-proxy.ts'
import { rawUpstreamSettings } from '#tests/proxy/support/upstream-settings.ts'
import { buildVariant } from './build-variant.ts'

/** A municipality's whole way to the model: real issuer, real proxy in a process of its own, a model server, and an extension built for them. */
export interface Municipality {
  readonly issuer: Issuer
  readonly upstream: BadUpstream
  /** The unpacked extension. */
  readonly extension: string
  /** The proxy's address, the same through all its lives. */
  readonly url: string
  kill(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

const PATIENCE_MS = 90_000

/** `hosts`: where the extension may work. Leaving the proxy's host out makes every call a foreign one, as at a real municipality. */
export async function startMunicipality(hosts?: readonly string[]): Promise<Municipality> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sagshjaelp-municipality-'))
  const [issuer, upstream, port] = await Promise.all([startIssuer(), startBadUpstream(), freePort()])
  const url = `http://127.0.0.1:${port}`
  const signing = developmentSigningKey()
  const config: RawConfig = {
    server: { port },
    auth: issuer.config,
    store: { kind: 'pglite', folder: path.join(folder, 'data') },
    upstream: rawUpstreamSettings([upstream]),
    guidance: { signingKey: { env: DEVELOPMENT_KEY_VARIABLE }, pollSeconds: 0.5 },
  }
  const start = async () => startProxy({ config, env: { [DEVELOPMENT_KEY_VARIABLE]: signing.pem }, mostMs: PATIENCE_MS })
  const signIn = { issuer: issuer.issuer, clientId: DEVELOPMENT_CLIENT, scopes: ['openid', 'profile', DEVELOPMENT_SCOPE], resource: null }
  const guidanceKeys = { publisher: [], municipality: [signing.publicKey] }
  const customer = { ...loadCustomer('stand-in'), ...(hosts && { fasitHosts: hosts }), proxyOrigin: url, signIn, guidanceKeys }
  const [built, started] = await Promise.all([buildVariant({ customer }), start()])
  let proxy: ProxyProcess = started
  return {
    issuer,
    upstream,
    extension: built.folder,
    url,
    kill: async () => proxy.close(),
    restart: async () => {
      proxy = await start()
    },
    close: async () => {
      await proxy.close()
      await Promise.all([issuer.close(), upstream.close()])
      built.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return typeof address === 'object' && address !== null ? address.port : 0
}
