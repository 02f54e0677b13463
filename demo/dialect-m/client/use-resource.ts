import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, ask } from './api.ts'
import { useSession } from './session.ts'

export interface Resource<T> {
  readonly data: T | null
  /** HTTP status of a failure, 0 when the network failed. */
  readonly failed: number | null
  readonly reload: () => void
  /** Changes what is shown before the server has said so; the answer or a reload puts it right. */
  readonly patch: (change: (data: T) => T) => void
}

interface Held<T> {
  readonly path: string
  readonly data: T | null
  readonly failed: number | null
}

/**
 * What a path answers. While the answer for a new path is awaited there is no data, unless the session is steered to
 * stale panels: then the old data stay on screen for that long, as host systems that keep "previous data" do.
 */
export function useResource<T>(path: string, { fresh = false }: { fresh?: boolean } = {}): Resource<T> {
  const { steering } = useSession()
  const staleFor = fresh ? 0 : steering.stalePanels
  const [held, setHeld] = useState<Held<T> | null>(null)
  const [turn, setTurn] = useState(0)
  const shownPath = useRef<string | null>(null)

  useEffect(() => {
    const controller = new AbortController()
    const wait = shownPath.current !== null && shownPath.current !== path ? staleFor : 0
    void load<T>(path, wait, controller.signal).then((answer) => {
      if (!answer) return
      shownPath.current = path
      setHeld({ path, ...answer })
    })
    return () => controller.abort()
  }, [path, turn, staleFor])

  const reload = useCallback(() => setTurn((count) => count + 1), [])
  const patch = useCallback((change: (data: T) => T) => {
    setHeld((now) => (now?.data ? { ...now, data: change(now.data) } : now))
  }, [])
  const usable = held && (held.path === path || staleFor > 0) ? held : null
  return { data: usable?.data ?? null, failed: usable?.failed ?? null, reload, patch }
}

async function load<T>(path: string, wait: number, signal: AbortSignal): Promise<{ data: T | null; failed: number | null } | null> {
  const pause = wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : null
  try {
    const data = await ask<T>(path, { signal })
    await pause
    return signal.aborted ? null : { data, failed: null }
  } catch (error) {
    if (signal.aborted) return null
    await pause
    return signal.aborted ? null : { data: null, failed: error instanceof ApiError ? error.status : 0 }
  }
}
