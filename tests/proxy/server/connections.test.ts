import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProxyStage, type ProxyStage } from '../support/proxy-stage.ts'

let stage: ProxyStage
beforeAll(async () => {
  stage = await startProxyStage({ server: { headerSeconds: 1, requestSeconds: 2, idleConnectionSeconds: 1 } })
}, 30_000)
afterAll(() => stage.close())

interface Told {
  readonly text: string
  /** How long the connection stood, in ms. */
  readonly stood: number
}

/** Writes on a connection until the proxy ends it; `trickle` again and again. */
function talk(first: string, trickle = ''): Promise<Told> {
  return new Promise((resolve) => {
    const from = performance.now()
    let text = ''
    const socket = connect({ port: stage.port, host: '127.0.0.1' }, () => socket.write(first))
    const timer = setInterval(() => trickle !== '' && !socket.destroyed && socket.write(trickle), 200)
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece
    })
    socket.on('error', () => undefined)
    socket.once('close', () => {
      clearInterval(timer)
      resolve({ text, stood: performance.now() - from })
    })
  })
}

const answers = ({ text }: Told) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
const GET = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'

describe('a connection', () => {
  it('carries one request at a time', async () => {
    expect(answers(await talk(GET + GET)).length).toBeLessThanOrEqual(1)
  })

  it('carries the next request when the first is answered', async () => {
    const told = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect({ port: stage.port, host: '127.0.0.1' }, () => socket.write(GET))
      socket.setEncoding('latin1').on('data', (piece: string) => {
        text += piece
        if (text.match(/"ok"/g)?.length === 1) setTimeout(() => socket.write(GET), 20)
        else socket.destroy()
      })
      socket.once('close', () => resolve(text))
    })
    expect(told.match(/200 OK/g)).toHaveLength(2)
  })

  it('ends when nothing is asked on it, whatever trickles in', async () => {
    expect((await talk(GET)).stood).toBeLessThan(4000)
    expect((await talk(GET, '\r\n')).stood).toBeLessThan(4000)
    expect((await talk('\r\n', '\r\n')).stood).toBeLessThan(4000)
  })

  it('ends when the head or the body of a request does not come', async () => {
    const head = await talk('GET /healthz HTTP/1.1\r\nHost: a\r\n', 'X-A: b\r\n')
    expect([answers(head), head.stood < 4000]).toEqual([[408], true])
    const post = ['POST /v1/chat/completions HTTP/1.1', 'Host: a', `Authorization: ${stage.headers()['authorization']}`]
    const body = await talk([...post, 'Content-Type: application/json', 'Content-Length: 9999', '', '{'].join('\r\n'), ' ')
    expect([answers(body), body.stood < 5000]).toEqual([[408], true])
    expect(body.text).toContain('"code":"request-timeout"')
  })

  it.each([
    ['an expectation it does not know', 'GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: more\r\n\r\n', 400],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
    ['no HTTP', 'hej\r\n\r\n', 400],
    ['too large a head', `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 413],
  ])('ends after %s', async (_what, bytes, status) => {
    const told = await talk(bytes)
    expect(answers(told)).toEqual([status])
    expect(told.text.toLowerCase()).toContain('connection: close')
  })

  it.each([
    ['a tunnel', 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['another protocol', 'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ])('ends when %s is asked for', async (_what, bytes) => {
    expect(answers(await talk(bytes))).toEqual([])
  })
})
