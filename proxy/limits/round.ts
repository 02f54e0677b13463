import type { Queryable } from '../store/store.ts'
import type { Account } from './account.ts'

export interface Granted {
  readonly account: Account
  readonly granted: number
  /** What the store has left after that. */
  readonly free: number
  /** When nothing was granted: what replicas still hold, and may give back. */
  readonly leased: number
  /** How much of it was promised at once to those who waited. */
  readonly promised: number
}

export interface RoundAsk {
  readonly replica: string
  readonly leaseSeconds: number
  readonly settled: readonly { readonly account: Account; readonly held: number; readonly inflight: number; readonly back: number }[]
  readonly wanted: readonly Account[]
}

interface Row {
  readonly meter: string
  readonly scope: string
  readonly period: string
  /** `bigint` comes as text or number, as the store likes. */
  readonly granted: string | number
  readonly free: string | number
  readonly leased: string | number
}

const ROUND = 'SELECT meter, scope, period, granted, free, leased FROM limit_round($1::text, $2::int, $3::text::jsonb, $4::text::jsonb)'

export function keyOf({ meter, scope, period }: { readonly meter: string; readonly scope: string; readonly period: string }): string {
  return `${meter} ${period} ${scope}`
}

/** One statement for all that a replica has spent and lacks. */
export async function runRound(store: Queryable, ask: RoundAsk): Promise<readonly Granted[]> {
  const settled = ask.settled.map(({ account, held, inflight, back }) => ({
    ...place(account),
    held,
    inflight,
    back,
    lost: account.written.held - account.written.inflight,
  }))
  const wanted = ask.wanted.map((account) => ({ account, ...account.ask() }))
  const asked = wanted.map(({ account, ...rest }) => ({
    ...place(account),
    ends_at: account.terms.period.endsAt,
    capacity: account.terms.capacity,
    lasting: account.terms.meter === 'tokens',
    ...rest,
  }))
  const rows = await store.query<Row>(ROUND, [ask.replica, ask.leaseSeconds, JSON.stringify(settled), JSON.stringify(asked)])
  const byKey = new Map(wanted.map((one) => [keyOf(place(one.account)), one]))
  return rows.flatMap((row) => {
    const one = byKey.get(keyOf(row))
    if (one === undefined) return []
    const granted = Number(row.granted)
    const promised = granted === 0 ? 0 : Math.min(one.promise, one.own + granted)
    return [{ account: one.account, granted, promised, free: Number(row.free), leased: Number(row.leased) }]
  })
}

function place({ terms }: Account) {
  return { meter: terms.meter, scope: terms.scope, period: terms.period.id }
}
