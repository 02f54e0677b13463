import type OpenAI from 'openai'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'
import { z } from '#utils/validation/zod.ts'

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) })

/** Asks the proxy which models it has. Any answer but a list means that it is away. */
export async function checkProxy(client: OpenAI | null, signal?: AbortSignal): Promise<ProxyState> {
  if (client === null) return 'not-configured'
  try {
    // The client's own page type takes any JSON for an empty list, so the answer itself is looked at.
    const response = await client.models.list({ timeout: 4000, ...(signal && { signal }) }).asResponse()
    return modelList.safeParse(await response.json()).success ? 'ok' : 'away'
  } catch {
    // Refused, unreachable, timed out: for the user they are one thing, and the reason may quote the upstream.
    return 'away'
  }
}
