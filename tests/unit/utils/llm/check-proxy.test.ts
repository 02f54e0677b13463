import { describe, expect, it, vi } from 'vitest'
import { checkProxy } from '#utils/llm/check-proxy.ts'
import { createModelClient } from '#utils/llm/model-client.ts'

const answering = (respond: () => Promise<Response>) => {
  const seen = vi.fn<typeof fetch>(async () => respond())
  return { seen, client: createModelClient({ base: 'https://proxy.kommune.dk/fasit', token: async () => 'T1', fetch: seen }) }
}

describe('the state of the proxy', () => {
  it('is ok when it lists its models; only the proxy is asked, with the token it was given', async () => {
    const { seen, client } = answering(async () => Response.json({ object: 'list', data: [{ id: 'm' }] }))
    expect(await checkProxy(client)).toBe('ok')
    const [url, init] = seen.mock.calls[0] ?? []
    expect(typeof url === 'string' ? url : null).toBe('https://proxy.kommune.dk/fasit/v1/models')
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer T1')
    expect(seen).toHaveBeenCalledOnce()
  })

  it.each([
    ['refuses', async () => new Response('nej', { status: 401 })],
    [
      'fails',
      async () => {
        throw new TypeError('fetch failed')
      },
    ],
    ['answers something else', async () => Response.json({ hello: 'world' })],
    ['answers no JSON', async () => new Response('<html>')],
  ])('is away when it %s', async (_how, respond) => expect(await checkProxy(answering(respond).client)).toBe('away'))

  it('is not configured when there is none', async () => expect(await checkProxy(null)).toBe('not-configured'))
})
