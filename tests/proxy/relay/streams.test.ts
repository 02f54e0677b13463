import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import OpenAI from 'openai'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { call, CHAT, CHAT_STREAM, startProxyStage, until, type Heard, type ProxyStage } from '../support/proxy-stage.ts'
import { azureEvents, chatAnswer, chatEvents, chatStream, DONE, SSE } from '../support/upstream-answers.ts'

let stage: ProxyStage
beforeAll(async () => {
  stage = await startProxyStage({
    server: { upstreamIdleSeconds: 1, clientStallSeconds: 1, callSeconds: 3, answerBytes: 65_536 * 40, eventBytes: 65_536 },
  })
}, 30_000)
afterEach(() => stage.upstream.reset())
afterAll(() => stage.close())

const TEXTS = ['Borgeren ', 'har ', 'ret ', 'til ', 'en ', 'samtale.']
const ask = (body: object = CHAT_STREAM): Promise<Heard> =>
  call(`${stage.url}/v1/chat/completions`, { headers: stage.headers(), body: JSON.stringify(body) })

/** How an answer looks to a client: whole, marked as broken, or torn. */
function looks({ status, text, isComplete }: Heard): 'whole' | 'error' | 'torn' {
  if (status !== 200 || /^data: \{"error":/m.test(text)) return 'error'
  return isComplete && text.endsWith('data: [DONE]\n\n') && text.includes('"finish_reason":"stop"') ? 'whole' : 'torn'
}

describe('a stream', () => {
  it('comes through whole, with its reason and its end', async () => {
    stage.upstream.always(chatStream(TEXTS))
    const heard = await ask()
    expect(looks(heard)).toBe('whole')
    expect(heard.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(heard.headers['cache-control']).toBe('no-store')
    for (const text of TEXTS) expect(heard.text).toContain(text.trim())
    expect(heard.text).not.toContain('prompt_tokens')
    expect((await ask({ ...CHAT_STREAM, stream_options: { include_usage: true } })).text).toContain('prompt_tokens')
  })

  it('reaches the stock client', async () => {
    stage.upstream.always({ headers: SSE, body: [...azureEvents(TEXTS), DONE] })
    const client = new OpenAI({ baseURL: `${stage.url}/v1`, apiKey: stage.issuer.token(), maxRetries: 0 })
    let text = ''
    for await (const event of await client.chat.completions.create({
      ...CHAT_STREAM,
      stream: true,
      messages: [{ role: 'user', content: 'x' }],
    }))
      text += event.choices[0]?.delta?.content ?? ''
    expect(text).toBe(TEXTS.join(''))
  })

  it.each([
    [
      'the byte order mark and CRLF',
      { headers: SSE, body: ['\uFEFF', ...[...chatEvents(TEXTS), DONE].map((event) => event.replaceAll('\n', '\r\n'))] },
    ],
    ['one byte at a time', { ...chatStream(TEXTS.slice(0, 2)), pieceBytes: 1 }],
    ['comments in between', { headers: SSE, body: [': ping\n\n', ...chatEvents(TEXTS), ': ping\n\n', DONE] }],
    ['the end twice', { headers: SSE, body: [...chatEvents(TEXTS), DONE, DONE] }],
    ['chatter after the end', { headers: SSE, body: [...chatEvents(TEXTS), DONE, ...chatEvents(['mere'])] }],
    ['a connection that hangs after the end', { headers: SSE, body: [...chatEvents(TEXTS), DONE], ending: 'hang' as const }],
    ['a connection torn after the end', { headers: SSE, body: [...chatEvents(TEXTS), DONE], ending: 'rst' as const }],
  ])('is whole with %s', async (_what, behaviour) => {
    stage.upstream.always(behaviour)
    const heard = await ask()
    expect(looks(heard)).toBe('whole')
    expect(heard.text.match(/\[DONE\]/g)).toHaveLength(1)
    expect(heard.text).not.toContain('mere')
  })

  it.each([
    ['ends without a reason', { headers: SSE, body: [...chatEvents(TEXTS, { finish: null }), DONE] }],
    ['ends without its end', { headers: SSE, body: chatEvents(TEXTS) }],
    ['ends where the connection does', { headers: SSE, body: chatEvents(TEXTS), framing: 'close' as const }],
    ['is cut', { ...chatStream(TEXTS), cutAt: 400, ending: 'fin' as const }],
    ['is torn', { ...chatStream(TEXTS), cutAt: 700, ending: 'rst' as const }],
    ['goes silent', { ...chatStream(TEXTS), cutAt: 700, ending: 'hang' as const }],
    ['is garbage', { headers: SSE, body: ['data: hej\n\n', DONE] }],
    [
      'is not UTF-8',
      { headers: SSE, body: [chatEvents(TEXTS)[0] ?? '', new Uint8Array([0x64, 0x61, 0x74, 0x61, 0x3a, 0xff, 0x0a, 0x0a]), DONE] },
    ],
    ['holds an error', { headers: SSE, body: [...chatEvents(TEXTS).slice(0, 3), 'data: {"error":{"message":"hemmeligt"}}\n\n', DONE] }],
    ['has a line without end', { headers: SSE, body: chatEvents(TEXTS).slice(0, 2), endless: 'a'.repeat(1000) }],
    ['never stops', { headers: SSE, endless: chatEvents(['igen '.repeat(400)])[1] ?? '' }],
    ['is empty', { headers: SSE, body: [] }],
  ])('that %s ends as an error and never looks whole', async (_what, behaviour) => {
    stage.upstream.always(behaviour)
    const heard = await ask()
    expect(looks(heard)).toBe('error')
    expect(heard.text).not.toContain('[DONE]')
    expect(heard.text).not.toContain('"finish_reason":"stop"')
    expect(heard.text).not.toContain('hemmeligt')
    await until(() => stage.proxy.app.calls.count === 0)
  })

  it('closes the upstream within 200 ms after the client has left', async () => {
    stage.upstream.always({ headers: SSE, body: chatEvents(TEXTS).slice(0, 2), ending: 'hang' })
    for (let round = 0; round < 5; round += 1) {
      const { answer, sent } = await open()
      answer.once('data', () => sent.destroy())
      await until(() => sent.destroyed)
      const seen = stage.upstream.seen.at(-1)
      expect(await until(() => seen?.closedAt !== null)).toBeLessThan(200)
    }
    await until(() => stage.proxy.app.calls.count === 0)
  })

  it('closes the upstream when the client leaves before there is an answer', async () => {
    stage.upstream.always({ ...chatAnswer('sent'), waitBeforeHeadMs: 2000 })
    const sent = send(CHAT)
    sent.on('error', () => undefined)
    await until(() => stage.upstream.seen.length === 1)
    sent.destroy()
    expect(await until(() => stage.upstream.seen[0]?.closedAt !== null)).toBeLessThan(200)
  })

  it('stops reading while the client does not, and lets go of a client that never does', async () => {
    stage.upstream.always({ headers: SSE, endless: chatEvents(['x'.repeat(8000)])[1] ?? '' })
    const { answer } = await open()
    answer.pause()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const early = stage.upstream.seen[0]?.sent ?? 0
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((stage.upstream.seen[0]?.sent ?? 0) - early).toBeLessThan(300_000)
    await until(() => stage.upstream.seen[0]?.closedAt !== null, 3000)
    answer.destroy()
  })

  it('ends at the deadline, however lively it is', async () => {
    stage.upstream.always({ headers: SSE, body: [...chatEvents(Array.from({ length: 80 }, () => 'lidt '))], waitBetweenMs: 100 })
    const heard = await ask()
    expect(heard.text).toContain('upstream-timeout')
    expect(looks(heard)).toBe('error')
  })
})

describe('a stream from another model than the one agreed on', () => {
  it('shows nothing, and is not asked again', async () => {
    // The place stays stopped until the next start, so this has a proxy of its own.
    const own = await startProxyStage()
    own.upstream.always(chatStream(TEXTS, { model: 'en-anden-9' }))
    const again = () => call(`${own.url}/v1/chat/completions`, { headers: own.headers(), body: JSON.stringify(CHAT_STREAM) })
    const answers = [await again(), await again()]
    expect(answers.map(({ status }) => status)).toEqual([502, 503])
    for (const { text } of answers) expect(text).not.toContain('Borgeren')
    expect(own.upstream.seen).toHaveLength(1)
    await own.close()
  })
})

describe('an answer in one piece', () => {
  it.each([
    ['is cut', { ...chatAnswer('Et svar'), cutAt: 60, ending: 'fin' as const }],
    ['has no length and is cut', { ...chatAnswer('Et svar'), cutAt: 60, ending: 'fin' as const, framing: 'close' as const }],
    ['is torn', { ...chatAnswer('Et svar'), cutAt: 60, ending: 'rst' as const }],
    ['goes silent', { ...chatAnswer('Et svar'), cutAt: 60, ending: 'hang' as const }],
    ['did not end', chatAnswer('Et svar', { finish: null })],
    ['never stops', { headers: { 'content-type': 'application/json' }, body: ['{"a":"'], endless: 'a'.repeat(60_000) }],
    ['is an error of the upstream', { status: 500, body: ['hemmeligt'] }],
  ])('that %s is an error', async (_what, behaviour) => {
    stage.upstream.always(behaviour)
    const { status, text } = await ask(CHAT)
    expect(status).toBeGreaterThanOrEqual(500)
    expect(text).not.toContain('hemmeligt')
    expect(text).not.toContain('Et svar')
  })
})

function send(body: object): ClientRequest {
  const sent = httpRequest(`${stage.url}/v1/chat/completions`, { method: 'POST', headers: stage.headers(), agent: false })
  sent.end(JSON.stringify(body))
  return sent
}

function open(): Promise<{ readonly answer: IncomingMessage; readonly sent: ClientRequest }> {
  return new Promise((resolve, reject) => {
    const sent = send(CHAT_STREAM)
    sent.once('error', reject)
    sent.once('response', (answer: IncomingMessage) => {
      answer.on('error', () => undefined)
      sent.off('error', reject).on('error', () => undefined)
      resolve({ answer, sent })
    })
  })
}
