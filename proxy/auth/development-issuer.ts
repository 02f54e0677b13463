import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { DEVELOPMENT_CLIENT, DEVELOPMENT_PORT } from './development-auth.ts'
import { developmentPage } from './development-page.ts'
import { DEVELOPMENT_PEOPLE } from './development-people.ts'
import { developmentProviderConfig } from './development-provider.ts'

export interface DevelopmentIssuer {
  readonly issuer: string
  readonly clientId: string
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
const MAX_FORM_BYTES = 4096
/** Any extension's own address for the identity API: in development its id is whatever the browser made of the folder. */
const EXTENSION_REDIRECT = /^https:\/\/(?:[a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org)\/[\w-]{0,64}$/

/**
 * An OpenID Connect issuer for development: real tokens, invented people, no passwords. It can be reached from this
 * machine alone, whatever it is told, and is loaded only when the proxy is started with `--dev`.
 */
export async function startDevelopmentIssuer({ port = DEVELOPMENT_PORT }: { readonly port?: number } = {}): Promise<DevelopmentIssuer> {
  const server = createServer()
  await listen(server, port)
  const issuer = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`
  const provider = createProvider(issuer)
  server.on('request', (request, response) => {
    answer(provider, request, response).catch(() => {
      // A stale or foreign pick page; the person starts again from the extension.
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('Log ind er udløbet. Luk vinduet, og prøv igen.')
    })
  })
  return {
    issuer,
    clientId: DEVELOPMENT_CLIENT,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function createProvider(issuer: string): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key: JsonWebKey = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }
  const provider = new Provider(issuer, developmentProviderConfig(key, randomBytes(32).toString('hex')))
  Object.defineProperty(provider.Client.prototype, 'redirectUriAllowed', { value: (uri: string) => EXTENSION_REDIRECT.test(uri) })
  return provider
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => resolve())
  })
}

async function answer(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page of the web that made its own name point here would be let in by name, so names are not taken.
  if (request.headers.host !== new URL(provider.issuer).host) {
    response.writeHead(403).end()
    return
  }
  if (!request.url?.startsWith('/pick/')) {
    await provider.callback()(request, response)
    return
  }
  const { uid } = await provider.interactionDetails(request, response)
  if (request.method === 'POST') await finish(provider, request, response)
  else showPage(uid, response)
}

function showPage(uid: string, response: ServerResponse): void {
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'`,
  })
  response.end(developmentPage(uid, nonce))
}

async function finish(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await formOf(request)
  const person = DEVELOPMENT_PEOPLE.find(({ id }) => id === form.get('person'))
  if (person === undefined) throw new Error('nobody-picked')
  await provider.interactionFinished(request, response, { login: { accountId: person.id } }, { mergeWithLastSubmission: false })
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) {
    text += String(part)
    if (text.length > MAX_FORM_BYTES) throw new Error('too-long')
  }
  return new URLSearchParams(text)
}
