import type { Queryable } from '../store/store.ts'
import type { Account } from './account.ts'

export interface Granted {
  readonly account: Account
  readonly granted: number
  /** What the store has left after that. */
  readonly free: number
  /** When nothing was granted: what replicas still hold, and may give back. */
  readonly leased: number
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
  const wanted = ask.wanted.map((account) => ({
    ...place(account),
    ends_at: account.terms.period.endsAt,
    capacity: account.terms.capacity,
    block: account.terms.block,
    lasting: account.terms.meter === 'tokens',
    ...account.ask(),
  }))
  const rows = await store.query<Row>(ROUND, [ask.replica, ask.leaseSeconds, JSON.stringify(settled), JSON.stringify(wanted)])
  const byKey = new Map(ask.wanted.map((account) => [keyOf(place(account)), account]))
  return rows.flatMap((row) => {
    const account = byKey.get(keyOf(row))
    return account === undefined ? [] : [{ account, granted: Number(row.granted), free: Number(row.free), leased: Number(row.leased) }]
  })
}

function place({ terms }: Account) {
  return { meter: terms.meter, scope: terms.scope, period: terms.period.id }
}
