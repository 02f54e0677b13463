import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { createSignIn } from '#proxy/auth/sign-in.ts'
import { proxyConfig } from '#proxy/config/proxy-config.ts'
import { createGuidance } from '#proxy/guidance/create-guidance.ts'
import type { guidanceConfig } from '#proxy/guidance/guidance-config.ts'
import type { Guidance } from '#proxy/guidance/guidance.ts'
import { signerFromPem } from '#proxy/guidance/signing-key.ts'
import type { LogEvent } from '#proxy/observe/log.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Parts } from '#proxy/parts.ts'
import { guidanceCountRoutes } from '#proxy/routes/guidance-counts.ts'
import { guidanceRoutes } from '#proxy/routes/guidance.ts'
import { localRuleRoutes } from '#proxy/routes/local-rules.ts'
import { createApp } from '#proxy/server/app.ts'
import type { Store } from '#proxy/store/store.ts'
import type { Signer } from '#utils/guidance/signed/envelope.ts'
import type { KeyIssuer, TokenOptions } from '../support/key-issuer.ts'

export type RawGuidance = z.input<typeof guidanceConfig>

/** A key in a file of its own, as an operator keeps it. */
export interface KeyFile {
  readonly signer: Signer
  readonly file: string
}

export interface Folder {
  readonly path: string
  newKey(name: string): KeyFile
  remove(): void
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'sagshjaelp-guidance-'))
  return {
    path,
    newKey(name) {
      const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
      const file = join(path, `${name}.pem`)
      writeFileSync(file, pem, { mode: 0o600 })
      return { signer: signerFromPem(pem), file }
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

export interface Answer {
  readonly status: number
  readonly etag: string
  readonly body: unknown
  readonly text: string
}

export interface Ask {
  readonly method?: 'GET' | 'PUT' | 'POST'
  readonly as?: TokenOptions
  readonly ifMatch?: string
  readonly ifNoneMatch?: string
  readonly body?: unknown
}

/** The guidance routes of one replica over real HTTP, with real sign-in and a real store. */
export interface GuidanceServer {
  readonly guidance: Guidance
  readonly logged: readonly LogEvent[]
  ask(path: string, ask?: Ask): Promise<Answer>
  close(): Promise<void>
}

export interface ServerOptions {
  readonly store: Store
  readonly issuer: KeyIssuer
  readonly guidance: RawGuidance
  readonly now?: () => number
}

export async function startGuidanceServer({ store, issuer, guidance: raw, now = Date.now }: ServerOptions): Promise<GuidanceServer> {
  const config = proxyConfig.parse({ ...emptySections(), auth: issuer.config, guidance: { pollSeconds: 0.2, ...raw } })
  const logged: LogEvent[] = []
  const log = (event: LogEvent) => void logged.push(event)
  const metrics = createMetrics()
  const base = { now, log, metrics, store }
  const guidance = await createGuidance(config.guidance, { ...base, municipality: config.auth.municipality })
  const signIn = createSignIn(config.auth, base)
  // What these routes lean on, all of it real; the rest of the proxy is not started.
  const parts = { ...base, config, signIn, guidance, killSwitch: guidance.killSwitch } as unknown as Parts
  const app = await createApp(parts, [guidanceRoutes, guidanceCountRoutes, localRuleRoutes])
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return {
    guidance,
    logged,
    ask: async (path, ask = {}) => send(`${url}${path}`, issuer, ask),
    close: async () => {
      await app.close()
      await guidance.close()
      await signIn.close()
    },
  }
}

function emptySections() {
  return { server: {}, limits: {}, audit: {}, upstream: {}, knowledge: {} }
}

export async function send(url: string, issuer: KeyIssuer, { method = 'GET', as = {}, ifMatch, ifNoneMatch, body }: Ask): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${issuer.token(as)}`,
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, etag: response.headers.get('etag') ?? '', text, body: text === '' ? null : JSON.parse(text) }
}

export const CASEWORKER: TokenOptions = { subject: 'sagsbehandler-1', roles: ['caseworker'] }
export const LEADER: TokenOptions = { subject: 'leder-1', roles: ['supervisor'] }
export const DEPUTY: TokenOptions = { subject: 'leder-2', roles: ['supervisor'] }
export const LEADER_SOUTH: TokenOptions = { subject: 'leder-3', roles: ['supervisor'], unit: 'unit-south' }
export const ADMINISTRATOR: TokenOptions = { subject: 'administrator-1', roles: ['administrator'] }
