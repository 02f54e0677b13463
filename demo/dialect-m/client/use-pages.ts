import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { ask, settle, statusOf } from './api.ts'
import { useSession } from './session.ts'
import { pause, usable } from './use-resource.ts'

const LEAST_PAGE = 50
const WATCH_MS = 10_000

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly partial?: boolean
}
type Fetched<Row> = Page<Row> & { readonly failed: number | null }
type Held<Row> = Fetched<Row> & { readonly path: string }

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
 * Rows fetched 50 or more at a time as the user scrolls. `watch` asks every ten seconds whether the list has grown and then fetches
 * it again from the top, so that rows move down under the reader when a colleague writes.
 */
export function usePages<Row>(path: string, { watch = false }: { watch?: boolean } = {}): Pages<Row> {
  const { steering } = useSession()
  const staleFor = steering.stalePanels
  const step = Math.max(LEAST_PAGE, steering.pageSize)
  const [held, setHeld] = useState<Held<Row> | null>(null)
  const latest = useRef<Held<Row> | null>(null)
  const running = useRef<AbortController | null>(null)

  const put = useCallback((next: Held<Row>) => {
    latest.current = next
    setHeld(next)
  }, [])

  /** From the top, as many rows as are shown. */
  const start = useCallback(
    async (wait: number) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const shownRows = latest.current?.path === path ? latest.current.rows.length : 0
      const page = await fetchPage<Row>(pagePath(path, 0, Math.max(step, shownRows)), wait, controller.signal)
      if (running.current === controller) running.current = null
      if (page) put({ path, ...page })
    },
    [path, put, step],
  )

  useEffect(() => {
    const isNext = latest.current !== null && latest.current.path !== path
    void start(isNext ? staleFor : 0)
    return () => running.current?.abort()
  }, [start, path, staleFor])

  const loadMore = useCallback(() => void loadNext({ path, step, latest, running, put }), [path, put, step])
  const reload = useCallback(() => void start(0), [start])
  useEffect(() => {
    if (!steering.virtual && held && held.rows.length < held.total) loadMore()
  }, [steering.virtual, held, loadMore])
  useWatch(path, watch, (total) => {
    if (latest.current && latest.current.total !== total) reload()
  })
  return { ...shown(usable(held, path, staleFor)), loadMore, reload }
}

function shown<Row>(held: Held<Row> | null): Pick<Pages<Row>, 'rows' | 'total' | 'failed' | 'partial'> {
  if (!held) return { rows: [], total: null, failed: null, partial: false }
  return { rows: held.rows, total: held.total, failed: held.failed, partial: held.partial ?? false }
}

interface Next<Row> {
  readonly path: string
  readonly step: number
  readonly latest: { readonly current: Held<Row> | null }
  readonly running: { current: AbortController | null }
  readonly put: (next: Held<Row>) => void
}

async function loadNext<Row>({ path, step, latest, running, put }: Next<Row>): Promise<void> {
  const now = latest.current
  if (running.current || now?.path !== path || now.failed !== null || now.rows.length >= now.total) return
  const controller = new AbortController()
  running.current = controller
  const page = await fetchPage<Row>(pagePath(path, now.rows.length, step), 0, controller.signal)
  if (running.current === controller) running.current = null
  if (page?.failed === null) put({ ...now, rows: [...now.rows, ...page.rows], total: page.total })
}

async function fetchPage<Row>(path: string, wait: number, signal: AbortSignal): Promise<Fetched<Row> | null> {
  const [page] = await Promise.all([attempt<Row>(path, signal), pause(wait)])
  return signal.aborted ? null : page
}

async function attempt<Row>(path: string, signal: AbortSignal): Promise<Fetched<Row>> {
  try {
    return { ...(await ask<Page<Row>>(path, { signal })), failed: null }
  } catch (error) {
    return { rows: [], total: 0, failed: statusOf(error) }
  }
}

function pagePath(path: string, offset: number, limit: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}offset=${offset}&limit=${limit}`
}

function useWatch(path: string, on: boolean, told: (total: number) => void): void {
  const tell = useEffectEvent(told)
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => {
      // A tick that fails is asked again; a session that is over is told of by its own modal.
      void settle(
        ask<Page<unknown>>(pagePath(path, 0, 1), { quiet: true }),
        ({ total }) => tell(total),
        () => undefined,
      )
    }, WATCH_MS)
    return () => clearInterval(timer)
  }, [path, on])
}
