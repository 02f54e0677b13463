/** The least a gateway can do: fastify in front, undici behind, nothing looked at. What the proxy is measured against. */
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { Pool } from 'undici'

const [upstream = ''] = process.argv.slice(2)
const pool = new Pool(upstream, { connections: 512 })
const app = Fastify({ logger: false })
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
app.removeContentTypeParser('application/json')
app.post('/v1/chat/completions', async (request, reply) => {
  const answer = await pool.request({
    path: '/v1/chat/completions',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: request.body as Buffer,
  })
  return reply.code(answer.statusCode).type(String(answer.headers['content-type'])).send(answer.body)
})
await app.listen({ host: '127.0.0.1', port: 0 })
console.log(`listening ${(app.server.address() as AddressInfo).port}`)
