import { randomUUID } from 'node:crypto'
import type { Store } from '../store/store.ts'
import { Account, IDLE_MS, type AccountTerms } from './account.ts'
import { keyOf, runRound } from './round.ts'

export interface DeskParts {
  readonly store: Store
  readonly now: () => number
  readonly leaseSeconds: number
  readonly settleMilliseconds: number
}

const MS = 1000
const CLEAN_EVERY_MS = 60_000
const KEEP_MS = 300_000
/** Of a lease's time: in use, it is renewed this often. */
const SHARE = 3

/** Brings this replica's accounts and the store together: one round at a time, each for all that piled up meanwhile. */
export class Desk {
  readonly #parts: DeskParts
  readonly #replica = randomUUID()
  readonly #accounts = new Map<string, Account>()
  /** Changed since they were last written. */
  readonly #touched = new Set<Account>()
  /** Those somebody waits for. */
  readonly #wanting = new Set<Account>()
  readonly #writtenAt = new Map<Account, number>()
  readonly #timer: NodeJS.Timeout
  #running: Promise<void> | null = null
  #mustSettle = false
  #cleanedAt = 0

  constructor(parts: DeskParts) {
    this.#parts = parts
    this.#timer = setInterval(() => this.#tick(), parts.settleMilliseconds).unref()
  }

  /** The one account of a limit in a period. */
  account(terms: AccountTerms): Account {
    const key = keyOf({ meter: terms.meter, scope: terms.scope, period: terms.period.id })
    const account = this.#accounts.get(key) ?? new Account(terms, this)
    this.#accounts.set(key, account)
    return account
  }

  /** Something changed: written at the next tick, or at once when a call waits for it. */
  add(account: Account): void {
    this.#touched.add(account)
    if (!account.wants) return
    this.#wanting.add(account)
    this.#start()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
    await this.#round(
      [...this.#accounts.values()].filter((account) => account.isLeased),
      () => true,
    )
  }

  #start(): void {
    this.#running ??= this.#rounds().finally(() => {
      this.#running = null
      // What came in after the last look.
      if (this.#wanting.size > 0) this.#start()
    })
  }

  async #rounds(): Promise<void> {
    // Let all requests of this turn of the event loop stand in the same line.
    await Promise.resolve()
    do {
      // In between, only those are written that get more: the others cannot have spent more than they were known to hold.
      const accounts = this.#mustSettle ? [...this.#touched] : [...this.#wanting]
      this.#mustSettle = false
      await this.#round(accounts, (account) => this.#isIdle(account))
    } while (this.#wanting.size > 0 || this.#mustSettle)
  }

  #isIdle(account: Account): boolean {
    return !account.isBusy && this.#parts.now() - account.usedAt > IDLE_MS
  }

  async #round(accounts: readonly Account[], givesBack: (account: Account) => boolean): Promise<void> {
    const { store, now, leaseSeconds } = this.#parts
    for (const account of accounts) this.#touched.delete(account)
    const wanted = accounts.filter((account) => this.#wanting.delete(account))
    const settled = accounts.filter((account) => account.isLeased).map((account) => ({ account, ...account.snapshot(givesBack(account)) }))
    if (wanted.length + settled.length === 0) return
    try {
      const granted = await runRound(store, { replica: this.#replica, leaseSeconds, settled, wanted })
      for (const { account, held, inflight } of settled) this.#wrote(account, { held, inflight })
      for (const { account, ...grant } of granted) {
        const { written } = account
        if (account.terms.meter === 'tokens')
          this.#wrote(account, { held: written.held + grant.granted, inflight: written.inflight + grant.promised })
        account.granted(grant, now())
      }
    } catch (error) {
      // Whoever waits is told so; what was spent stays in memory and is written at the next tick.
      for (const { account, back } of settled) {
        account.restore(back)
        this.#touched.add(account)
      }
      for (const account of wanted) account.failed(error)
    }
  }

  #wrote(account: Account, written: Account['written']): void {
    Object.assign(account, { written })
    this.#writtenAt.set(account, this.#parts.now())
  }

  #tick(): void {
    const now = this.#parts.now()
    for (const [key, account] of this.#accounts) this.#look(key, account, now)
    if (this.#touched.size > 0) {
      this.#mustSettle = true
      this.#start()
    }
    if (now - this.#cleanedAt <= CLEAN_EVERY_MS) return
    this.#cleanedAt = now
    void this.#clean(now - KEEP_MS)
  }

  #look(key: string, account: Account, now: number): void {
    const due = (this.#parts.leaseSeconds * MS) / SHARE
    if (account.isLeased) {
      const isLate = now - (this.#writtenAt.get(account) ?? 0) > due
      if (isLate || this.#isIdle(account)) this.#touched.add(account)
    } else if (!account.isBusy && now >= account.terms.period.endsAt + due) {
      this.#accounts.delete(key)
      this.#writtenAt.delete(account)
    }
  }

  async #clean(before: number): Promise<void> {
    try {
      await this.#parts.store.query('DELETE FROM limit_meter WHERE ends_at < $1', [before])
    } catch {
      // Old rows harm nobody; the next minute tries again.
    }
  }
}
