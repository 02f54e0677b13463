import type { Call } from '#tests/proxy/support/proxy-stage.ts'

/** A request that carries a canary in one place. */
export interface Place {
  readonly what: string
  readonly path: string
  readonly call: (canary: string) => Call
}

const CHAT = '/v1/chat/completions'
const user = (content: unknown) => [{ role: 'user', content }]
const chat = (what: string, body: (canary: string) => object): Place => ({
  what,
  path: CHAT,
  call: (canary) => ({ body: JSON.stringify({ model: 'sag-chat', messages: user('hej'), ...body(canary) }) }),
})
const header = (what: string, headers: (canary: string) => Record<string, string>): Place => ({
  what: `header ${what}`,
  path: CHAT,
  call: (canary) => ({ headers: headers(canary), body: JSON.stringify({ model: 'sag-chat', messages: user('hej') }) }),
})
const post = (what: string, path: string, body: (canary: string) => unknown): Place => ({
  what,
  path,
  call: (canary) => ({ body: JSON.stringify(body(canary)) }),
})
const get = (what: string, path: (canary: string) => string): Place => ({
  what,
  path: '',
  call: (canary) => ({ method: 'GET', path: path(canary) }),
})

const sound = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.alloc(64)])

function form(what: string, parts: (canary: string) => { fields?: Record<string, string>; fileName?: string; head?: string }): Place {
  const call = (canary: string): Call => {
    const { fields = {}, fileName = 'lyd.webm', head = '' } = parts(canary)
    const texts = Object.entries({ model: 'sag-transcription', ...fields }).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const file = `--b\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: audio/webm\r\n\r\n${head}`
    const body = Buffer.concat([Buffer.from(texts.join('') + file), sound, Buffer.from('\r\n--b--\r\n')])
    return { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body }
  }
  return { what, path: '/v1/audio/transcriptions', call }
}

/** Wherever a caller can put text. Tokens are the issuer's, and reasons for a switch are meant to be kept: neither is here. */
export const PLACES: readonly Place[] = [
  chat('a message', (canary) => ({ messages: user(`Borgeren siger ${canary}.`) })),
  chat('a message, streamed', (canary) => ({ messages: user(canary), stream: true })),
  chat('a part of a message', (canary) => ({ messages: user([{ type: 'text', text: canary }]), stream: true })),
  chat('a system text', (canary) => ({ messages: [{ role: 'system', content: canary }, ...user('hej')] })),
  chat('an earlier answer', (canary) => ({ messages: [{ role: 'assistant', content: canary }, ...user('hej')] })),
  chat('a message with a CPR number', (canary) => ({ messages: user(`${canary} 140752-7123`) })),
  chat('a stop text', (canary) => ({ stop: [canary] })),
  chat('a form of answer', (canary) => ({
    response_format: { type: 'json_schema', json_schema: { name: 'a', description: canary, schema: { [canary]: canary } } },
  })),
  chat("a form's name", (canary) => ({ response_format: { type: 'json_schema', json_schema: { name: canary } } })),
  chat('a model', (canary) => ({ model: canary })),
  chat('a field it does not know', (canary) => ({ [canary]: 1 })),
  chat('the value of a field it does not know', (canary) => ({ user: canary })),
  chat('a role it does not know', (canary) => ({ messages: [{ role: canary, content: 'hej' }] })),
  chat('a wrong type', (canary) => ({ temperature: canary })),
  { what: 'half JSON', path: CHAT, call: (canary) => ({ body: `{"model":"${canary}` }) },
  { what: 'no JSON', path: CHAT, call: (canary) => ({ body: canary }) },
  { what: 'a wrong type of content', path: CHAT, call: (canary) => ({ headers: { 'content-type': `text/${canary}` }, body: canary }) },
  { what: 'a body without a sign-in', path: CHAT, call: (canary) => ({ headers: { authorization: `Bearer ${canary}` }, body: canary }) },
  header('authorization', (canary) => ({ authorization: `Bearer ${canary}.${canary}.${canary}` })),
  header('x-sagshjaelp-feature', (canary) => ({ 'x-sagshjaelp-feature': canary })),
  header('x-sagshjaelp-purpose', (canary) => ({ 'x-sagshjaelp-purpose': canary })),
  header('x-sagshjaelp-case', (canary) => ({ 'x-sagshjaelp-case': canary })),
  header('x-sagshjaelp-use', (canary) => ({ 'x-sagshjaelp-use': canary })),
  header('user-agent', (canary) => ({ 'user-agent': canary })),
  header('cookie and referer', (canary) => ({ cookie: `a=${canary}`, referer: `https://x/${canary}` })),
  header('origin', (canary) => ({ origin: `https://${canary}.example` })),
  header('tracing', (canary) => ({ traceparent: canary, 'x-request-id': canary, 'x-forwarded-for': canary })),
  header('a name of its own', (canary) => ({ [canary]: canary })),
  header('host', (canary) => ({ host: canary })),
  get('a path', (canary) => `/${canary}`),
  get('a path with text', (canary) => `/v1/${canary}?${canary}=${canary}`),
  get('a model by name', (canary) => `/v1/models/${canary}`),
  get('a passage by name', (canary) => `/v1/knowledge/${canary}`),
  get('a search by address', (canary) => `/v1/knowledge/search?q=${canary}`),
  get('an export', (canary) => `/v1/usage/export?from=${canary}`),
  get('a health check', (canary) => `/healthz?${canary}`),
  post('a search', '/v1/knowledge/search', (canary) => ({ query: canary, q: canary })),
  post('a search, as it should be', '/v1/knowledge/search', (canary) => ({ q: canary })),
  post('a citation', '/v1/knowledge/cite', (canary) => ({ text: `${canary} § 5 i lov om ${canary}` })),
  post('vectors', '/v1/embeddings', (canary) => ({ model: 'sag-embeddings', input: [canary] })),
  post('vectors of one', '/v1/embeddings', (canary) => ({ model: 'sag-embeddings', input: canary })),
  post('a use', '/v1/usage', (canary) => ({ uses: [{ id: canary, feature: canary, note: canary }] })),
  post('a switch that does not exist', '/v1/guidance/log/1/undo', (canary) => ({ why: canary })),
  form('a hint for the sound', (canary) => ({ fields: { prompt: canary } })),
  form('a file name', (canary) => ({ fileName: canary })),
  form('a field of a form', (canary) => ({ fields: { [canary]: canary } })),
  form('a file that is no sound', (canary) => ({ head: canary })),
]
