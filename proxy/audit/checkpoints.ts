import type { Signer } from '../../utils/guidance/signed/envelope.ts'
import type { Queryable } from '../store/store.ts'
import { checkpointBytes, type ChainEnd } from './chain.ts'

export interface CheckpointOptions {
  readonly signer: Signer | null
  readonly everyRecords: number
  readonly everyMs: number
}

interface CheckpointDeps {
  readonly db: Queryable
  readonly now: () => number
  /** The same place goes to the log, which lies elsewhere: who rewrites the database cannot rewrite that. */
  readonly announce: (end: ChainEnd) => void
}

/** Signs the end of the chain now and then. Every replica does, each for what it sees. */
export class Checkpoints {
  readonly #options: CheckpointOptions
  readonly #deps: CheckpointDeps
  #last = { seq: 0, at: Number.NEGATIVE_INFINITY }
  #noting: Promise<void> | null = null

  constructor(options: CheckpointOptions, deps: CheckpointDeps) {
    this.#options = options
    this.#deps = deps
  }

  /** Goes on from what is there, so that a restart alone makes no new one. */
  async start(): Promise<void> {
    const [last] = await this.#deps.db.query<{ seq: number; at: number }>('SELECT seq, at FROM audit_checkpoint ORDER BY seq DESC LIMIT 1')
    if (last !== undefined) this.#last = last
  }

  async noteIfDue(end: ChainEnd): Promise<void> {
    const { everyRecords, everyMs } = this.#options
    if (end.seq === this.#last.seq || this.#noting !== null) return
    const isDue = end.seq - this.#last.seq >= everyRecords || this.#deps.now() - this.#last.at >= everyMs
    if (isDue) await this.note(end)
  }

  /** One at a time, each after the one before. */
  async note(end: ChainEnd): Promise<void> {
    while (this.#noting !== null) await this.#noting.catch(() => {})
    this.#noting = this.#write(end).finally(() => {
      this.#noting = null
    })
    await this.#noting
  }

  async #write({ seq, link }: ChainEnd): Promise<void> {
    const { db, now, announce } = this.#deps
    const at = Math.round(now())
    if (seq === 0 || seq === this.#last.seq) return
    const { signer } = this.#options
    const signature = signer === null ? null : Buffer.from(signer.sign(checkpointBytes({ seq, link, at }))).toString('base64url')
    await db.query('SELECT audit_note_checkpoint($1::bigint, $2::text, $3::bigint, $4::text, $5::text)', [
      seq,
      link,
      at,
      signer?.key ?? null,
      signature,
    ])
    this.#last = { seq, at }
    announce({ seq, link })
  }
}
