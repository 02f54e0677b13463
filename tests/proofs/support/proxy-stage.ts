import OpenAI from 'openai'
import { copyEmptyCluster } from '#tests/proxy/support/pglite-template.ts'
import { startBadUpstream, type BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startKeyIssuer, type KeyIssuer } from '#tests/proxy/support/key-issuer.ts'
import { startProxy, type ProxyProcess, type RawConfig } from '#tests/proxy/support/start-proxy.ts'
import { rawUpstreamSettings, type UpstreamWishes } from '#tests/proxy/support/upstream-settings.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The whole proxy in a process of its own, between a client that is signed in and upstreams that misbehave on request. */
export interface ProxyStage {
  readonly proxy: ProxyProcess
  readonly issuer: KeyIssuer
  /** In the order they are tried. */
  readonly upstreams: readonly BadUpstream[]
  /** The first of them. */
  readonly upstream: BadUpstream
  readonly token: string
  /** The stock client, as anybody uses it but without its own retries. */
  readonly client: OpenAI
  close(): Promise<void>
}

export interface StageWishes {
  readonly upstreams?: number
  readonly upstream?: UpstreamWishes
  /** The whole section on upstreams, instead. */
  readonly upstreamConfig?: (upstreams: readonly BadUpstream[]) => Readonly<Record<string, unknown>>
  readonly server?: RawConfig['server']
  readonly env?: Readonly<Record<string, string>>
  readonly nodeArgs?: readonly string[]
}

const MANY = 1_000_000_000
const WIDE = { requestsPerMinute: MANY, callsAtOnce: 10_000, tokensPerDay: MANY * 100 }

export async function startProxyStage(wishes: StageWishes = {}): Promise<ProxyStage> {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-stage-'))
  await copyEmptyCluster(folder)
  const issuer = await startKeyIssuer()
  const upstreams = await Promise.all(Array.from({ length: wishes.upstreams ?? 1 }, () => startBadUpstream()))
  const closeAll = async () => {
    await Promise.all([...upstreams, issuer].map((part) => part.close()))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const proxy = await startProxy({
      config: {
        auth: issuer.config,
        server: { ...wishes.server },
        store: { kind: 'pglite', folder },
        limits: { user: WIDE, unit: WIDE, municipality: WIDE, blockTokens: MANY },
        upstream: wishes.upstreamConfig?.(upstreams) ?? rawUpstreamSettings(upstreams, wishes.upstream),
      },
      env: { ...wishes.env },
      nodeArgs: wishes.nodeArgs ?? [],
      mostMs: 60_000,
    })
    const [upstream] = upstreams
    if (upstream === undefined) throw new RangeError('a stage needs an upstream')
    const token = issuer.token({ seconds: 3500 })
    const client = new OpenAI({ baseURL: `${proxy.url}/v1`, apiKey: token, maxRetries: 0, timeout: 60_000, logLevel: 'off' })
    const close = async () => {
      await proxy.close()
      await closeAll()
    }
    return { proxy, issuer, upstreams, upstream, token, client, close }
  } catch (error) {
    await closeAll()
    throw error
  }
}
