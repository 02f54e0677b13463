import type { Store } from '../store/store.ts'

const POLL_MS = 15_000

export interface Revocations {
  has(id: string): boolean
  /** Resolves when it is on disk; other replicas learn of it when they next look. */
  add(id: string, expiresAt: number): Promise<void>
  /** Resolves when what others revoked before the start is known. Rejects while the store cannot be asked. */
  loaded(): Promise<void>
  ready(): boolean
  close(): Promise<void>
}

interface Row {
  readonly token_id: string
  readonly until: string
}

/** Tokens that were signed out before they ran out: in memory for each request, in the store for each replica. */
export function createRevocations(store: Store, now: () => number, pollMs = POLL_MS): Revocations {
  const until = new Map<string, number>()
  let first: Promise<void> | null = null
  let ready = false

  async function load(): Promise<void> {
    const rows = await store.query<Row>('SELECT token_id, until FROM auth_revocation WHERE until > $1', [now()])
    for (const row of rows) until.set(row.token_id, Number(row.until))
    ready = true
  }
  async function poll(): Promise<void> {
    try {
      await load()
      for (const [id, end] of until) if (end <= now()) until.delete(id)
      await store.query('DELETE FROM auth_revocation WHERE until <= $1', [now()])
    } catch {
      // The store says itself that it is away; what is known stays in force, and the next look catches up.
    }
  }
  let polling = poll()
  const timer = setInterval(() => {
    polling = poll()
  }, pollMs).unref()

  return {
    has: (id) => until.has(id),
    async add(id, expiresAt) {
      until.set(id, expiresAt)
      await store.query('INSERT INTO auth_revocation (token_id, until) VALUES ($1, $2) ON CONFLICT (token_id) DO NOTHING', [id, expiresAt])
    },
    loaded() {
      if (ready) return Promise.resolve()
      first ??= load().finally(() => {
        first = null
      })
      return first
    },
    ready: () => ready,
    async close() {
      clearInterval(timer)
      await polling
    },
  }
}
