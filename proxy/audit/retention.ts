import type { Store } from '../store/store.ts'

const DAY_MS = 86_400_000

/**
 * Removes what is older than the municipality keeps, from one checkpoint to the next, so that what is left still
 * verifies. The database itself refuses to remove anything younger than six months. Returns how many records went.
 */
export async function forgetOld(store: Store, { now, days }: { readonly now: number; readonly days: number }): Promise<number> {
  let removed = 0
  for (;;) {
    const [step] = await store.query<{ removed: number }>('SELECT audit_forget($1::bigint) AS removed', [Math.floor(now - days * DAY_MS)])
    const count = step?.removed ?? 0
    removed += count
    if (count === 0) return removed
  }
}
