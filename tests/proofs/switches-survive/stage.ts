import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreConfig } from '#proxy/store/store-config.ts'
import { startKeyIssuer, type KeyIssuer, type TokenOptions } from '#tests/proxy/support/key-issuer.ts'
import { startProxy, type ProxyProcess, type RawConfig } from '#tests/proxy/support/start-proxy.ts'
import { testStores, type StoreKind, type TestStores } from '#tests/proxy/support/stores.ts'

export const LOCKED_RULE = 'hearing-deadline-respected'

export interface Answer {
  readonly status: number
  readonly etag: string
  readonly body: unknown
}

export interface Ask {
  readonly method?: 'GET' | 'PUT' | 'POST'
  /** `null`: nobody is signed in. */
  readonly as: TokenOptions | null
  readonly ifMatch?: string
  readonly body?: unknown
}

/** An issuer, stores, a key, and proxies that are started and killed as an operator's would be. */
export interface Stage {
  readonly publicKey: string
  readonly stores: TestStores
  newStore(kind: StoreKind): Promise<StoreConfig>
  start(store: StoreConfig, guidance?: RawConfig['guidance']): Promise<ProxyProcess>
  /** `null`: the connection broke before there was an answer. */
  ask(proxy: ProxyProcess, path: string, ask: Ask): Promise<Answer | null>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-switches-'))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'municipality.pem')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const issuer = await startKeyIssuer()
  // The server waits for the disk, as in operation.
  const stores = testStores({ durable: true })
  const running = new Set<ProxyProcess>()
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    stores,
    newStore: async (kind) => stores.config(kind),
    start: async (store, guidance = {}) => {
      const config = {
        auth: issuer.config,
        store,
        guidance: { signingKey: { file: keyFile }, pollSeconds: 0.2, locked: [LOCKED_RULE], ...guidance },
      }
      const proxy = await startProxy({ config, isDevelopment: false, mostMs: 60_000 })
      running.add(proxy)
      return proxy
    },
    ask: async (proxy, path, ask) => send(`${proxy.url}${path}`, issuer, ask),
    close: async () => {
      for (const proxy of running) await proxy.close()
      await issuer.close()
      await stores.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function send(url: string, issuer: KeyIssuer, { method = 'GET', as, ifMatch, body }: Ask): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(as === null ? {} : { authorization: `Bearer ${tokenFor(issuer, as)}` }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, etag: response.headers.get('etag') ?? '', body: JSON.parse(text) }
  } catch {
    // Killed while we waited: nobody can know what came of it.
    return null
  }
}

const tokens = new WeakMap<KeyIssuer, Map<string, string>>()

/** A person signs in once. */
function tokenFor(issuer: KeyIssuer, as: TokenOptions): string {
  const known = tokens.get(issuer) ?? new Map<string, string>()
  tokens.set(issuer, known)
  const who = JSON.stringify(as)
  const token = known.get(who) ?? issuer.token({ ...as, seconds: 3000 })
  known.set(who, token)
  return token
}
