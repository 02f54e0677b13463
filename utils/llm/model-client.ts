import OpenAI from 'openai'

/** Where to ask, and as whom. */
export interface ModelAccess {
  /** The proxy's address, without a trailing slash. */
  readonly base: string
  /** An access token that lasts through the request; the client is thrown away with it. */
  readonly token: string
  readonly fetch?: typeof fetch
}

/**
 * The only door to the model: the OpenAI wire format, spoken with the organisation's proxy and nobody else. There is no
 * vendor key here; the proxy holds it.
 */
export function createModelClient({ base, token, fetch: ask }: ModelAccess): OpenAI {
  return new OpenAI({
    baseURL: `${base}/v1`,
    apiKey: token,
    // The guard warns of vendor keys in web pages. This runs in an extension's worker and holds none.
    dangerouslyAllowBrowser: true,
    // It would write pieces of an answer to the console when they cannot be read.
    logLevel: 'off',
    maxRetries: 0,
    timeout: 60_000,
    fetchOptions: { redirect: 'error', credentials: 'omit', cache: 'no-store' },
    ...(ask && { fetch: ask }),
  })
}
