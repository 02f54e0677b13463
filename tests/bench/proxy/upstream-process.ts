/** A model server that costs next to nothing: plain answers at once, streams of 24 events, one every `EVERY_MS`. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const EVENTS = 24
const EVERY_MS = 25
const MODEL = 'proevemodel-1'
const base = { id: 'bench-1', created: 1, model: MODEL }
const TEXT = 'Indkald borgeren til samtale. '.repeat(20)
const PLAIN = JSON.stringify({
  ...base,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: TEXT }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 40, completion_tokens: 160, total_tokens: 200 },
})
const event = (delta: object, finish: string | null) =>
  `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
const PIECE = event({ content: 'Indkald borgeren. ' }, null)
const LAST = `${event({}, 'stop')}data: [DONE]\n\n`

function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  let sent = 0
  const timer = setInterval(() => {
    sent += 1
    if (sent <= EVENTS) response.write(PIECE)
    else {
      clearInterval(timer)
      response.end(LAST)
    }
  }, EVERY_MS)
  response.once('close', () => clearInterval(timer))
}

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (piece: string) => {
    body += piece
  })
  request.once('end', () => {
    if (body.includes('"stream":true')) stream(response)
    else response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(PLAIN) }).end(PLAIN)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`))
