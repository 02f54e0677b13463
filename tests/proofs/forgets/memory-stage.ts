import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBadUpstream, type BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startKeyIssuer, type KeyIssuer } from '#tests/proxy/support/key-issuer.ts'
import { copyEmptyCluster } from '#tests/proxy/support/pglite-template.ts'
import { startProxy, type ProxyProcess } from '#tests/proxy/support/start-proxy.ts'
import { rawUpstreamSettings } from '#tests/proxy/support/upstream-settings.ts'

/** A proxy whose folders are ours to search, and that can be started again on the same store. */
export interface MemoryStage {
  readonly issuer: KeyIssuer
  readonly upstream: BadUpstream
  /** The store's files. */
  readonly data: string
  /** Where the process stands: what it drops, a core for one, is found here. */
  readonly cwd: string
  start(canary: string): Promise<ProxyProcess>
  close(): Promise<void>
}

const MANY = 1_000_000_000
const WIDE = { requestsPerMinute: MANY, callsAtOnce: 10_000, tokensPerDay: MANY * 100 }
const CRASH = new URL('../support/crash-process.ts', import.meta.url).pathname

export async function createMemoryStage(): Promise<MemoryStage> {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-forgets-'))
  const [data, cwd] = [join(folder, 'data'), join(folder, 'cwd')]
  mkdirSync(data)
  mkdirSync(cwd)
  await copyEmptyCluster(data)
  const [issuer, upstream] = await Promise.all([startKeyIssuer(), startBadUpstream()])
  return {
    issuer,
    upstream,
    data,
    cwd,
    start: (canary) =>
      startProxy({
        config: {
          auth: issuer.config,
          // Everything that can be logged is.
          server: { requestLog: true, upstreamIdleSeconds: 1, callSeconds: 5, metrics: 'public' },
          store: { kind: 'pglite', folder: data },
          limits: { user: WIDE, unit: WIDE, municipality: WIDE, blockTokens: MANY },
          upstream: rawUpstreamSettings([upstream], { more: { circuit: { failures: 1000, restSeconds: 0.1 } } }),
          knowledge: { embeddingModel: 'sag-embeddings' },
        },
        cwd,
        nodeArgs: ['--import', CRASH],
        env: { FORGETS_CANARY: canary },
        mostMs: 60_000,
      }),
    async close() {
      await Promise.all([issuer.close(), upstream.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
