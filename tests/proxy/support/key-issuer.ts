import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { authConfig } from '#proxy/auth/auth-config.ts'
import type { Role } from '#proxy/contract/role.ts'
import { makeToken, newKey, type SigningKey } from './make-token.ts'

/** How the issuer's key set answers. `down` closes the connection; the texts are sent as they are. */
export type KeySetMood = 'up' | 'down' | { readonly slowMs: number } | { readonly status: number } | { readonly text: string }

export interface TokenOptions {
  readonly subject?: string
  readonly unit?: unknown
  readonly roles?: readonly Role[]
  readonly seconds?: number
  readonly key?: SigningKey
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

/** A hand-made issuer: one that can rotate, go away, be slow or lie, and counts who asks. */
export interface KeyIssuer {
  readonly issuer: string
  /** The `auth` section for it. Units `north` and `south`. */
  readonly config: z.input<typeof authConfig>
  /** Keys in the published set, newest last. */
  keys: SigningKey[]
  mood: KeySetMood
  /** How often the key set was asked for, and when (ms since 1970). */
  readonly fetches: readonly number[]
  token(options?: TokenOptions): string
  close(): Promise<void>
}

export const AUDIENCE = 'urn:test:proxy'
const SECRET_VARIABLE = 'SAGSHJAELP_TEST_PSEUDONYM_SECRET'

export async function startKeyIssuer({ now = Date.now }: { readonly now?: () => number } = {}): Promise<KeyIssuer> {
  process.env[SECRET_VARIABLE] ??= 'only-for-tests-and-long-enough-to-be-taken'
  const fetches: number[] = []
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tenant/v2.0`
  const self: KeyIssuer = {
    issuer,
    config: configFor(issuer),
    keys: [newKey()],
    mood: 'up',
    fetches,
    token(options = {}) {
      const key = options.key ?? self.keys.at(-1) ?? newKey()
      return makeToken({ alg: key.alg, typ: 'at+jwt', kid: key.kid, ...options.header }, claimsFor(issuer, now(), options), key)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return self

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isDiscovery = request.url?.endsWith('/.well-known/openid-configuration') === true
    if (!isDiscovery) fetches.push(Date.now())
    const { mood } = self
    if (mood === 'down') {
      request.socket.destroy()
      return
    }
    if (isDiscovery) {
      send(response, JSON.stringify({ issuer, jwks_uri: `${new URL(issuer).origin}/keys` }))
      return
    }
    if (typeof mood === 'object' && 'slowMs' in mood) await sleep(mood.slowMs)
    const status = typeof mood === 'object' && 'status' in mood ? mood.status : 200
    send(
      response,
      typeof mood === 'object' && 'text' in mood ? mood.text : JSON.stringify({ keys: self.keys.map(({ jwk }) => jwk) }),
      status,
    )
  }
}

function send(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json', location: 'http://127.0.0.1:9/' }).end(text)
}

function configFor(issuer: string): z.input<typeof authConfig> {
  return {
    issuer,
    audience: [AUDIENCE],
    units: ['north', 'south'].map((id) => ({ claim: `unit-${id}`, id, name: `Enhed ${id}` })),
    roles: (['caseworker', 'supervisor', 'administrator'] as const).map((role) => ({ claim: role, role })),
    extensionOrigins: [`chrome-extension://${'b'.repeat(32)}`],
    municipality: '999',
    pseudonymKeys: [{ id: 'test-1', secret: { env: SECRET_VARIABLE } }],
  }
}

function claimsFor(issuer: string, now: number, options: TokenOptions): Readonly<Record<string, unknown>> {
  const at = Math.floor(now / 1000)
  return {
    iss: issuer,
    aud: AUDIENCE,
    sub: options.subject ?? 'person-1',
    iat: at,
    nbf: at,
    exp: at + (options.seconds ?? 600),
    unit: options.unit ?? 'unit-north',
    roles: options.roles ?? ['caseworker'],
    ...options.claims,
  }
}
