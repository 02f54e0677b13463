import type OpenAI from 'openai'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'

/** Asks the proxy which models it has. Any answer but a list means that it is away. */
export async function checkProxy(client: OpenAI | null, signal?: AbortSignal): Promise<ProxyState> {
  if (client === null) return 'not-configured'
  try {
    const page = await client.models.list({ timeout: 4000, ...(signal && { signal }) })
    return Array.isArray(page.data) ? 'ok' : 'away'
  } catch {
    // Refused, unreachable, timed out: for the user they are one thing, and the reason may quote the upstream.
    return 'away'
  }
}
