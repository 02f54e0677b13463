import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CHAT, startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'

describe('limits, as a caller meets them', { timeout: 30_000 }, () => {
  let stage: ProxyStage
  beforeAll(async () => {
    stage = await startProxyStage({ limits: { user: { requestsPerMinute: 5, tokensPerDay: 4000 }, unit: { tokensPerDay: 6000 } } })
    await vi.waitFor(async () => expect((await fetch(`${stage.url}/readyz`)).status).toBe(200), { timeout: 20_000, interval: 100 })
  }, 60_000)
  afterAll(() => stage.close())

  async function chat(subject: string, own: object = {}) {
    const authorization = `Bearer ${stage.issuer.token({ subject })}`
    const answer = await fetch(`${stage.url}/v1/chat/completions`, {
      method: 'POST',
      headers: stage.headers({ authorization }),
      body: JSON.stringify({ ...CHAT, ...own }),
    })
    const body = (await answer.json()) as { readonly error?: { readonly code: string } }
    return { status: answer.status, code: body.error?.code, retryAfter: Number(answer.headers.get('retry-after')) }
  }

  it('lets so many through in a minute, says when to come again, and sends nothing on', async () => {
    // Not at the very end of a minute: the five must be in the same one as the sixth.
    const left = 60_000 - (Date.now() % 60_000)
    if (left < 8000) await new Promise((resolve) => setTimeout(resolve, left + 50))
    for (let i = 0; i < 5; i += 1) expect((await chat('busy', { max_tokens: 10 })).status).toBe(200)
    const before = stage.upstream.seen.length
    const refused = await chat('busy', { max_tokens: 10 })
    expect(refused).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(refused.retryAfter).toBeGreaterThanOrEqual(1)
    expect(refused.retryAfter).toBeLessThanOrEqual(60)
    expect(stage.upstream.seen).toHaveLength(before)
    expect((await chat('calm', { max_tokens: 10 })).status).toBe(200)
  })

  it('charges what the model said it used, and not what was promised', async () => {
    // Each promises about 1,000 tokens and uses a handful: four thousand would not be enough for five at their word.
    for (let i = 0; i < 4; i += 1) expect((await chat(`thrifty-${i % 2}`)).status).toBe(200)
    await stage.proxy.parts.limits.close()
    const [row] = await stage.proxy.parts.store.query<{ taken: string | number }>(
      `SELECT taken FROM limit_meter WHERE meter = 'tokens' AND scope = 'unit north'`,
    )
    expect(Number(row?.taken)).toBeGreaterThan(0)
    expect(Number(row?.taken)).toBeLessThan(1000)
  })
})
