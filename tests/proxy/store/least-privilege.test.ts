import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#proxy/audit/verify.ts'
import type { PostgresConfig } from '#proxy/store/store-config.ts'
import type { Store } from '#proxy/store/store.ts'
import { CASEWORKER, DONE, callStart, keepRecord, use } from '../support/audit-samples.ts'
import { testStores } from '../support/stores.ts'

const GRANTS = readFileSync(new URL('../../../proxy/store/grants.sql', import.meta.url), 'utf8')
const stores = testStores()
afterAll(() => stores.close())

describe('the proxy’s own database role', () => {
  let owner: PostgresConfig
  let app: Store

  beforeAll(async () => {
    owner = await stores.config('postgres')
    await (await stores.reopen(owner)).close()
    const cluster = await stores.cluster()
    const password = readFileSync((owner.password as { file: string }).file, 'utf8')
    await cluster.asSuperuser(owner.database, async (client) => {
      await client.query(GRANTS)
      await client.query(`CREATE ROLE proxy_login LOGIN PASSWORD '${password}' IN ROLE sagshjaelp_app`)
    })
    app = await stores.reopen({ ...owner, user: 'proxy_login', migrations: 'check' })
  }, 60_000)

  it('can do all that the record of use needs', async () => {
    const { audit } = await keepRecord(app)
    await audit.begin(callStart()).finish(DONE)
    expect(await audit.recordUses([use()], CASEWORKER)).toEqual(['recorded'])
    for await (const record of await audit.exportRecords({ from: null, to: null, caseHash: null }, CASEWORKER))
      expect(record.seq).toBeGreaterThan(0)
    await audit.close()
    const { records, checkpoints, faults } = await verifyChain(app, { keys: [], anchors: [], mostUnsigned: 0, keptSince: 0 })
    expect({ records, faults }).toEqual({ records: 3, faults: [] })
    expect(checkpoints).toBeGreaterThan(0)
  })

  it.each([
    'UPDATE audit_record SET unit = NULL',
    'DELETE FROM audit_record',
    'TRUNCATE audit_record',
    `INSERT INTO audit_record (seq, kind, id, at, subject, content, said, link) SELECT 99, kind, id, at, subject, content, said, link FROM audit_record`,
    'UPDATE audit_head SET seq = 0',
    'DELETE FROM audit_checkpoint',
    'UPDATE audit_checkpoint SET at = 0',
    'DELETE FROM audit_open',
    'ALTER TABLE audit_record DISABLE TRIGGER ALL',
    'DROP TRIGGER audit_record_kept ON audit_record',
    'UPDATE guidance_log SET reason = $$x$$',
    'DELETE FROM guidance_log',
    'DELETE FROM guidance_pack',
    'UPDATE schema_migration SET checksum = $$x$$',
    'CREATE TABLE mine (a int)',
    'CREATE FUNCTION audit_beat(text) RETURNS void LANGUAGE sql AS $$SELECT$$',
    'SET session_replication_role = replica',
  ])('may not: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('has said for every table what it may do', async () => {
    const tables = await app.query<{ name: string; verbs: string | null }>(
      `SELECT t.relname AS name, string_agg(p.privilege_type, ' ' ORDER BY p.privilege_type) AS verbs
       FROM pg_class t LEFT JOIN information_schema.role_table_grants p ON p.table_name = t.relname AND p.grantee = 'sagshjaelp_app'
       WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' GROUP BY 1 ORDER BY 1`,
    )
    const writable = tables.filter(({ verbs }) => verbs !== 'SELECT').map(({ name, verbs }) => `${name}: ${verbs}`)
    expect(writable).toEqual([
      'auth_revocation: DELETE INSERT SELECT UPDATE',
      'guidance_count: DELETE INSERT SELECT UPDATE',
      'guidance_count_batch: DELETE INSERT SELECT UPDATE',
      'guidance_local_rules: INSERT SELECT',
      'guidance_log: INSERT SELECT',
      'guidance_pack: INSERT SELECT',
      'limit_lease: DELETE INSERT SELECT UPDATE',
      'limit_meter: DELETE INSERT SELECT UPDATE',
    ])
  })

  it('does not start on tables that are not up to date', async () => {
    const empty = await stores.config('postgres')
    await expect(stores.reopen({ ...empty, migrations: 'check' })).rejects.toThrow('proxy:migrate')
  })
})
