import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { ConfigError, loadConfig, readJson } from '../config/load-config.ts'
import { whereOf } from '../observe/where.ts'
import { composeProxy, type Proxy } from './compose.ts'
import { startDevelopment, type Development } from './development.ts'
import { logCrashes, whyNotHere } from './process-guard.ts'
import { shutDown } from './shutdown.ts'

const USAGE = 'Brug: node proxy/main.ts --config FIL | --dev [--config FIL] [--port N] [--issuer-port N]'

/** Reads the command line and serves until it is told to end. @throws ConfigError, StoreError, … each with a text for the operator */
export async function start(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      config: { type: 'string' },
      dev: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      port: { type: 'string' },
      'issuer-port': { type: 'string' },
    },
  })
  const why = whyNotHere(process.env, process.execArgv)
  if (why !== null) throw new ConfigError(why)
  if (values.config === undefined && !values.dev) throw new ConfigError(USAGE)
  if (values.check && values.config !== undefined) {
    loadConfig(values.config)
    process.stdout.write('Opsætningen kan bruges.\n')
    return
  }
  const ports = { port: portOf(values.port), issuerPort: portOf(values['issuer-port']) }
  const started = values.dev ? await startDevelopment(rawOf(values.config), ports) : configured(values.config ?? '')
  await serve(started, values.dev)
}

function configured(path: string): Development {
  return { config: loadConfig(path), close: async () => {} }
}

function rawOf(path: string | undefined): Readonly<Record<string, unknown>> {
  return path === undefined ? {} : (readJson(path) as Readonly<Record<string, unknown>>)
}

async function serve({ config, close }: Development, isDevelopment: boolean): Promise<void> {
  const proxy = await composeProxy(config, { now: Date.now, write: (line) => process.stdout.write(line), isDevelopment })
  logCrashes(proxy.parts.log)
  await proxy.app.listen({ host: config.server.host, port: config.server.port })
  const { port } = proxy.app.server.address() as AddressInfo
  proxy.parts.log({ event: 'started', port, store: proxy.parts.store.kind })
  if (isDevelopment) tellDeveloper(proxy, port)
  endOnSignal(async () => {
    await shutDown(proxy)
    await close()
  })
}

function endOnSignal(end: () => Promise<void>): void {
  let isEnding = false
  const onSignal = () => {
    // Asked twice: whoever asks does not want to wait.
    if (isEnding) process.exit(130)
    isEnding = true
    void end().then(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
}

function tellDeveloper({ parts }: Proxy, port: number): void {
  const models = parts.upstreams.models().map(({ id }) => id)
  const said = models.length === 0 ? 'ingen. Giv en opsætning med --config (se docs/operator.md)' : models.join(', ')
  process.stderr.write(
    `Sagshjælps proxy til udvikling: http://127.0.0.1:${port}, log ind hos ${parts.config.auth.issuer}\nSprogmodeller: ${said}\n`,
  )
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,5}$/.test(text)) throw new ConfigError(USAGE)
  return Number(text)
}

/** What the operator is told when it cannot start. A database's error may quote a row, so of those only the code is said. */
export function startErrorText(error: unknown): string {
  if (!(error instanceof Error)) return 'Proxyen kunne ikke starte.'
  const isDatabases = 'severity' in error && 'code' in error
  return isDatabases ? `Proxyen kunne ikke starte: databasen svarede ${String(error.code)} (${whereOf(error)}).` : error.message
}
