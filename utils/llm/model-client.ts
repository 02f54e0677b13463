import OpenAI from 'openai'

/** Gives a fresh access token for the proxy; the client never keeps one. */
export type TokenProvider = () => Promise<string>

/**
 * The only door to the model: the OpenAI wire format, spoken with the organisation's proxy and nobody else. There is no
 * vendor key here; the proxy holds it.
 */
export function createModelClient(options: {
  readonly base: string
  readonly token: TokenProvider
  readonly fetch?: typeof fetch
}): OpenAI {
  return new OpenAI({
    baseURL: `${options.base}/v1`,
    apiKey: options.token,
    // The guard warns of vendor keys in web pages. This runs in an extension's worker and holds none.
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    timeout: 60_000,
    ...(options.fetch && { fetch: options.fetch }),
  })
}
