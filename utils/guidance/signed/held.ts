import { newestOf, type NewestSerials } from './newest.ts'
import type { PackVerdict, VerifiedPack } from './verify-pack.ts'
import type { RefusalCode } from './refusal.ts'

const DAY_MS = 86_400_000
const AGEING_DAYS = 30
const TOO_OLD_DAYS = 90

/** The pack in use, and what came after it and was refused. */
export interface HeldPack {
  readonly inUse: VerifiedPack | null
  /** The newest serial that was ever in use, by pack id: what `verifyPack` takes as `newest`. */
  readonly newest: NewestSerials
  readonly refused: RefusalCode | null
}

export const NO_PACK: HeldPack = { inUse: null, newest: {}, refused: null }

/** Takes a verified pack into use; after a refusal the last good one stays. */
export function holdPack(held: HeldPack, verdict: PackVerdict): HeldPack {
  if (!verdict.ok) return { ...held, refused: verdict.code }
  const { pack, serial } = verdict.verified
  const newest = Math.max(serial, newestOf(held.newest, pack.id))
  return { inUse: verdict.verified, newest: { ...held.newest, [pack.id]: newest }, refused: null }
}

/** How far to trust guidance that has not been confirmed for a while: say so after 30 days, show no hints after 90. */
export type Freshness = 'fresh' | 'ageing' | 'too-old'

/** `confirmedAt`: when the proxy last vouched that this is the newest, by signed switches that name it. */
export function freshnessOf(confirmedAt: number, now: number): Freshness {
  const days = (now - confirmedAt) / DAY_MS
  if (days > TOO_OLD_DAYS) return 'too-old'
  return days > AGEING_DAYS ? 'ageing' : 'fresh'
}

/** Packs that the signed switches say are current and that we do not have: somebody is holding them back. */
export function heldBack(current: readonly { readonly id: string; readonly serial: number }[], newest: NewestSerials): readonly string[] {
  return current.filter(({ id, serial }) => newestOf(newest, id) < serial).map(({ id }) => id)
}
