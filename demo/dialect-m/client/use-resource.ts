import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, statusOf } from './api.ts'
import { useSession } from './session.ts'

export interface Resource<T> {
  readonly data: T | null
  /** HTTP status of a failure, 0 when the network failed. */
  readonly failed: number | null
  readonly reload: () => void
  /** Changes what is shown before the server has said so; the answer or a reload puts it right. */
  readonly patch: (change: (data: T) => T) => void
}

interface Answered<T> {
  readonly data: T | null
  readonly failed: number | null
}
type Held<T> = Answered<T> & { readonly path: string }
const NOTHING = { data: null, failed: null }

/**
 * What a path answers. While the answer for a new path is awaited there is no data, unless the session is steered to
 * stale panels: then the old data stay on screen for that long, as host systems that keep "previous data" do.
 */
export function useResource<T>(path: string, { fresh = false }: { fresh?: boolean } = {}): Resource<T> {
  const { steering } = useSession()
  const staleFor = fresh ? 0 : steering.stalePanels
  const [held, setHeld] = useState<Held<T> | null>(null)
  const shownPath = useRef<string | null>(null)
  const running = useRef<AbortController | null>(null)

  const start = useCallback(
    async (wait: number) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const answer = await load<T>(path, wait, controller.signal)
      if (!answer) return
      shownPath.current = path
      setHeld({ path, ...answer })
    },
    [path],
  )

  useEffect(() => {
    const isNext = shownPath.current !== null && shownPath.current !== path
    void start(isNext ? staleFor : 0)
    return () => running.current?.abort()
  }, [start, path, staleFor])

  const reload = useCallback(() => void start(0), [start])
  const patch = useCallback((change: (data: T) => T) => {
    setHeld((now) => (now?.data ? { ...now, data: change(now.data) } : now))
  }, [])
  const { data, failed }: Answered<T> = usable(held, path, staleFor) ?? NOTHING
  return { data, failed, reload, patch }
}

/** What may be on screen for a path: its own answer, or an older one where stale panels are steered. */
export function usable<H extends { readonly path: string }>(held: H | null, path: string, staleFor: number): H | null {
  return held && (held.path === path || staleFor > 0) ? held : null
}

/** Waits for the answer and at least `wait`; `null` when it came too late to matter. */
async function load<T>(path: string, wait: number, signal: AbortSignal): Promise<Answered<T> | null> {
  const [answer] = await Promise.all([attempt<T>(path, signal), pause(wait)])
  return signal.aborted ? null : answer
}

async function attempt<T>(path: string, signal: AbortSignal): Promise<Answered<T>> {
  try {
    return { data: await ask<T>(path, { signal }), failed: null }
  } catch (error) {
    return { data: null, failed: statusOf(error) }
  }
}

export function pause(ms: number): Promise<void> {
  return ms > 0
    ? new Promise((resolve) => {
        setTimeout(resolve, ms)
      })
    : Promise.resolve()
}
