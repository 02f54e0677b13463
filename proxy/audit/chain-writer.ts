import type { Queryable } from '../store/store.ts'
import { CHAIN_START, type ChainEnd } from './chain.ts'
import type { Row } from './record.ts'

/** `new`: written now. `same`: it was there. `other`: its id was there with something else in it, and nothing was written. */
export type WriteState = 'new' | 'same' | 'other'

interface Written extends ChainEnd {
  readonly intact: boolean
  readonly states: readonly WriteState[]
}

const WRITE = 'SELECT seq, link, intact, states FROM audit_write($1::uuid, $2::text::json, $3::text::json, $4::bigint, $5::text)'

/** Writes batches to the end of the chain, and remembers where that was: the database has to show it again next time. */
export class ChainWriter {
  readonly #db: Queryable
  readonly #instance: string
  readonly #onBreak: () => void
  #end: ChainEnd = CHAIN_START

  constructor(db: Queryable, { instance, onBreak }: { readonly instance: string; readonly onBreak: () => void }) {
    this.#db = db
    this.#instance = instance
    this.#onBreak = onBreak
  }

  get end(): ChainEnd {
    return this.#end
  }

  /** Looks whether the end is still there, when nothing is written for a while. */
  async look(): Promise<void> {
    await this.write([], [])
  }

  /** One statement, so that all of it is on disk or nothing is. Records of one batch have different ids. */
  async write(opens: readonly Row[], records: readonly Row[]): Promise<readonly WriteState[]> {
    const values = [this.#instance, JSON.stringify(opens), JSON.stringify(records), this.#end.seq, this.#end.link]
    const [written] = await this.#db.query<Written>(WRITE, values)
    if (written === undefined) throw new Error('nothing-written')
    if (!written.intact) this.#onBreak()
    this.#end = { seq: written.seq, link: written.link }
    return written.states
  }
}
