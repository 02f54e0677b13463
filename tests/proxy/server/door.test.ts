import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorBody, PROXY_ERRORS, type ProxyErrorCode } from '#proxy/contract/error-code.ts'
import { createApp } from '#proxy/server/app.ts'
import { call, CHAT, startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'

let stage: ProxyStage
beforeAll(async () => {
  stage = await startProxyStage({ server: { bodyBytes: 16_384 } })
}, 30_000)
afterAll(() => stage.close())

const chat = (options: { readonly headers?: Record<string, string>; readonly body?: string | Buffer } = {}) =>
  call(`${stage.url}/v1/chat/completions`, { headers: stage.headers(), body: JSON.stringify(CHAT), ...options })

async function expectCode(answer: ReturnType<typeof call>, code: ProxyErrorCode) {
  const { text, status } = await answer
  expect(JSON.parse(text)).toEqual(errorBody(code))
  expect(status).toBe(PROXY_ERRORS[code].status)
}

describe('the door', () => {
  it('lets a signed-in call through and answers as the OpenAI client expects', async () => {
    const { status, text, headers } = await chat()
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ object: 'chat.completion', choices: [{ finish_reason: 'stop' }] })
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('says what a browser may not do with any answer, refusals too', async () => {
    for (const { headers } of [await chat(), await chat({ headers: {} })]) {
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(Number(/max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1])).toBeGreaterThan(31_536_000)
      expect(headers['x-request-id']).toMatch(/^[a-z]{12}-[a-z]{8}$/)
      expect(headers['server']).toBeUndefined()
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })

  it('gives no id of a request that somebody sent', async () => {
    const { headers } = await chat({ headers: stage.headers({ 'x-request-id': 'mine', 'request-id': 'mine' }) })
    expect(headers['x-request-id']).not.toContain('mine')
  })

  it('refuses those who are not signed in before their body is read', async () => {
    await expectCode(chat({ headers: { 'content-type': 'application/json' } }), 'not-signed-in')
    await expectCode(chat({ headers: { authorization: 'Bearer a.b.c', 'content-type': 'application/json' } }), 'not-signed-in')
    await expectCode(call(`${stage.url}/v1/nothing-here`, { method: 'GET' }), 'not-signed-in')
  })

  it('tells an address that does not exist from a call that it does not take', async () => {
    await expectCode(call(`${stage.url}/v1/nothing-here`, { method: 'GET', headers: stage.headers() }), 'not-found')
    await expectCode(call(`${stage.url}/v1/chat/completions`, { method: 'GET', headers: stage.headers() }), 'method-not-allowed')
    await expectCode(
      call(`${stage.url}/v1/models/x`, { method: 'DELETE', headers: { authorization: stage.headers()['authorization'] } }),
      'method-not-allowed',
    )
  })

  it.each<[string, Record<string, string>, string | Buffer, ProxyErrorCode]>([
    ['a form that any page may send', { 'content-type': 'text/plain' }, JSON.stringify(CHAT), 'wrong-content-type'],
    ['a form with fields', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 'wrong-content-type'],
    ['JSON in another alphabet', { 'content-type': 'application/json; charset=utf-16' }, JSON.stringify(CHAT), 'wrong-content-type'],
    ['a packed body', { 'content-encoding': 'gzip' }, JSON.stringify(CHAT), 'wrong-content-type'],
    ['half JSON', {}, '{"model":', 'invalid-request'],
    ['no body', {}, '', 'invalid-request'],
    ['a body that is not UTF-8', {}, Buffer.from([0x22, 0xff, 0x22]), 'invalid-request'],
    ['a poisoned prototype', {}, '{"__proto__":{"model":"x"}}', 'invalid-request'],
    ['a body that is too large', {}, JSON.stringify({ ...CHAT, stop: 'x'.repeat(20_000) }), 'body-too-large'],
    ['a field it does not know', {}, JSON.stringify({ ...CHAT, user: 'somebody' }), 'invalid-request'],
    ['tools', {}, JSON.stringify({ ...CHAT, tools: [] }), 'invalid-request'],
    ['several answers', {}, JSON.stringify({ ...CHAT, n: 2 }), 'invalid-request'],
    ['a stored answer', {}, JSON.stringify({ ...CHAT, store: true }), 'invalid-request'],
    [
      'a picture',
      {},
      JSON.stringify({ ...CHAT, messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] }] }),
      'invalid-request',
    ],
    ['a model that is not open', {}, JSON.stringify({ ...CHAT, model: 'gpt-5' }), 'model-not-allowed'],
    ['a model of another kind', {}, JSON.stringify({ ...CHAT, model: 'sag-embeddings' }), 'model-not-allowed'],
    ['a purpose that is not on the list', { 'x-sagshjaelp-purpose': 'anything-else' }, JSON.stringify(CHAT), 'invalid-request'],
    ['a case that is no hash', { 'x-sagshjaelp-case': '140752-7123' }, JSON.stringify(CHAT), 'invalid-request'],
    ['a use that is no id', { 'x-sagshjaelp-use': 'text' }, JSON.stringify(CHAT), 'invalid-request'],
  ])('refuses %s, and sends nothing on', async (_what, more, body, code) => {
    stage.upstream.reset()
    await expectCode(chat({ headers: stage.headers(more), body }), code)
    expect(stage.upstream.seen).toHaveLength(0)
  })

  it('forces what the answer may cost and be, and forwards no header of the caller', async () => {
    stage.upstream.reset()
    await chat({
      headers: stage.headers({ 'x-forwarded-for': '10.0.0.1', cookie: 'a=b' }),
      body: JSON.stringify({ ...CHAT, max_tokens: 900_000 }),
    })
    const [seen] = stage.upstream.seen
    expect(JSON.parse(seen?.body ?? '')).toMatchObject({ max_tokens: 1000, n: 1, stream: false })
    expect(seen?.headers).not.toHaveProperty('authorization')
    expect(seen?.headers).not.toHaveProperty('cookie')
    expect(seen?.headers).not.toHaveProperty('x-forwarded-for')
  })

  it('lets in the browsers of its own extension only', async () => {
    const ours = stage.issuer.config.extensionOrigins?.[0] ?? ''
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, x-stainless-os, x-evil' }
    const preflight = await call(`${stage.url}/v1/chat/completions`, { method: 'OPTIONS', headers: { origin: ours, ...asked } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe(ours)
    expect(preflight.headers['access-control-allow-headers']).toBe('authorization, x-stainless-os')
    const good = await chat({ headers: stage.headers({ origin: ours }) })
    expect([good.status, good.headers['access-control-allow-origin']]).toEqual([200, ours])
    for (const origin of ['https://evil.example', 'null', `chrome-extension://${'a'.repeat(32)}`]) {
      const foreign = await chat({ headers: stage.headers({ origin }) })
      expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([403, undefined])
      const before = await call(`${stage.url}/v1/models`, { method: 'OPTIONS', headers: { origin, ...asked } })
      expect(before.headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('does not start with a route that does not say who may use it', async () => {
    await expect(createApp(stage.proxy.parts, [(app) => app.get('/open', () => 'x')])).rejects.toThrow('does not say who may use it')
    const nobody = createApp(stage.proxy.parts, [(app) => app.get('/open', { config: { access: [] } }, () => 'x')])
    await expect(nobody).rejects.toThrow('does not say who may use it')
  })

  it('keeps each role to its routes', async () => {
    const as = (roles: readonly ('caseworker' | 'supervisor' | 'administrator')[]) => ({
      authorization: `Bearer ${stage.issuer.token({ roles })}`,
    })
    await expectCode(call(`${stage.url}/metrics`, { method: 'GET', headers: as(['caseworker', 'supervisor']) }), 'not-allowed')
    const metrics = await call(`${stage.url}/metrics`, { method: 'GET', headers: as(['administrator']) })
    expect(metrics.text).toContain('sagshjaelp_requests_total{route="/v1/chat/completions",status="200"}')
    expect(metrics.headers['content-type']).toContain('text/plain')
  })
})
