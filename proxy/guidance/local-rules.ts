import { hasCpr } from '../../utils/privacy/has-cpr.ts'
import { PACK_FORMAT, type PackRule, type RulePack } from '../../utils/guidance/pack-schema.ts'
import { loadRulePack } from '../../utils/guidance/pack.ts'
import { seal, type Signer } from '../../utils/guidance/signed/envelope.ts'
import { toInstant } from '../../utils/guidance/signed/instant.ts'
import type { PinnedKeys } from '../../utils/guidance/signed/open-envelope.ts'
import { verifyPack } from '../../utils/guidance/signed/verify-pack.ts'
import type { Caller } from '../auth/caller.ts'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import { LOCAL_PACK, MOST_LOCAL_RULES, type LocalIssue, type LocalRuleChange, type LocalRulesAnswer } from '../contract/local-rules.ts'
import type { Queryable, Store } from '../store/store.ts'
import type { Answered, Wish } from './guidance.ts'
import { etagAt, ifMatchProblem } from './if-match.ts'
import { lockForAppend } from './log-table.ts'
import type { ServedPack } from './served-packs.ts'

export interface LocalRulesDeps {
  readonly store: Store
  readonly signer: Signer | null
  /** The municipality's keys that are in use. */
  readonly keys: readonly string[]
  readonly municipality: string
  readonly now: () => number
  readonly pollSeconds: number
  readonly reasonProblem: (reason: string) => ProxyErrorCode | null
}

interface Issue {
  readonly pack: RulePack
  readonly serial: number
  readonly signed: string
}

/** New browsers refuse an issue that is older; any change makes a new one. */
const VALID_MS = 2 * 365 * 86_400_000
/** A browser's clock may be a little behind. */
const HEAD_START_MS = 600_000
const NEWEST = 'SELECT serial, at, signed FROM guidance_local_rules WHERE serial > $1 ORDER BY serial DESC LIMIT 1'
const ISSUES = 'SELECT serial, at, subject, rule, added, reason FROM guidance_local_rules ORDER BY serial DESC LIMIT 100'

/** The municipality's own rules: checked, signed as one pack, and followed in every replica. */
export class LocalRules {
  readonly #deps: LocalRulesDeps
  #newest: Issue | null = null
  #timer: NodeJS.Timeout | null = null
  #polling: Promise<void> = Promise.resolve()

  constructor(deps: LocalRulesDeps) {
    this.#deps = deps
  }

  /** @throws Error when the newest issue is not what the municipality signed. */
  async start(): Promise<void> {
    await this.#catchUp(this.#deps.store)
    this.#timer = setInterval(() => {
      // An outage leaves what is known in use; an issue that does not verify is not taken.
      this.#polling = this.#catchUp(this.#deps.store).catch(() => undefined)
    }, this.#deps.pollSeconds * 1000)
    this.#timer.unref()
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#polling
  }

  served(): readonly ServedPack[] {
    if (this.#newest === null) return []
    const { serial, signed } = this.#newest
    return [{ kind: 'local-rules', id: LOCAL_PACK, serial, signed }]
  }

  async read(): Promise<Answered<LocalRulesAnswer>> {
    const issues = await this.#deps.store.query<LocalIssue>(ISSUES)
    return { ok: true, etag: this.#etag(), pack: this.#newest?.pack ?? null, issues: [...issues] }
  }

  /** Adds, replaces or removes a rule, for every unit. Whoever calls has checked that the caller may. */
  async change({ caller, ifMatch }: Wish, id: string, change: LocalRuleChange): Promise<Answered<object>> {
    const { signer, store } = this.#deps
    const problem = this.#problemOf(id, change)
    if (problem !== null) return { ok: false, code: problem }
    if (signer === null) return { ok: false, code: 'no-signing-key' }
    const done = await store.transaction(async (tx) => {
      await lockForAppend(tx)
      await this.#catchUp(tx)
      const serial = this.#newest?.serial ?? 0
      const stale = ifMatchProblem(ifMatch, { newest: serial, head: serial })
      if (stale !== null) return stale
      return this.#issue(tx, { caller, id, change, signer })
    })
    if (done !== null) return { ok: false, code: done }
    await this.#catchUp(store)
    return { ok: true, etag: this.#etag() }
  }

  #problemOf(id: string, { rule, reason }: LocalRuleChange): ProxyErrorCode | null {
    const problem = this.#deps.reasonProblem(reason)
    if (problem !== null) return problem
    if (rule === null) return null
    if (rule.id !== id || hasCpr(JSON.stringify(rule))) return 'invalid-request'
    return canRun([rule]) ? null : 'invalid-request'
  }

  async #issue(
    tx: Queryable,
    {
      caller,
      id,
      change: { rule, reason },
      signer,
    }: { readonly caller: Caller; readonly id: string; readonly change: LocalRuleChange; readonly signer: Signer },
  ): Promise<ProxyErrorCode | null> {
    const before = this.#newest?.pack.rules ?? []
    const others = before.filter((one) => one.id !== id)
    if (rule === null && others.length === before.length) return 'not-found'
    const rules = rule === null ? others : [...others, rule].toSorted((a, b) => (a.id < b.id ? -1 : 1))
    if (rules.length > MOST_LOCAL_RULES || !canRun(rules)) return 'invalid-request'
    const serial = (this.#newest?.serial ?? 0) + 1
    const values = [serial, new Date(this.#deps.now()).toISOString(), caller.subject, id, rule !== null, reason]
    await tx.query(
      'INSERT INTO guidance_local_rules (serial, at, subject, rule, added, reason, signed) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [...values, this.#sign(rules, serial, signer)],
    )
    return null
  }

  #sign(rules: readonly PackRule[], serial: number, signer: Signer): string {
    const now = this.#deps.now()
    const pack = { format: PACK_FORMAT, id: LOCAL_PACK, version: String(serial), title: 'Kommunens egne regler', rules }
    const terms = {
      minAppVersion: '0.1.0',
      serial,
      tenant: this.#deps.municipality,
      validFrom: toInstant(now - HEAD_START_MS),
      expires: toInstant(now + VALID_MS),
    }
    return seal('local-rules', { ...terms, pack }, signer)
  }

  async #catchUp(db: Queryable): Promise<void> {
    const [row] = await db.query<{ serial: number; at: string; signed: string }>(NEWEST, [this.#newest?.serial ?? 0])
    if (row === undefined) return
    const [first, second] = this.#deps.keys
    const keys: PinnedKeys = first === undefined ? [] : second === undefined ? [first] : [first, second]
    // As of when it was made: what has run out is still the newest, the next change renews it, and every browser judges its age.
    const ask = { keys, kind: 'local-rules', tenant: this.#deps.municipality, appVersion: null, newest: {} } as const
    const verdict = await verifyPack(row.signed, { ...ask, now: Date.parse(row.at) })
    if (!verdict.ok) throw new Error(`The municipality's own rules cannot be served: ${verdict.code}`)
    if (verdict.verified.serial !== row.serial)
      throw new Error("The municipality's own rules have another serial than they were kept under")
    this.#newest = { pack: verdict.verified.pack, serial: row.serial, signed: row.signed }
  }

  #etag(): string {
    return etagAt(this.#newest?.serial ?? 0, 'local')
  }
}

function canRun(rules: readonly PackRule[]): boolean {
  try {
    loadRulePack(JSON.parse(JSON.stringify({ format: PACK_FORMAT, id: LOCAL_PACK, version: '1', title: LOCAL_PACK, rules })))
    return true
  } catch {
    // Whatever is wrong with it, it is not taken.
    return false
  }
}
