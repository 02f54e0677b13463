import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecords } from '#proxy/audit/read-records.ts'
import type { ChainedRecord } from '#proxy/audit/record.ts'
import { verifyChain } from '#proxy/audit/verify.ts'
import type { Store } from '#proxy/store/store.ts'
import { CASEWORKER, DONE, callStart, keepRecord, use } from '../support/audit-samples.ts'
import { STORE_KINDS, testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())

const NOTHING_EXPECTED = { keys: [], anchors: [], mostUnsigned: 0, keptSince: 0 }

async function all(store: Store): Promise<readonly ChainedRecord[]> {
  const found: ChainedRecord[] = []
  for await (const record of readRecords(store, { from: null, to: null, caseHash: null })) found.push(record)
  return found
}

describe.each(STORE_KINDS)('the record of use on %s', (kind) => {
  let store: Store
  beforeAll(async () => {
    store = await stores.open(kind)
  }, 60_000)

  it('has a call on disk when it is finished, with everything that is known of it', async () => {
    const { audit } = await keepRecord(store)
    const start = callStart({ useId: 'A0000000-0000-4000-8000-00000000000A' })
    await audit.begin(start).finish(DONE)
    const [record] = await all(store)
    expect(record).toMatchObject({
      seq: 1,
      kind: 'call',
      subject: 'medarbejder-7',
      unit: 'job-nord',
      feature: 'answer',
      purpose: 'case-work',
      useId: 'a0000000-0000-4000-8000-00000000000a',
      caseHash: 'ab'.repeat(32),
      model: 'gpt-4o',
      modelVersion: 'gpt-4o-2024-08-06',
      ending: 'done',
      promptTokens: 300,
      outcome: null,
    })
    expect(await store.query('SELECT * FROM audit_open')).toEqual([])
    await audit.close()
  })

  it('keeps a use once, however often it is sent, and refuses its id to another', async () => {
    const { audit } = await keepRecord(store)
    const sent = use()
    expect(await audit.recordUses([sent, sent], CASEWORKER)).toEqual(['recorded', 'already'])
    expect(await audit.recordUses([sent], CASEWORKER)).toEqual(['already'])
    expect(await audit.recordUses([{ ...sent, outcome: 'discarded' }], CASEWORKER)).toEqual(['differs'])
    expect(await audit.recordUses([sent], { ...CASEWORKER, subject: 'en-anden' })).toEqual(['differs'])
    const kept = (await all(store)).filter(({ id }) => id === sent.id)
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({
      outcome: 'edited',
      packs: ['employment-rules@12'],
      entries: [`note:${'0f'.repeat(16)}`, `note:${'1e'.repeat(16)}`],
      coverageRead: 40,
      coverageOf: 42,
    })
    await audit.close()
  })

  it('does not take a client’s word for a time long ago or to come', async () => {
    const { audit } = await keepRecord(store)
    const day = 86_400_000
    const uses = [use({ happenedAt: Date.now() - 8 * day }), use({ happenedAt: Date.now() + day })]
    expect(await audit.recordUses(uses, CASEWORKER)).toEqual(['out-of-time', 'out-of-time'])
    await audit.close()
  })

  it('writes what a dead replica had under way as an error, once', async () => {
    const dead = await keepRecord(store)
    const started = callStart({ useId: randomUUID() })
    const lost = dead.audit.begin(started)
    await expect.poll(() => store.query('SELECT use_id FROM audit_open')).toEqual([{ use_id: started.useId }])
    await store.query(`UPDATE audit_instance SET beat = beat - interval '1 hour'`)
    const others = await Promise.all([keepRecord(store), keepRecord(store)])
    await expect.poll(() => store.query('SELECT use_id FROM audit_open')).toEqual([])
    const records = (await all(store)).filter(({ useId }) => useId === started.useId)
    expect(records).toMatchObject([{ ending: 'error', code: 'replica-died', promptBytes: 1200, answerBytes: 0 }])
    await expect(lost.finish(DONE)).rejects.toThrow('closed-meanwhile')
    for (const { audit } of [dead, ...others]) await audit.close()
  })

  it('makes one chain of what several replicas write at once', { timeout: 60_000 }, async () => {
    const before = (await all(store)).length
    const replicas = await Promise.all(Array.from({ length: 4 }, () => keepRecord(store)))
    await Promise.all(replicas.flatMap(({ audit }) => Array.from({ length: 100 }, () => audit.begin(callStart()).finish(DONE))))
    for (const { audit } of replicas) await audit.close()
    const records = await all(store)
    expect(records).toHaveLength(before + 400)
    expect(new Set(records.map(({ id }) => id)).size).toBe(before + 400)
    const { faults, end } = await verifyChain(store, NOTHING_EXPECTED)
    expect(faults).toEqual([])
    expect(end.seq).toBe(before + 400)
    expect(replicas.flatMap(({ logged }) => logged).filter(({ event }) => event === 'chain-broken')).toEqual([])
  })

  it('exports a case, and puts on record who took it out', async () => {
    const { audit } = await keepRecord(store)
    const caseHash = '5a'.repeat(32)
    await audit.begin(callStart({ caseHash })).finish(DONE)
    await audit.recordUses([use({ caseHash })], CASEWORKER)
    const exported: ChainedRecord[] = []
    for await (const record of await audit.exportRecords({ from: null, to: null, caseHash }, { ...CASEWORKER, subject: 'dpo' }))
      exported.push(record)
    expect(exported.map(({ kind: what }) => what)).toEqual(['call', 'use', 'export'])
    expect((await all(store)).at(-1)).toMatchObject({ kind: 'export', subject: 'dpo', caseHash })
    await audit.close()
  })

  it('refuses anything that could hold content, in the table itself', async () => {
    const insert = (column: string, value: string) =>
      store.query(`SELECT audit_write($1::uuid, '[]', $2::text::json, 0, $3)`, [
        randomUUID(),
        JSON.stringify([
          {
            kind: 'call',
            id: randomUUID(),
            at: 1,
            subject: 's',
            content: `\\x${'00'.repeat(32)}`,
            said: `\\x${'00'.repeat(32)}`,
            [column]: value,
          },
        ]),
        '00'.repeat(32),
      ])
    const sentence = 'Borgeren har oplyst om sin sygdom'
    const columns = ['feature', 'purpose', 'model', 'model_version', 'upstream', 'region', 'code', 'ending', 'outcome', 'app_version']
    for (const column of [...columns, 'call_kind', 'use_id', 'case_hash', 'prompt_bytes'])
      await expect(insert(column, sentence), column).rejects.toThrow(/check constraint|invalid input/)
  })

  it('cannot be changed or emptied', async () => {
    for (const sql of [
      'UPDATE audit_record SET unit = NULL',
      'DELETE FROM audit_record',
      'TRUNCATE audit_record',
      'DELETE FROM audit_checkpoint',
    ])
      await expect(store.query(sql), sql).rejects.toThrow('append-only')
  })
})

describe('a replica that runs', () => {
  it('notices that the end of the chain was cut off, and goes on behind it', { timeout: 60_000 }, async () => {
    const store = await stores.open('postgres')
    const { audit, logged } = await keepRecord(store, { deadAfterSeconds: 5 })
    for (let at = 0; at < 5; at += 1) await audit.begin(callStart()).finish(DONE)
    await store.transaction(async (tx) => {
      await tx.query(`SELECT set_config('session_replication_role', 'replica', true)`)
      await tx.query('DELETE FROM audit_record WHERE seq > 3')
      await tx.query('UPDATE audit_head SET seq = r.seq, link = r.link FROM audit_record r WHERE r.seq = 3')
    })
    // Nobody writes anything: it looks all the same.
    await expect.poll(() => logged.filter(({ event }) => event === 'chain-broken').length, { timeout: 10_000 }).toBe(1)
    await audit.begin(callStart()).finish(DONE)
    await audit.close()
    expect((await all(store)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(logged.filter(({ event }) => event === 'chain-broken')).toHaveLength(1)
  })
})
