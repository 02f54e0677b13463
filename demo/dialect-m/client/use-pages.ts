import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, ask } from './api.ts'
import { useSession } from './session.ts'

const PAGE = 50
const WATCH_MS = 10_000

interface Page<Row> { readonly rows: readonly Row[]; readonly total: number; readonly partial?: boolean }
interface Held<Row> extends Page<Row> { readonly base: string; readonly failed: number | null }

export interface Pages<Row> {
  readonly rows: readonly Row[]
  /** What the server says there is; `null` until it has said it. */
  readonly total: number | null
  readonly failed: number | null
  readonly partial: boolean
  readonly loadMore: () => void
  readonly reload: () => void
}

/**
 * Rows fetched 50 at a time as the user scrolls. `watch` asks every ten seconds whether the list has grown and then fetches
 * it again from the top, so that rows move down under the reader when a colleague writes.
 */
export function usePages<Row>(base: string, { watch = false }: { watch?: boolean } = {}): Pages<Row> {
  const { steering } = useSession()
  const staleFor = steering.stalePanels
  const [held, setHeld] = useState<Held<Row> | null>(null)
  const [turn, setTurn] = useState(0)
  const latest = useRef<Held<Row> | null>(null)
  const busy = useRef(false)
  latest.current = held

  useEffect(() => {
    const controller = new AbortController()
    const before = latest.current
    const wait = before && before.base !== base ? staleFor : 0
    const wanted = before?.base === base ? Math.max(PAGE, before.rows.length) : PAGE
    busy.current = true
    void fetchPage<Row>(base, { offset: 0, limit: wanted, wait, signal: controller.signal }).then((page) => {
      if (!page) return
      busy.current = false
      setHeld({ base, ...page })
    })
    return () => controller.abort()
  }, [base, turn, staleFor])

  const loadMore = useCallback(() => {
    const now = latest.current
    if (busy.current || !now || now.base !== base || now.failed !== null || now.rows.length >= now.total) return
    busy.current = true
    void fetchPage<Row>(base, { offset: now.rows.length, limit: PAGE, wait: 0 }).then((page) => {
      busy.current = false
      if (page) setHeld((same) => (same?.base === base ? joined(same, page) : same))
    })
  }, [base])

  const reload = useCallback(() => setTurn((count) => count + 1), [])
  useEffect(() => {
    if (!steering.virtual) loadMore()
  }, [steering.virtual, held, loadMore])
  useWatch(base, { on: watch, known: () => latest.current?.total ?? null, changed: reload })

  const usable = held && (held.base === base || staleFor > 0) ? held : null
  return { rows: usable?.rows ?? [], total: usable?.total ?? null, failed: usable?.failed ?? null, partial: usable?.partial ?? false, loadMore, reload }
}

function joined<Row>(held: Held<Row>, page: Page<Row> & { failed: number | null }): Held<Row> {
  if (page.failed !== null) return held
  return { ...held, rows: [...held.rows, ...page.rows], total: page.total }
}

interface Request { readonly offset: number; readonly limit: number; readonly wait: number; readonly signal?: AbortSignal }

async function fetchPage<Row>(base: string, { offset, limit, wait, signal }: Request): Promise<(Page<Row> & { failed: number | null }) | null> {
  const pause = wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : null
  try {
    const page = await ask<Page<Row>>(pagePath(base, offset, limit), signal ? { signal } : {})
    await pause
    return signal?.aborted ? null : { ...page, failed: null }
  } catch (error) {
    if (signal?.aborted) return null
    await pause
    return signal?.aborted ? null : { rows: [], total: 0, failed: error instanceof ApiError ? error.status : 0 }
  }
}

function pagePath(base: string, offset: number, limit: number): string {
  return `${base}${base.includes('?') ? '&' : '?'}offset=${offset}&limit=${limit}`
}

interface Watch { readonly on: boolean; readonly known: () => number | null; readonly changed: () => void }

function useWatch(base: string, { on, known, changed }: Watch): void {
  const now = useRef({ known, changed })
  now.current = { known, changed }
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => {
      ask<Page<unknown>>(pagePath(base, 0, 1), { quiet: true }).then(
        ({ total }) => {
          const before = now.current.known()
          if (before !== null && before !== total) now.current.changed()
        },
        // The next tick asks again; a session that is over is told of by its own modal.
        () => undefined,
      )
    }, WATCH_MS)
    return () => clearInterval(timer)
  }, [base, on])
}
