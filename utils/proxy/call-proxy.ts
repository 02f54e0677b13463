import { AppError } from '#utils/domain/app-error.ts'
import { userCodeOf } from './proxy-error.ts'

const PATIENCE_MS = 10_000

/** How to reach the proxy as somebody. */
export interface ProxyAccess {
  /** Without a trailing slash. */
  readonly base: string
  readonly token: string
  readonly fetch?: typeof fetch
}

export interface ProxyCall {
  readonly path: `/v1/${string}`
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly patience?: number
}

/**
 * Calls what the proxy has beside the model's wire format. Resolves with 2xx and 304; everything else is an `AppError`
 * in the user's words, and the proxy's own text goes no further.
 */
export async function callProxy({ base, token, fetch: ask = fetch }: ProxyAccess, call: ProxyCall): Promise<Response> {
  const response = await reach(ask, `${base}${call.path}`, {
    method: call.method ?? 'GET',
    headers: { ...call.headers, authorization: `Bearer ${token}`, ...(call.body !== undefined && { 'content-type': 'application/json' }) },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    signal: AbortSignal.timeout(call.patience ?? PATIENCE_MS),
    // Answers are kept by us or not at all, and no address but the one that was built in is ever followed.
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  })
  if (response.ok || response.status === 304) return response
  throw new AppError(userCodeOf(await readJson(response)))
}

async function reach(ask: typeof fetch, address: string, init: RequestInit): Promise<Response> {
  try {
    return await ask(address, init)
  } catch (cause) {
    throw new AppError('proxy-away', { cause })
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    // A page of some gateway: not the proxy's, whatever it says.
    return null
  }
}
