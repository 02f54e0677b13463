import { CHAIN_START, linkAfter, type ChainEnd, type Checkpoint } from './chain.ts'
import { contentOf, type ChainedRecord } from './record.ts'
import type { Fault, FaultKind, VerifyOptions } from './verification.ts'

const MOST_FAULTS = 1000

/** Goes along the chain, record by record, and notes what does not fit. */
export class Walk {
  readonly #options: VerifyOptions
  readonly #faults: Fault[] = []
  readonly #checkpoints: ReadonlyMap<number, Checkpoint>
  readonly #anchors: ReadonlyMap<number, ChainEnd>
  #first: number | null = null
  #end: ChainEnd | null = null
  #records = 0

  constructor(checkpoints: readonly Checkpoint[], options: VerifyOptions) {
    this.#options = options
    this.#checkpoints = new Map(checkpoints.map((checkpoint) => [checkpoint.seq, checkpoint]))
    this.#anchors = new Map(options.anchors.map((anchor) => [anchor.seq, anchor]))
  }

  get faults(): readonly Fault[] {
    return this.#faults
  }

  get records(): number {
    return this.#records
  }

  take(record: ChainedRecord): void {
    const before = this.#before(record.seq)
    if (contentOf(record) !== record.content) this.#note('changed', record.seq)
    if (before !== null && linkAfter(before, record.content).link !== record.link) this.#note('moved', record.seq)
    this.#end = { seq: record.seq, link: record.link }
    this.#records += 1
    this.#compare(this.#end)
  }

  /** `head`: where the database says that the chain ends. */
  finish(head: ChainEnd): void {
    const end = this.#end ?? this.#emptyEnd(head)
    if (end.seq !== head.seq || end.link !== head.link) this.#note('end-missing', Math.min(end.seq, head.seq) + 1)
    const gone = this.#first === null ? head.seq : this.#first - 1
    for (const { seq } of this.#checkpoints.values()) if (seq > head.seq) this.#note('end-missing', seq)
    for (const { seq } of this.#anchors.values()) if (seq > head.seq && seq > gone) this.#note('anchor', seq)
  }

  /** What the record has to follow; `null` when that is not there, which was noted. */
  #before(seq: number): ChainEnd | null {
    if (this.#end === null) {
      this.#first = seq
      return this.#start(seq - 1)
    }
    if (this.#end.seq === seq - 1) return this.#end
    this.#note('missing', this.#end.seq + 1)
    this.#compareLost(this.#end.seq, seq)
    return null
  }

  #start(seq: number): ChainEnd | null {
    if (seq === 0) return CHAIN_START
    const base = this.#checkpoints.get(seq)
    if (base !== undefined && base.at < this.#options.keptSince) return base
    this.#note('start-missing', seq)
    return null
  }

  /** No record at all: none was written, or all were old enough to go. */
  #emptyEnd({ seq }: ChainEnd): ChainEnd {
    return this.#start(seq) ?? { seq: 0, link: '' }
  }

  #compare({ seq, link }: ChainEnd): void {
    const checkpoint = this.#checkpoints.get(seq)
    if (checkpoint !== undefined && checkpoint.link !== link) this.#note('checkpoint-wrong', seq)
    const anchor = this.#anchors.get(seq)
    if (anchor !== undefined && anchor.link !== link) this.#note('anchor', seq)
  }

  /** What was noted about records that are not there. */
  #compareLost(after: number, before: number): void {
    for (const noted of [this.#checkpoints, this.#anchors])
      for (const seq of noted.keys()) if (seq > after && seq < before) this.#compare({ seq, link: '' })
  }

  #note(kind: FaultKind, seq: number): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ kind, seq })
  }
}
