import { readFileSync } from 'node:fs'
import { type Dispatcher, Pool } from 'undici'
import { isLoopback, judgeOf, readNetwork, type AddressJudge } from './addresses.ts'
import { Circuit } from './circuit.ts'
import { createCredentials, type Credentials } from './credentials.ts'
import { isOnThisMachine } from './ground.ts'
import { createConnector, type Resolve } from './guarded-connect.ts'
import type { UpstreamConfig, UpstreamSettings } from './upstream-config.ts'
import { WorkloadIdentity } from './workload-identity.ts'

const MS = 1000
/** After so long a connection is made anew, so that a name that leads elsewhere now is looked up and judged again. */
const OLDEST_CONNECTION_MS = 300 * MS
const HEADER_BYTES = 32 * 1024

export interface ClientMeans {
  readonly config: UpstreamConfig
  readonly now: () => number
  readonly onHealth: (upstream: string, isClosed: boolean, code: string) => void
  readonly resolve?: Resolve | undefined
}

/** The connections to one upstream, its health and how it is asked. */
export class UpstreamClient {
  readonly settings: UpstreamSettings
  readonly circuit: Circuit
  readonly credentials: Credentials
  readonly #pool: Pool

  constructor(settings: UpstreamSettings, { config, now, onHealth, resolve }: ClientMeans) {
    this.settings = settings
    this.circuit = new Circuit(config.circuit, now, (isClosed, code) => onHealth(settings.name, isClosed, code))
    const timeoutMs = config.connectSeconds * MS
    const connect = createConnector({ isAllowed: addressJudge(settings), timeoutMs, ca: readCa(settings), resolve })
    this.credentials = createCredentials(settings, identityOf(settings, { timeoutMs, now, resolve }))
    this.#pool = new Pool(new URL(settings.address).origin, {
      connect,
      connections: settings.connections,
      pipelining: 1,
      allowH2: false,
      headersTimeout: config.headSeconds * MS,
      bodyTimeout: config.silentSeconds * MS,
      keepAliveTimeout: 4 * MS,
      keepAliveMaxTimeout: 60 * MS,
      maxHeaderSize: HEADER_BYTES,
      clientTtl: OLDEST_CONNECTION_MS,
    })
  }

  /** No redirect is followed: a request goes to the configured host or nowhere. */
  request(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    return this.#pool.request(options)
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.destroy(), this.credentials.close()])
  }
}

function addressJudge({ address, networks }: UpstreamSettings): AddressJudge {
  if (isOnThisMachine(address)) return isLoopback
  return judgeOf(networks === undefined ? null : networks.map(readNetwork).filter((network) => network !== null))
}

function readCa({ ca }: UpstreamSettings): string | null {
  return ca === undefined ? null : readFileSync(ca, 'utf8')
}

function identityOf(
  settings: UpstreamSettings,
  means: { timeoutMs: number; now: () => number; resolve: Resolve | undefined },
): WorkloadIdentity | null {
  const { credential } = settings
  if (credential.type !== 'workload-identity') return null
  const isAllowed = isOnThisMachine(credential.authority) ? isLoopback : judgeOf(null)
  const connect = createConnector({ isAllowed, timeoutMs: means.timeoutMs, ca: null, resolve: means.resolve })
  return new WorkloadIdentity(credential, { now: means.now, connect })
}
