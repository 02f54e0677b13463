import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import type { LookupFunction, Socket } from 'node:net'
import { buildConnector } from 'undici'
import type { AddressJudge } from './addresses.ts'

/** No connection was made, so nothing was sent. The code is a word of ours. */
export class ConnectFailure extends Error {
  override readonly name = 'ConnectFailure'
  readonly code: 'forbidden-address' | 'connect-timeout' | 'tls' | 'unreachable'

  constructor(code: ConnectFailure['code']) {
    super(code)
    this.code = code
  }
}

/** Node's own, or another in a test: it always asks for all addresses. */
export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void

export interface ConnectRules {
  readonly isAllowed: AddressJudge
  readonly timeoutMs: number
  readonly ca: string | null
  readonly resolve?: Resolve | undefined
}

/**
 * A name is looked up once for each connection, and what was judged is what is connected to: there is no second look-up
 * that could answer differently. One forbidden address among many is enough to refuse them all.
 */
function guardedLookup({ isAllowed, resolve = systemLookup }: ConnectRules): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(new ConnectFailure('unreachable'), [])
      const [first] = found
      if (first === undefined) return done(new ConnectFailure('unreachable'), [])
      if (!found.every(({ address }) => isAllowed(address))) return done(new ConnectFailure('forbidden-address'), [])
      if (options.all === true) return done(null, found)
      return done(null, first.address, first.family)
    })
  }
}

/** Connects an undici pool. The environment can neither turn the verification off nor put a proxy in between. */
export function createConnector(rules: ConnectRules): buildConnector.connector {
  const connect = buildConnector({
    timeout: rules.timeoutMs,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(rules.ca !== null && { ca: rules.ca }),
    lookup: guardedLookup(rules),
    allowH2: false,
    keepAlive: true,
  })
  return (options, done) =>
    connect(options, (...[error, socket]) => {
      if (error !== null) return done(failureOf(error), null)
      // An address in the place of a name is never looked up, so it is judged here.
      if (isWhereAllowed(socket, rules.isAllowed)) return done(null, socket)
      socket.destroy()
      return done(new ConnectFailure('forbidden-address'), null)
    })
}

function isWhereAllowed(socket: Socket, isAllowed: AddressJudge): boolean {
  return socket.remoteAddress !== undefined && isAllowed(socket.remoteAddress)
}

function failureOf(error: Error): ConnectFailure {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
  const own = errors.find((one) => one instanceof ConnectFailure)
  if (own !== undefined) return own
  const { code } = error as { readonly code?: unknown }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return new ConnectFailure('connect-timeout')
  return new ConnectFailure(typeof code === 'string' && /TLS|SSL|CERT|SIGNATURE|SIGNED|ISSUER/.test(code) ? 'tls' : 'unreachable')
}
