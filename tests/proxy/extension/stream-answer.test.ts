import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CaseAnswers } from '#utils/case-session/case-answers.ts'
import { asId, type CaseToken } from '#utils/domain/ids.ts'
import type { ModelAsk } from '#utils/assistant/model-ask.ts'
import type { ModelAccess } from '#utils/llm/model-client.ts'
import { streamAnswer } from '#utils/llm/stream-answer.ts'
import { startBadUpstream, type BadUpstream, type Behaviour } from '../support/bad-upstream.ts'
import { startIssuer, type Issuer } from '../support/issuer.ts'
import { startProxy, type ProxyProcess } from '../support/start-proxy.ts'
import { azureEvents, chatEvents, chatStream, DONE, SSE } from '../support/upstream-answers.ts'
import { rawUpstreamSettings } from '../support/upstream-settings.ts'

// The extension's model client through a real proxy to a model server that can misbehave.

const PERSON = 'sagsbehandler.jobcenter-nord'
const WORDS = ['Borgeren ', 'skal ', 'have ', 'en ', 'samtale.']
const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-stream-'))
/** So many bad answers in a row would rightly be held back; here they are the point. */
const FREE = { user: { requestsPerMinute: 100_000, callsAtOnce: 100 } }
let issuer: Issuer
let upstream: BadUpstream
let proxy: ProxyProcess
let token = ''

beforeAll(async () => {
  ;[issuer, upstream] = await Promise.all([startIssuer(), startBadUpstream()])
  proxy = await startProxy({
    config: {
      auth: issuer.config,
      store: { kind: 'pglite', folder },
      upstream: rawUpstreamSettings([upstream], { more: { circuit: { failures: 1_000_000 } } }),
      limits: FREE,
    },
    mostMs: 110_000,
  })
  token = (await issuer.signIn(PERSON)).access_token
}, 120_000)
afterAll(async () => {
  await proxy.close()
  await Promise.all([issuer.close(), upstream.close()])
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => upstream.reset())

const ask = (change: Partial<ModelAsk> = {}): ModelAsk => ({
  useId: randomUUID(),
  feature: 'answer',
  purpose: 'case-work',
  caseId: null,
  model: null,
  messages: [{ role: 'user', content: 'Hvad er det næste skridt?' }],
  maxTokens: 200,
  ...change,
})

interface Heard {
  readonly texts: string[]
  readonly controller: AbortController
}

const listen = (): Heard => ({ texts: [], controller: new AbortController() })

async function run({ texts, controller }: Heard, change: Partial<ModelAsk> = {}, access: ModelAccess = { base: proxy.url, token }) {
  return streamAnswer(access, {
    ask: ask(change),
    caseHash: 'ab'.repeat(32),
    signal: controller.signal,
    onText: (text) => texts.push(text),
  })
}

describe('an answer', () => {
  it('is whole when the model said so and the proxy put it on record', async () => {
    upstream.always(chatStream(WORDS))
    const heard = listen()
    expect(await run(heard)).toEqual({ state: 'done', model: 'proevemodel-1' })
    expect(heard.texts.join('')).toBe(WORDS.join(''))
    expect(JSON.parse(upstream.seen[0]?.body ?? '{}')).toMatchObject({ max_tokens: 200, stream: true })
  })

  it('is whole from Azure too, with its filter’s frames in between', async () => {
    upstream.always({ headers: SSE, body: [...azureEvents(WORDS), DONE] })
    const heard = listen()
    expect(await run(heard)).toMatchObject({ state: 'done' })
    expect(heard.texts.join('')).toBe(WORDS.join(''))
  })

  const events = chatEvents(WORDS)
  const bytes = Buffer.byteLength(events.join('') + DONE)
  it.each([
    ['cut with FIN', 'fin'],
    ['torn with RST', 'rst'],
  ] as const)(
    'that is %s on the way is never whole',
    async (_how, ending) => {
      for (let cutAt = 1; cutAt < bytes; cutAt += 53) {
        upstream.always({ headers: SSE, body: [...events, DONE], ending, cutAt, framing: 'close' })
        const end = await run(listen())
        expect(end, `cut at ${cutAt}`).toMatchObject({ state: 'error' })
      }
    },
    60_000,
  )

  it.each([
    ['ends early', (to: ReadableStreamDefaultController) => to.close()],
    ['breaks', (to: ReadableStreamDefaultController) => to.error(new TypeError('terminated'))],
  ] as const)('whose connection to the proxy %s is incomplete at every byte', async (_how, finish) => {
    upstream.always(chatStream(WORDS))
    let size = 0
    const measured = async (...call: Parameters<typeof fetch>) => {
      const answer = await fetch(...call)
      const whole = Buffer.from(await answer.arrayBuffer())
      size = whole.length
      return new Response(whole, { status: answer.status, headers: answer.headers })
    }
    const model = 'sag-chat'
    expect(await run(listen(), { model }, { base: proxy.url, token, fetch: measured })).toMatchObject({ state: 'done' })
    for (let cutAt = 0; cutAt < size - 2; cutAt += 41) {
      const cut = async (...call: Parameters<typeof fetch>) => {
        const answer = await measured(...call)
        const part = new Uint8Array(await answer.arrayBuffer()).slice(0, cutAt)
        const body = new ReadableStream({
          start: (to) => {
            to.enqueue(part)
            finish(to)
          },
        })
        return new Response(body, { status: answer.status, headers: answer.headers })
      }
      const end = await run(listen(), { model }, { base: proxy.url, token, fetch: cut })
      expect(end, `cut at ${cutAt}`).toEqual({ state: 'error', code: 'answer-incomplete', withdrawn: false })
    }
  })

  it.each<readonly [string, Behaviour, object]>([
    ['stopped at its longest', chatStream(WORDS, { finish: 'length' }), { code: 'answer-too-long', withdrawn: false }],
    ['withdrawn by the filter', chatStream(WORDS, { finish: 'content_filter' }), { code: 'content-filtered', withdrawn: true }],
    ['without a reason why it ended', { headers: SSE, body: [...chatEvents(WORDS, { finish: null }), DONE] }, { withdrawn: false }],
    ['garbage in the middle', { headers: SSE, body: [...events.slice(0, 3), 'data: {"choices": [{\n\n', ...events.slice(3), DONE] }, {}],
    [
      'an error in the middle',
      { headers: SSE, body: [...events.slice(0, 3), 'data: {"error":{"message":"secret"}}\n\n'] },
      { code: 'model-away' },
    ],
    ['a model server that fails', { status: 500, body: ['secret'] }, { code: 'model-away' }],
  ])('with %s is an error', async (_what, behaviour, expected) => {
    upstream.always(behaviour)
    const end = await run(listen())
    expect(end).toMatchObject({ state: 'error', ...expected })
    expect(JSON.stringify(end)).not.toContain('secret')
  })

  it.each<readonly [string, Partial<ModelAsk>, string]>([
    ['a CPR number', { messages: [{ role: 'user', content: 'Om 140752-7123' }] }, 'cpr-in-prompt'],
    ['a model that is not allowed', { model: 'another' }, 'model-refused'],
    ['too much text', { messages: [{ role: 'user', content: 'x'.repeat(1_200_000) }] }, 'text-too-long'],
  ])('to a question with %s does not come, and why is said', async (_what, change, code) => {
    expect(await run(listen(), change)).toMatchObject({ state: 'error', code })
    expect(upstream.seen).toHaveLength(0)
  })

  it('does not come for a token that is nobody’s, nor when nobody is there', async () => {
    expect(await run(listen(), {}, { base: proxy.url, token: 'x' })).toMatchObject({ code: 'sign-in-needed' })
    expect(await run(listen(), {}, { base: 'http://127.0.0.1:9', token })).toMatchObject({ code: 'proxy-away' })
  })
})

describe('stopping', () => {
  /** An upstream that goes on for ever, and a listener that has heard some of it. */
  async function underWay(start: (onText: () => void) => void): Promise<void> {
    upstream.always({
      headers: SSE,
      body: chatEvents(['Begynder ']).slice(0, 2),
      endless: chatEvents(['mere '])[1] ?? '',
      waitBetweenMs: 10,
    })
    await new Promise<void>((resolve) => {
      start(resolve)
    })
  }

  async function upstreamLeft(since: number): Promise<number> {
    const [seen] = upstream.seen
    for (;;) {
      if (seen?.abortedAt) return seen.abortedAt - since
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  it('reaches the model server within 200 ms and leaves an aborted answer', async () => {
    const heard = listen()
    const ended: ReturnType<typeof run>[] = []
    await underWay((onText) => {
      const texts = Object.assign([] as string[], { push: () => (onText(), 0) })
      ended.push(run({ ...heard, texts }))
    })
    const stopped = Date.now()
    heard.controller.abort()
    expect(await ended[0]).toEqual({ state: 'aborted' })
    expect(await upstreamLeft(stopped)).toBeLessThanOrEqual(200)
  })

  it('happens by itself when another case is shown, and nothing of the old one is told after that', async () => {
    const [a, b] = ['case-a-token', 'case-b-token'].map((text) => asId<CaseToken>(text)) as [CaseToken, CaseToken]
    const answers = new CaseAnswers(async (asked, listener) =>
      streamAnswer({ base: proxy.url, token }, { ask: asked, caseHash: null, ...listener }),
    )
    answers.show(a)
    let told = 0
    let running: ReturnType<CaseAnswers['ask']> | null = null
    await underWay((onText) => {
      running = answers.ask({
        token: a,
        ask: ask(),
        onText: () => {
          told += 1
          onText()
        },
      })
    })
    const switched = Date.now()
    answers.show(b)
    const then = told
    expect(await (running as ReturnType<CaseAnswers['ask']> | null)?.ended).toEqual({ state: 'aborted' })
    expect(told).toBe(then)
    expect(await upstreamLeft(switched)).toBeLessThanOrEqual(200)
    // Asked for a case that is not in front: not asked at all.
    expect(await answers.ask({ token: a, ask: ask(), onText: () => undefined }).ended).toEqual({ state: 'aborted' })
  })
})
