import { Agent, request } from 'undici'

/** Larger than any issuer's key set; what is longer is not one. */
const MAX_BYTES = 512 * 1024

export interface JsonSource {
  /** @throws Error when the answer is not 200, not JSON, too large or too slow. */
  get(url: string): Promise<unknown>
  close(): Promise<void>
}

/**
 * Its own connections: no redirect is followed, and no proxy variable of the environment is obeyed. Whoever could
 * answer in the issuer's place would decide who is signed in.
 */
export function createJsonSource(timeoutMs: number): JsonSource {
  const dispatcher = new Agent({ connections: 2, keepAliveTimeout: 4_000 })
  return {
    async get(url) {
      const signal = AbortSignal.timeout(timeoutMs)
      const answer = await request(url, { dispatcher, signal, headers: { accept: 'application/json' } })
      if (answer.statusCode !== 200) {
        await answer.body.dump()
        throw new Error('unexpected-status')
      }
      return JSON.parse(await textOf(answer.body)) as unknown
    },
    close: () => dispatcher.destroy(),
  }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body) {
    bytes += part.byteLength
    if (bytes > MAX_BYTES) throw new Error('too-large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
