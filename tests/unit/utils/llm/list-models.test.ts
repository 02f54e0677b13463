import { describe, expect, it, vi } from 'vitest'
import { listModels } from '#utils/llm/list-models.ts'
import { errorBody, PROXY_ERRORS } from '#proxy/contract/error-code.ts'

const answering = (respond: () => Promise<Response>) => {
  const seen = vi.fn<typeof fetch>(async () => respond())
  return { seen, access: { base: 'https://proxy.kommune.dk/fasit', token: 'T1', fetch: seen } }
}

describe('the list of models', () => {
  it('asks the proxy alone, with the token it was given, and takes those that write text', async () => {
    const list = { object: 'list', data: [{ id: 'e', kind: 'embeddings' }, { id: 'm', kind: 'chat' }, { id: 'n' }] }
    const { seen, access } = answering(async () => Response.json(list))
    expect(await listModels(access)).toEqual(['m', 'n'])
    const [url, init] = seen.mock.calls[0] ?? []
    expect(typeof url === 'string' ? url : null).toBe('https://proxy.kommune.dk/fasit/v1/models')
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer T1')
    expect(init?.redirect).toBe('error')
    expect(seen).toHaveBeenCalledOnce()
  })

  it.each([
    ['the proxy refuses the token', 'not-signed-in', 'sign-in-needed'],
    ['the user has no role', 'not-allowed', 'not-allowed'],
    ['the municipality has switched it off', 'switched-off', 'model-off'],
    ['the proxy is starting', 'not-ready', 'proxy-away'],
  ] as const)('says it in the user’s words when %s', async (_when, code, expected) => {
    const { access } = answering(async () => Response.json(errorBody(code), { status: PROXY_ERRORS[code].status }))
    await expect(listModels(access)).rejects.toMatchObject({ code: expected })
  })

  it.each([
    ['nobody is there', async () => Promise.reject(new TypeError('fetch failed'))],
    ['something else answers', async () => Response.json({ hello: 'world' })],
    ['a gateway answers with a page', async () => new Response('<html>', { status: 502 })],
    ['it answers no JSON', async () => new Response('<html>')],
    ['somebody makes up a code', async () => Response.json({ error: { code: 'all-is-well' } }, { status: 400 })],
  ])('is away when %s', async (_how, respond) => {
    await expect(listModels(answering(respond).access)).rejects.toMatchObject({ code: 'proxy-away' })
  })
})
