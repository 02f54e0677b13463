import { z } from '#utils/validation/zod.ts'

const PATIENCE_MS = 4000
const health = z.object({ status: z.literal('ok') })

/** Whether the proxy is there, asked as nobody. A page of some gateway in its place is not it. */
export async function proxyAnswers(base: string): Promise<boolean> {
  try {
    const init = { cache: 'no-store', credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) } as const
    const response = await fetch(`${base}/healthz`, init)
    return response.ok && health.safeParse(await response.json()).success
  } catch {
    // Refused, unreachable, timed out, no JSON: for the user they are one thing.
    return false
  }
}
