import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { poolConfig } from '#proxy/store/pool-config.ts'
import { storeConfig, type PostgresConfig } from '#proxy/store/store-config.ts'

const server = (more: object = {}) =>
  storeConfig.parse({ kind: 'postgres', host: 'db.kommune.example', password: { env: 'TEST_DB_PASSWORD' }, ...more }) as PostgresConfig

afterEach(() => vi.unstubAllEnvs())

describe('how PostgreSQL is reached', () => {
  it('is decided by the configuration, whatever the environment says', () => {
    const variables = ['PGHOST', 'PGPORT', 'PGDATABASE', 'PGUSER', 'PGPASSWORD', 'PGSSLMODE', 'PGOPTIONS', 'PGAPPNAME', 'PGCLIENTENCODING']
    for (const name of variables) vi.stubEnv(name, name === 'PGPORT' ? '1' : name === 'PGSSLMODE' ? 'disable' : 'from-environment')
    const client = new Client(poolConfig(server()))
    expect([client.host, client.port, client.database, client.user]).toEqual(['db.kommune.example', 5432, 'sagshjaelp', 'sagshjaelp_proxy'])
    expect(client.ssl).toMatchObject({ rejectUnauthorized: true })
    expect(JSON.stringify(client)).not.toContain('from-environment')
  })

  it('checks the server’s certificate for its name', () => {
    expect(poolConfig(server()).ssl).toEqual({ rejectUnauthorized: true, servername: 'db.kommune.example' })
  })

  it.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost', '/var/run/postgresql'])('may do without encryption on %s', (host) => {
    expect(poolConfig(server({ host, tls: 'off' })).ssl).toBe(false)
  })

  it.each(['db.kommune.example', '10.0.0.7', '127.example.com', 'localhost.example.com'])('may not on %s', (host) => {
    expect(() => poolConfig(server({ host, tls: 'off' }))).toThrow('samme maskine')
  })

  it('reads the password anew for each connection, so that it can be changed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-password-'))
    const file = join(folder, 'password')
    const { password } = poolConfig(server({ password: { file } }))
    for (const text of ['first', 'second']) {
      writeFileSync(file, text)
      expect((password as () => string)()).toBe(text)
    }
    rmSync(folder, { recursive: true })
  })
})
