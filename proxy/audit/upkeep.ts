import type { Log } from '../observe/log.ts'
import type { Store } from '../store/store.ts'
import type { AuditConfig } from './audit-config.ts'
import type { ChainWriter } from './chain-writer.ts'
import type { Checkpoints } from './checkpoints.ts'
import { findOrphans, sayAlive, sayGoodbye } from './dead-replicas.ts'
import type { AuditRecord } from './record.ts'
import { repeat, type Job } from './repeat.ts'
import { forgetOld } from './retention.ts'

const BEATS_IN_A_LIFE = 4
const RETENTION_EVERY_MS = 6 * 3_600_000

export interface UpkeepDeps {
  readonly store: Store
  readonly now: () => number
  readonly log: Log
  readonly instance: string
  readonly checkpoints: Checkpoints
  readonly writer: ChainWriter
  /** Takes what a dead replica left. */
  readonly closeOrphan: (record: AuditRecord) => void
  readonly onFailed: () => void
}

/**
 * What goes on beside the calls: signs of life, closing what dead replicas left, checkpoints, looking whether the chain still ends where it did, and
 * removing old records.
 */
export class Upkeep {
  readonly #config: AuditConfig
  readonly #deps: UpkeepDeps
  #jobs: readonly Job[] = []

  constructor(config: AuditConfig, deps: UpkeepDeps) {
    this.#config = config
    this.#deps = deps
  }

  async start(): Promise<void> {
    const { onFailed, checkpoints } = this.#deps
    await checkpoints.start()
    await this.#beat()
    await this.#closeOrphans()
    this.#jobs = [
      repeat((this.#config.deadAfterSeconds * 1000) / BEATS_IN_A_LIFE, () => this.#round(), onFailed),
      repeat(RETENTION_EVERY_MS, () => this.forgetOld(), onFailed),
    ]
    // Old records may go at once, but nothing waits for that.
    void this.forgetOld().catch(onFailed)
  }

  async stop(): Promise<void> {
    await Promise.all(this.#jobs.map((job) => job.stop()))
  }

  /** After the last record: the end is signed, and this replica is no longer expected to give signs of life. */
  async sayGoodbye(): Promise<void> {
    const { checkpoints, writer, store, instance } = this.#deps
    await checkpoints.note(writer.end)
    await sayGoodbye(store, instance)
  }

  async forgetOld(): Promise<void> {
    const { store, now, log } = this.#deps
    const removed = await forgetOld(store, { now: now(), days: this.#config.retentionDays })
    if (removed > 0) log({ event: 'retention', table: 'audit_record', removed })
  }

  async #round(): Promise<void> {
    await this.#beat()
    await this.#closeOrphans()
    await this.#deps.writer.look()
    await this.#deps.checkpoints.noteIfDue(this.#deps.writer.end)
  }

  #beat(): Promise<void> {
    return sayAlive(this.#deps.store, this.#deps.instance)
  }

  async #closeOrphans(): Promise<void> {
    const { store, instance, now, closeOrphan } = this.#deps
    const deadAfterSeconds = store.kind === 'pglite' ? 0 : this.#config.deadAfterSeconds
    const orphans = await findOrphans(store, { instance, deadAfterSeconds, at: Math.round(now()) })
    orphans.forEach(closeOrphan)
  }
}
