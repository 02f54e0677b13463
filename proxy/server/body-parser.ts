import type { FastifyInstance } from 'fastify'
import { ProxyError } from './proxy-error.ts'

const JSON_TYPE = /^application\/json(?:;\s*charset=(?:utf-8|"utf-8"))?$/i

/**
 * JSON in UTF-8 and nothing else: a form that a foreign page may send without asking never gets here, and bytes that are
 * not UTF-8 are refused instead of guessed at.
 */
export function takeJsonOnly(app: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const { 'content-type': type = '', 'content-encoding': encoding } = request.headers
    if (encoding !== undefined || !JSON_TYPE.test(type)) return done(new ProxyError('wrong-content-type'))
    const text = decoded(body as Buffer)
    if (text === null) return done(new ProxyError('invalid-request'))
    return parse(request, text, done)
  })

  function decoded(bytes: Buffer): string | null {
    try {
      return utf8.decode(bytes)
    } catch {
      return null
    }
  }
}
