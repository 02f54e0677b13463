import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { answerApi } from './api-m.ts'
import { controlPage } from './control.ts'
import { json } from './exchange.ts'
import type { Answer, Exchange } from './exchange.ts'
import type { Sessions } from './session.ts'
import type { State } from './state.ts'
import { visitOf } from './visit.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
}
/** As a hardened host system: no inline script, no foreign styles or fonts, text-only sinks. */
const POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'"

/** Dialect M: one HTML shell for every route, built assets, and the JSON API. */
export function dialectM(state: State, sessions: Sessions, folder: string) {
  return async (exchange: Exchange): Promise<void> => {
    const visit = visitOf(exchange, sessions, `m-${exchange.url.port}`)
    const { pathname } = exchange.url
    const given = await answer(pathname)
    exchange.reply({ ...given, headers: { ...given.headers, ...visit.keep } })

    async function answer(at: string): Promise<Answer> {
      if (at.startsWith('/api/')) {
        if (exchange.method === 'POST' && /^\/api\/(login|logout)$/.test(at)) {
          state.log({ session: visit.session.id, dialect: 'M', citizen: null, path: at, group: null, id: null, values: {} })
        }
        return answerApi(state, visit)
      }
      if (at === '/__control') return controlPage(state, visit)
      if (exchange.method !== 'GET') return json({ error: 'not-found' }, 404)
      return asset(folder, at)
    }
  }
}

async function asset(folder: string, pathname: string): Promise<Answer> {
  const wanted = path.join(folder, path.normalize(decodeURIComponent(pathname)))
  const type = TYPES[path.extname(wanted)]
  if (type && pathname !== '/index.html' && wanted.startsWith(folder)) {
    const body = await readFile(wanted).catch(() => null)
    return body ? { type, body } : { status: 404, type: 'text/plain', body: '' }
  }
  const shell = await readFile(path.join(folder, 'index.html'))
  return { body: shell, headers: { 'content-security-policy': POLICY } }
}
