/** A model server that costs little and does what the prompt says: answers, streams, fails, or streams until one leaves. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const base = { id: 'soak-1', created: 1, model: 'proevemodel-1' }
const json = { 'content-type': 'application/json' }
const plain = JSON.stringify({
  ...base,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Indkald borgeren.' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 40, completion_tokens: 8, total_tokens: 48 },
})
const event = (delta: object, finish: string | null) =>
  `data: ${JSON.stringify({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
const piece = event({ content: 'Indkald borgeren. ' }, null)

function answer(body: string, response: ServerResponse): void {
  if (body.includes('GIV-EN-FEJL')) response.writeHead(500, json).end('{"error":{"message":"no"}}')
  else if (body.includes('STÅ-STILLE')) response.writeHead(200, { 'content-type': 'text/event-stream' }).write(piece)
  else if (body.includes('"stream":true'))
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`${piece.repeat(6)}${event({}, 'stop')}data: [DONE]\n\n`)
  else response.writeHead(200, json).end(plain)
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (chunk: Buffer) => pieces.push(chunk))
  request.once('end', () => answer(Buffer.concat(pieces).toString('utf8'), response))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`))
