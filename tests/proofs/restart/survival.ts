import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAnchors } from '#proxy/audit/read-anchors.ts'
import { readRecords } from '#proxy/audit/read-records.ts'
import type { Verification } from '#proxy/audit/verification.ts'
import { verifyChain } from '#proxy/audit/verify.ts'
import type { StoreConfig } from '#proxy/store/store-config.ts'
import { startBadUpstream, type BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startKeyIssuer, type KeyIssuer } from '#tests/proxy/support/key-issuer.ts'
import { startProxy, type ProxyProcess, type RawConfig } from '#tests/proxy/support/start-proxy.ts'
import type { StoreKind, TestStores } from '#tests/proxy/support/stores.ts'
import { goodAnswer } from '#tests/proxy/support/upstream-answers.ts'
import { rawUpstreamSettings } from '#tests/proxy/support/upstream-settings.ts'
import type { Random } from '../support/random.ts'
import { WIDE_LIMITS } from '../support/wide-limits.ts'
import type { Found } from './deeds.ts'
import { Writers } from './writers.ts'

const WRITERS = 12
const REPLICAS: Readonly<Record<StoreKind, number>> = { postgres: 2, pglite: 1 }
const LONGEST_ROUND_MS = 700
/** Since the start before: a proxy that nobody has used yet loses nothing. */
const FEWEST_ANSWERS = 12
const DEAD_AFTER_SECONDS = 5
const HALF_YEAR_MS = 184 * 86_400_000

interface Parts {
  readonly folder: string
  /** The public key that checkpoints are signed with. */
  readonly key: string
  readonly issuer: KeyIssuer
  readonly upstream: BadUpstream
  readonly store: StoreConfig
  readonly stores: TestStores
  readonly random: Random
}

/** Proxies of one municipality on one store, killed again and again while people use them. */
export class Survival {
  /** From the start of the process until it says that it can serve. */
  readonly readyMs: number[] = []
  readonly writers: Writers
  kills = 0
  killsAtStart = 0
  readonly #parts: Parts
  readonly #replicas: (ProxyProcess | null)[]
  #logs = ''

  private constructor(parts: Parts, replicas: number) {
    this.#parts = parts
    this.#replicas = Array.from({ length: replicas }, () => null)
    this.writers = new Writers({ url: () => this.#someUrl(), token: parts.issuer.token({ seconds: 3500 }) })
  }

  static async open(stores: TestStores, kind: StoreKind, random: Random): Promise<Survival> {
    const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-restart-'))
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    writeFileSync(join(folder, 'audit.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    const [issuer, upstream] = await Promise.all([startKeyIssuer(), startBadUpstream()])
    upstream.always((seen) => {
      upstream.seen.length = 0
      return goodAnswer(seen)
    })
    const key = publicKey.export({ format: 'jwk' }).x ?? ''
    const parts = { folder, key, issuer, upstream, store: await stores.config(kind), stores, random }
    const survival = new Survival(parts, REPLICAS[kind])
    for (let at = 0; at < REPLICAS[kind]; at += 1) await survival.#start(at)
    survival.writers.start(WRITERS)
    return survival
  }

  /** Lets them work for a while, kills one in the middle of it, now and then again while it starts, and starts it. */
  async round(): Promise<void> {
    const { random } = this.#parts
    const at = random.int(0, this.#replicas.length - 1)
    await this.writers.answered(FEWEST_ANSWERS)
    await new Promise((resolve) => setTimeout(resolve, random.int(0, LONGEST_ROUND_MS)))
    await this.#kill(at)
    if (random.chance(0.2)) await this.#killAtStart(random.int(100, 900))
    await this.#start(at)
  }

  /** Until what was under way in dead replicas is on record, and everything unanswered was sent again. */
  async settle(): Promise<void> {
    await this.writers.stop()
    for (let tries = 0; tries < 5 && this.writers.unsent > 0; tries += 1) await this.writers.resend()
    if (this.#parts.store.kind === 'postgres') await new Promise((resolve) => setTimeout(resolve, (DEAD_AFTER_SECONDS * 5000) / 4 + 1500))
    for (let at = 0; at < this.#replicas.length; at += 1) await this.#endWell(at)
  }

  /** What is on disk, and what the check says of it, with the key and everything that was logged. */
  async evidence(): Promise<{ readonly records: readonly Found[]; readonly verification: Verification; readonly open: number }> {
    const store = await this.#parts.stores.reopen(this.#parts.store)
    const records: Found[] = []
    for await (const record of readRecords(store, { from: null, to: null, caseHash: null })) records.push(record)
    const anchors = readAnchors(this.#logs)
    const options = { keys: [this.#parts.key], anchors, mostUnsigned: 1000, keptSince: Date.now() - HALF_YEAR_MS }
    const verification = await verifyChain(store, options)
    const [row] = await store.query<{ open: number }>('SELECT count(*) AS open FROM audit_open')
    await store.close()
    return { records, verification, open: row?.open ?? 0 }
  }

  async close(): Promise<void> {
    await this.writers.stop()
    for (const replica of this.#replicas) await replica?.close()
    await Promise.all([this.#parts.upstream.close(), this.#parts.issuer.close()])
    rmSync(this.#parts.folder, { recursive: true, force: true })
  }

  #someUrl(): string | null {
    const urls = this.#replicas.flatMap((replica) => (replica === null ? [] : [replica.url]))
    return urls.length === 0 ? null : this.#parts.random.pick(urls)
  }

  async #start(at: number): Promise<void> {
    const from = performance.now()
    const replica = await startProxy({ config: this.#config(), mostMs: 60_000 })
    while (!(await isReady(replica.url))) await new Promise((resolve) => setTimeout(resolve, 10))
    this.readyMs.push(performance.now() - from)
    this.#replicas[at] = replica
  }

  async #kill(at: number): Promise<void> {
    const replica = this.#replicas[at]
    this.#replicas[at] = null
    replica?.signal('SIGKILL')
    await replica?.exited
    this.#logs += replica?.stdout() ?? ''
    await replica?.close()
    this.kills += 1
  }

  async #killAtStart(mostMs: number): Promise<void> {
    try {
      const replica = await startProxy({ config: this.#config(), mostMs })
      await replica.close()
    } catch {
      // Killed before it could serve, as was meant.
      this.killsAtStart += 1
    }
    this.kills += 1
  }

  async #endWell(at: number): Promise<void> {
    const replica = this.#replicas[at]
    replica?.signal('SIGTERM')
    await replica?.exited
    this.#logs += replica?.stdout() ?? ''
  }

  #config(): RawConfig {
    const { issuer, upstream, store, folder } = this.#parts
    return {
      auth: issuer.config,
      store,
      upstream: rawUpstreamSettings([upstream]),
      limits: WIDE_LIMITS,
      audit: { signingKey: { file: join(folder, 'audit.pem') }, checkpointRecords: 100, deadAfterSeconds: DEAD_AFTER_SECONDS },
    }
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`)
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}
