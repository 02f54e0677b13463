/** The one place that talks to the stand-in's server. Keeps count of what is under way, for the progress bar. */
class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  constructor(status: number) {
    super(`api-${status}`)
    this.status = status
  }
}

type Listener = () => void
const listeners = new Set<Listener>()
let underWay = 0
let expired = false

function change(apply: () => void): void {
  apply()
  for (const listener of listeners) listener()
}

export const traffic = {
  subscribe(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  underWay: () => underWay,
  expired: () => expired,
  signedIn: () =>
    change(() => {
      expired = false
    }),
}

interface Options {
  readonly signal?: AbortSignal
  readonly body?: unknown
  /** Polling does not move the progress bar. */
  readonly quiet?: boolean
}

/** Asks the server; a status other than 2xx is an `ApiError`, and 401 says that the session is over. */
export async function ask<T>(path: string, { signal, body, quiet = false }: Options = {}): Promise<T> {
  if (!quiet)
    change(() => {
      underWay += 1
    })
  try {
    const response = await fetch(path, {
      ...(signal && { signal }),
      ...(body !== undefined && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (response.status === 401)
      change(() => {
        expired = true
      })
    if (!response.ok) throw new ApiError(response.status)
    return (await response.json()) as T
  } finally {
    if (!quiet)
      change(() => {
        underWay -= 1
      })
  }
}

/** A document's bytes. */
export async function askDocument(path: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(path, { signal })
  if (response.status === 401)
    change(() => {
      expired = true
    })
  if (!response.ok) throw new ApiError(response.status)
  return response.blob()
}

/** Waits for an answer and goes one of two ways. What `done` throws is not taken for a failed answer. */
export async function settle<T>(answer: Promise<T>, done: (value: T) => void, failed: (error: unknown) => void): Promise<void> {
  let value: T
  try {
    value = await answer
  } catch (error) {
    failed(error)
    return
  }
  done(value)
}

/** The HTTP status of a failure, 0 when there was no answer at all. */
export function statusOf(error: unknown): number {
  return error instanceof ApiError ? error.status : 0
}
