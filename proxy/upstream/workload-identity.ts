import { readFile } from 'node:fs/promises'
import { Pool } from 'undici'
import { z } from 'zod'
import { readLimited } from './read-limited.ts'
import type { buildConnector } from 'undici'

const MOST_BYTES = 64 * 1024
const MS = 1000
/** A token is renewed so long before it expires. */
const MARGIN_MS = 120 * MS
/** And not asked for again so soon after a failure. */
const PAUSE_MS = 2 * MS

const answerShape = z.object({ access_token: z.string().min(1).max(16_384), expires_in: z.coerce.number().min(1).max(200_000) })

export interface Identity {
  readonly tenant: string
  readonly clientId: string
  readonly tokenFile: string
  readonly authority: string
  readonly scope: string
}

interface Means {
  readonly now: () => number
  readonly connect: buildConnector.connector
}

/** The token could not be had. The message is a word of ours. */
export class IdentityFailure extends Error {
  override readonly name = 'IdentityFailure'
}

/**
 * Azure's workload identity: the cluster lays a signed statement of who we are in a file, and Entra ID gives a token
 * that lives an hour for it. Asked for once, whoever many wait for it.
 */
export class WorkloadIdentity {
  readonly #identity: Identity
  readonly #now: () => number
  readonly #pool: Pool
  #token: { readonly value: string; readonly until: number } | null = null
  #asking: Promise<string> | null = null
  #notBefore = 0

  constructor(identity: Identity, { now, connect }: Means) {
    this.#identity = identity
    this.#now = now
    this.#pool = new Pool(identity.authority, { connections: 1, connect, allowH2: false, headersTimeout: 10 * MS, bodyTimeout: 10 * MS })
  }

  /** @throws IdentityFailure */
  token(): Promise<string> {
    if (this.#token !== null && this.#token.until - MARGIN_MS > this.#now()) return Promise.resolve(this.#token.value)
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  /** After a refusal: the next call asks anew. */
  forget(): void {
    this.#token = null
  }

  close(): Promise<void> {
    return this.#pool.destroy()
  }

  async #ask(): Promise<string> {
    const stillGood = this.#token !== null && this.#token.until > this.#now() ? this.#token.value : null
    try {
      if (this.#now() < this.#notBefore) throw new IdentityFailure('paused')
      const { access_token: value, expires_in: seconds } = await this.#exchange()
      this.#token = { value, until: this.#now() + seconds * MS }
      return value
    } catch (cause) {
      this.#notBefore = Math.max(this.#notBefore, this.#now() + PAUSE_MS)
      if (stillGood !== null) return stillGood
      throw cause instanceof IdentityFailure ? cause : new IdentityFailure('exchange', { cause })
    }
  }

  async #exchange(): Promise<z.infer<typeof answerShape>> {
    const { tenant, clientId, tokenFile, scope } = this.#identity
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: (await readFile(tokenFile, 'utf8')).trim(),
      scope,
    })
    const answer = await this.#pool.request({
      method: 'POST',
      path: `/${tenant}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: body.toString(),
      signal: AbortSignal.timeout(15 * MS),
    })
    const text = await readLimited(answer.body, { mostBytes: MOST_BYTES, mostMs: 10 * MS })
    if (answer.statusCode !== 200) throw new IdentityFailure('refused')
    return answerShape.parse(JSON.parse(text))
  }
}
