import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBadUpstream, type BadUpstream } from '../support/bad-upstream.ts'
import { loneUpstreams } from '../support/lone-upstreams.ts'
import { errorAnswer, transcriptionAnswer } from '../support/upstream-answers.ts'
import { rawUpstreamSettings } from '../support/upstream-settings.ts'

const GUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const KEY_VARIABLE = 'SAGSHJAELP_TEST_AZURE_KEY'

describe('Azure OpenAI', () => {
  let upstream: BadUpstream
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-azure-'))
  const tokenFile = join(folder, 'token')
  let entra: Server
  let exchanges: URLSearchParams[] = []
  let answerOf: (count: number) => { readonly status?: number; readonly body: unknown }
  let now = 0

  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    let text = ''
    for await (const piece of request) text += String(piece)
    exchanges.push(new URLSearchParams(text))
    const { status = 200, body } = answerOf(exchanges.length)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  beforeAll(async () => {
    process.env[KEY_VARIABLE] = 'noegle-til-proeven'
    upstream = await startBadUpstream()
    entra = createServer((request, response) => void exchange(request, response))
    await new Promise<void>((resolve) => {
      entra.listen(0, '127.0.0.1', resolve)
    })
  })
  beforeEach(() => {
    writeFileSync(tokenFile, 'signed-by-the-cluster\n')
    upstream.reset()
    exchanges = []
    now = Date.now()
    answerOf = (count) => ({ body: { access_token: `token-${count}`, expires_in: 3600 } })
  })
  afterAll(async () => {
    await upstream.close()
    entra.close()
    rmSync(folder, { recursive: true })
  })

  const settings = (credential: unknown) => ({
    ...rawUpstreamSettings([upstream], {
      upstream: { kind: 'azure', address: upstream.azureAddress, region: 'swedencentral', credential },
      place: { model: 'gpt-sag', answersAs: ['gpt-4.1-2025-04-14'], processing: 'regional' },
    }),
  })
  const withKey = () => loneUpstreams(settings({ type: 'key', secret: { env: KEY_VARIABLE } }))
  const withIdentity = () => {
    const authority = `http://127.0.0.1:${(entra.address() as AddressInfo).port}`
    return loneUpstreams(settings({ type: 'workload-identity', tenant: GUID, clientId: GUID, tokenFile, authority }), { now: () => now })
  }
  let close = async () => {}
  const use = (lone: ReturnType<typeof loneUpstreams>) => {
    close = () => lone.upstreams.close()
    return lone
  }
  afterEach(() => close())

  it('asks the deployment, with the version and the key', async () => {
    const { ask } = use(withKey())
    await ask({ body: { messages: [], max_tokens: 5000, store: false, model: 'an-other' } })
    const [seen] = upstream.seen
    expect(seen).toMatchObject({ method: 'POST', path: '/openai/deployments/gpt-sag/chat/completions?api-version=2024-10-21' })
    expect(seen?.headers['api-key']).toBe('noegle-til-proeven')
    expect(seen?.headers.authorization).toBeUndefined()
    expect(JSON.parse(seen?.body ?? '')).toEqual({ messages: [], model: 'gpt-sag', max_completion_tokens: 1000, store: false })
  })

  it('sends embeddings and sound to their own paths', async () => {
    const { ask } = use(withKey())
    await ask({ kind: 'embeddings', body: { input: 'hej' } })
    const form = new FormData()
    form.set('file', new File(['lyd'], 'lyd.webm'))
    form.set('model', 'an-other')
    upstream.next(transcriptionAnswer('hej'))
    expect((await ask({ kind: 'transcription', body: form })).text).toBe('{"text":"hej"}')
    expect(upstream.seen.map(({ path }) => path.split('?')[0])).toEqual([
      '/openai/deployments/gpt-sag/embeddings',
      '/openai/deployments/gpt-sag/audio/transcriptions',
    ])
    expect(upstream.seen[1]?.body).not.toContain('an-other')
  })

  it('stops when another region answers', async () => {
    const { ask, logged } = use(withKey())
    upstream.always({ headers: { 'content-type': 'application/json', 'x-ms-region': 'East US' }, body: ['{}'] })
    expect((await ask()).answer).toMatchObject({ ok: false, code: 'upstream-failed' })
    expect(logged).toContainEqual({ event: 'upstream-stopped', upstream: 'lokal-1', model: 'sag-chat', code: 'wrong-region' })
    await ask()
    expect(upstream.seen).toHaveLength(1)
  })

  it('exchanges the cluster’s statement for a token, once for all who wait and until it is old', async () => {
    const { ask } = use(withIdentity())
    await Promise.all(Array.from({ length: 10 }, () => ask()))
    expect(exchanges).toHaveLength(1)
    expect(Object.fromEntries(exchanges[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: GUID,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'signed-by-the-cluster',
      scope: 'https://cognitiveservices.azure.com/.default',
    })
    expect(new Set(upstream.seen.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer token-1']))
    now += 3_500_000
    writeFileSync(tokenFile, 'signed-anew')
    await ask()
    expect(exchanges[1]?.get('client_assertion')).toBe('signed-anew')
    expect(upstream.seen.at(-1)?.headers.authorization).toBe('Bearer token-2')
  })

  it('asks for a new token when the old one is refused, once', async () => {
    const { ask } = use(withIdentity())
    upstream.next(errorAnswer(401, { message: 'udløbet' }))
    expect((await ask()).answer.ok).toBe(true)
    expect(exchanges).toHaveLength(2)
    upstream.always(errorAnswer(401, { message: 'nej' }))
    expect((await ask()).answer).toMatchObject({ ok: false, code: 'upstream-failed' })
    expect(upstream.seen).toHaveLength(4)
  })

  it('goes on with a token that is still good when no new one can be had', async () => {
    const { ask } = use(withIdentity())
    await ask()
    now += 3_550_000
    answerOf = () => ({ status: 503, body: {} })
    expect((await ask()).answer.ok).toBe(true)
    now += 100_000
    expect((await ask()).answer).toMatchObject({ ok: false, code: 'no-upstream' })
  })

  it('sends nothing when the token is not to be had', async () => {
    const { ask } = use(withIdentity())
    answerOf = () => ({ status: 400, body: { error: 'invalid_client' } })
    expect((await ask()).answer).toMatchObject({ ok: false, code: 'no-upstream' })
    rmSync(tokenFile)
    now += 10_000
    expect((await ask()).answer).toMatchObject({ ok: false, code: 'no-upstream' })
    expect(upstream.seen).toHaveLength(0)
  })
})
