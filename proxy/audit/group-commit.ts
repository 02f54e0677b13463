import { AuditError } from './audit-error.ts'
import type { WriteState } from './chain-writer.ts'
import { toRow, type AuditRecord, type Row } from './record.ts'

const MOST_AT_ONCE = 500
const RETRY_MS = [50, 100, 250, 500, 1000, 2000] as const
/** A call that ends sooner is written once, not first as begun: no model has said anything by then. */
const OPEN_AFTER_MS = 20
/** A store that is away so long is away: calls are refused before they are made. */
const FAILING_MS = 2000

export interface GroupCommitOptions {
  readonly gatherMs: number
  readonly longestWaitMs: number
  readonly mostWaiting: number
}

interface Begun {
  /** Made when it is written, which most never are. */
  readonly row: () => Row
  readonly due: number
}

export interface GroupCommitDeps {
  readonly write: (opens: readonly Row[], records: readonly Row[]) => Promise<readonly WriteState[]>
  /** After each batch that reached the disk. The next one does not wait for it. */
  readonly onWritten: (count: number) => void
  readonly onFailed: (why: 'store' | 'refused') => void
}

interface Waiting {
  record: AuditRecord
  readonly said: string | null
  readonly deadline: number
  /** Nobody waits any longer once this is gone; the record is written all the same. */
  answer: { resolve(state: WriteState): void; reject(error: AuditError): void } | null
}

/**
 * Records that come close together reach the disk together: when nothing is being written a record goes at the end of
 * this turn of the event loop, and while one batch is being written the next one gathers; so the busier it is, the
 * larger they are. Nothing here is lost while the process lives; what was answered is on disk.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  readonly #deps: GroupCommitDeps
  readonly #opens = new Map<string, Begun>()
  #waiting: Waiting[] = []
  #timer: { readonly cancel: () => void; readonly due: number } | null = null
  #writing: Promise<void> | null = null
  #failures = 0
  #closing = false
  #failingSince: number | null = null

  constructor(options: GroupCommitOptions, deps: GroupCommitDeps) {
    this.#options = options
    this.#deps = deps
  }

  get waiting(): number {
    return this.#waiting.length
  }

  isHealthy(): boolean {
    const isFailing = this.#failingSince !== null && performance.now() - this.#failingSince > FAILING_MS
    return !isFailing && this.#waiting.length < this.#options.mostWaiting
  }

  /** Notes that a call has begun. Nobody waits for it, and when the call ends first it is never written. */
  open(id: string, row: () => Row): void {
    this.#opens.set(id, { row, due: performance.now() + OPEN_AFTER_MS })
    this.#schedule(OPEN_AFTER_MS)
  }

  /** Resolves when the record is on disk. @throws AuditError */
  add(record: AuditRecord, said: string | null = null): Promise<WriteState> {
    return new Promise((resolve, reject) => this.#enqueue(record, said, { resolve, reject }))
  }

  /** The same for a record that nobody waits for. */
  addQuietly(record: AuditRecord): void {
    this.#enqueue(record, null, null)
  }

  /** Writes what waits. Resolves also when that did not succeed. */
  async close(): Promise<void> {
    this.#closing = true
    const end = performance.now() + this.#options.longestWaitMs
    while ((this.#waiting.length > 0 || this.#opens.size > 0) && performance.now() < end) {
      await (this.#writing ?? this.#start())
      if (this.#failures > 0) await new Promise((resolve) => setTimeout(resolve, this.#pause()))
    }
    this.#timer?.cancel()
    this.#timer = null
    await this.#writing
    for (const { answer } of this.#waiting) answer?.reject(new AuditError('not-written'))
  }

  #enqueue(record: AuditRecord, said: string | null, answer: Waiting['answer']): void {
    if (record.kind === 'call') this.#opens.delete(record.id)
    this.#waiting.push({ record, said, deadline: performance.now() + this.#options.longestWaitMs, answer })
    this.#schedule(this.#options.gatherMs)
  }

  #schedule(ms: number): void {
    if (this.#writing !== null) return
    const due = performance.now() + ms
    if (this.#timer !== null && this.#timer.due <= due) return
    this.#timer?.cancel()
    this.#timer = { cancel: after(ms, this.#onDue), due }
  }

  readonly #onDue = () => {
    this.#timer = null
    if (this.#writing === null) void this.#start()
  }

  #start(): Promise<void> {
    this.#writing = this.#writeBatch().finally(() => {
      this.#writing = null
      if (this.#waiting.length > 0) this.#schedule(this.#pause())
      else if (this.#opens.size > 0) this.#schedule(Math.max(this.#pause(), OPEN_AFTER_MS))
    })
    return this.#writing
  }

  /** What came while the last batch was written has waited long enough already. */
  #pause(): number {
    return this.#failures === 0 ? 0 : (RETRY_MS[Math.min(this.#failures, RETRY_MS.length) - 1] ?? 0)
  }

  async #writeBatch(): Promise<void> {
    const batch = this.#take()
    const opens = this.#takeOpens()
    if (batch.length === 0 && opens.size === 0) return
    try {
      await this.#write(
        [...opens.values()].map(({ row }) => row()),
        batch,
      )
    } catch {
      // Whether it reached the disk is not known; writing it again finds it there if it did.
      this.#putBack(batch, opens)
      return
    }
    this.#deps.onWritten(batch.length)
  }

  /** The oldest, none of them twice: the database tells a repeated record from a new one only when they come in turn. */
  #take(): readonly Waiting[] {
    const keys = new Set<string>()
    const batch: Waiting[] = []
    const left: Waiting[] = []
    for (const one of this.#waiting) {
      const key = `${one.record.kind} ${one.record.id}`
      if (batch.length === MOST_AT_ONCE || keys.has(key)) left.push(one)
      else batch.push(one)
      keys.add(key)
    }
    this.#waiting = left
    return batch
  }

  /** Those that have been under way for a while. All of them, when we are closing. */
  #takeOpens(): ReadonlyMap<string, Begun> {
    const now = performance.now()
    const due = new Map<string, Begun>()
    for (const [id, begun] of this.#opens) {
      // They stand in the order of their time.
      if (!this.#closing && begun.due > now) break
      due.set(id, begun)
    }
    for (const id of due.keys()) this.#opens.delete(id)
    return due
  }

  async #write(opens: readonly Row[], batch: readonly Waiting[]): Promise<void> {
    try {
      const states = await this.#deps.write(
        opens,
        batch.map(({ record, said }) => toRow(record, said)),
      )
      this.#failures = 0
      this.#failingSince = null
      batch.forEach(({ answer }, index) => answer?.resolve(states[index] ?? 'other'))
    } catch (error) {
      if (!isUnfit(error)) throw error
      await this.#writeApart(opens, batch, error)
    }
  }

  /** One of them does not fit the table: find out which, so that the others are not held up for ever. */
  async #writeApart(opens: readonly Row[], batch: readonly Waiting[], cause: unknown): Promise<void> {
    if (opens.length > 0) {
      for (const open of opens) await this.#writeOpen(open)
      return this.#write([], batch)
    }
    if (batch.length <= 1) {
      this.#deps.onFailed('refused')
      batch[0]?.answer?.reject(new AuditError('refused', { cause }))
      return
    }
    const half = Math.ceil(batch.length / 2)
    await this.#write([], batch.slice(0, half))
    await this.#write([], batch.slice(half))
  }

  async #writeOpen(open: Row): Promise<void> {
    try {
      await this.#deps.write([open], [])
    } catch (error) {
      if (!isUnfit(error)) throw error
      this.#deps.onFailed('refused')
    }
  }

  #putBack(batch: readonly Waiting[], opens: ReadonlyMap<string, Begun>): void {
    this.#failures += 1
    this.#failingSince ??= performance.now()
    this.#deps.onFailed('store')
    const ended = new Set(this.#waiting.map(({ record }) => record.id))
    const later = [...this.#opens]
    this.#opens.clear()
    for (const [id, begun] of [...opens, ...later]) if (!ended.has(id)) this.#opens.set(id, begun)
    this.#waiting = [...batch, ...this.#waiting]
    const now = performance.now()
    for (const one of this.#waiting) if (one.answer !== null && one.deadline <= now) giveUp(one)
  }
}

/** With 0: once everything that came in this turn of the event loop is here. */
function after(ms: number, run: () => void): () => void {
  if (ms > 0) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }
  const immediate = setImmediate(run)
  return () => clearImmediate(immediate)
}

/** The caller is told that the record is not on disk, so the answer ends as an error; and so does the record. */
function giveUp(one: Waiting): void {
  one.answer?.reject(new AuditError('not-written'))
  one.answer = null
  if (one.record.kind === 'call') one.record = { ...one.record, ending: 'error', code: 'not-recorded' }
}

/** Class 22 and 23: the values do not fit. Everything else is the store's trouble, and passes. */
function isUnfit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))
}
