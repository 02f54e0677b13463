import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { types, type PoolConfig } from 'pg'
import { readSecret } from '../config/secret.ts'
import type { PostgresConfig } from './store-config.ts'
import { StoreError } from './store-error.ts'

/** What the server does to a transaction that was left open: a replica that stands still must not hold up the others. */
const IDLE_IN_TRANSACTION_MS = 5000
/** Our own clock, for a server that no longer answers at all. */
const BEYOND_STATEMENT_MS = 2000

/** Everything is said here, so that no variable of the environment (PGHOST, PGSSLMODE, …) decides anything. @throws StoreError */
export function poolConfig(config: PostgresConfig): PoolConfig {
  const statementMs = config.statementSeconds * 1000
  return {
    host: config.host,
    port: config.port,
    database: config.database,
    user: config.user,
    password: passwordOf(config),
    ssl: tlsOf(config),
    max: config.connections,
    connectionTimeoutMillis: config.connectSeconds * 1000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementMs,
    query_timeout: statementMs + BEYOND_STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    application_name: 'sagshjaelp-proxy',
    client_encoding: 'UTF8',
    keepAlive: true,
    // A server set to answer before the disk has the row would make every promise of ours a lie.
    options: '-c synchronous_commit=on -c search_path=public',
    types: { getTypeParser },
  }
}

/** Read anew for every connection, so that a secret can be rotated. */
function passwordOf({ password }: PostgresConfig): () => string {
  return () => (password === null ? '' : readSecret(password))
}

function tlsOf({ tls, host, caFile }: PostgresConfig): PoolConfig['ssl'] {
  if (tls === 'off') {
    if (!isHere(host)) throw new StoreError('tls-off-away-from-loopback')
    return false
  }
  return {
    rejectUnauthorized: true,
    ...(caFile === null ? {} : { ca: readFileSync(caFile, 'utf8') }),
    ...(isIP(host) === 0 ? { servername: host } : {}),
  }
}

function isHere(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** The server's own numbers of its types. */
const INT8 = 20
const DATE = 1082

/** The same values as PGlite gives: numbers for bigint, and a day as text. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === INT8) return wholeNumber
  if (oid === DATE) return (text) => text
  return types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown
}

function wholeNumber(text: string): number | bigint {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}
