import { afterAll, describe, expect, it } from 'vitest'
import { STORE_KINDS, testStores } from '../support/stores.ts'

const stores = testStores()
afterAll(() => stores.close())

describe.each(STORE_KINDS)('the store on %s', (kind) => {
  const opened = stores.open.bind(null, kind)

  it('gives the same values for the same types', { timeout: 60_000 }, async () => {
    const store = await opened()
    const [row] = await store.query(
      `SELECT $1::text AS text, $2::int AS whole, $3::bigint AS big, $4::boolean AS yes, $5::text[] AS list, $6::jsonb AS json,
        DATE '2026-11-24' AS day, TIMESTAMPTZ '2026-11-24T10:00:00Z' AS moment, NULL AS nothing, 1.50::numeric AS exact,
        9007199254740991::bigint AS safe, 0.1::float8 AS real`,
      ['æøå\u2028"\'', 7, 1_795_514_400_000, true, ['a,b', '"', '{}'], JSON.stringify({ a: [1, null] })],
    )
    expect(row).toEqual({
      text: 'æøå\u2028"\'',
      whole: 7,
      big: 1_795_514_400_000,
      yes: true,
      list: ['a,b', '"', '{}'],
      json: { a: [1, null] },
      day: '2026-11-24',
      moment: new Date('2026-11-24T10:00:00Z'),
      nothing: null,
      exact: '1.50',
      safe: 9_007_199_254_740_991,
      real: 0.1,
    })
  })

  it('keeps all of a transaction or nothing', { timeout: 60_000 }, async () => {
    const store = await opened()
    await store.query('CREATE TABLE pair (a int PRIMARY KEY)')
    const failing = store.transaction(async (tx) => {
      await tx.query('INSERT INTO pair VALUES ($1)', [1])
      await tx.query('INSERT INTO pair VALUES ($1)', [1])
    })
    await expect(failing).rejects.toThrow('duplicate key')
    const changedItsMind = store.transaction(async (tx) => {
      await tx.query('INSERT INTO pair VALUES ($1)', [2])
      throw new Error('changed its mind')
    })
    await expect(changedItsMind).rejects.toThrow('changed its mind')
    expect(await store.query('SELECT a FROM pair')).toEqual([])
    const kept = await store.transaction(async (tx) => {
      await tx.query('INSERT INTO pair VALUES ($1)', [3])
      return tx.query('SELECT a FROM pair')
    })
    expect(kept).toEqual([{ a: 3 }])
    expect(await store.query('SELECT a FROM pair')).toEqual([{ a: 3 }])
  })

  it('finds Danish words by their stem', { timeout: 60_000 }, async () => {
    const store = await opened()
    const [row] = await store.query(
      `SELECT to_tsvector('danish', 'Jobsamtalerne blev aflyst') @@ to_tsquery('danish', 'jobsamtaler') AS found`,
    )
    expect(row).toEqual({ found: true })
  })

  it('answers until it is closed', { timeout: 60_000 }, async () => {
    const store = await opened()
    expect(await store.ready()).toBe(true)
    await store.close()
    expect(await store.ready()).toBe(false)
  })
})

describe('vectors', () => {
  it('are there in PGlite, and compare', { timeout: 60_000 }, async () => {
    const store = await stores.open('pglite')
    expect(store.vectors).toBe(true)
    const [row] = await store.query(`SELECT '[1,2,3]'::vector <-> '[1,2,5]'::vector AS distance`)
    expect(row).toEqual({ distance: 2 })
  })

  it('are found missing on a server that does not offer them, and nothing stops', { timeout: 60_000 }, async () => {
    const store = await stores.open('postgres')
    expect(store.vectors).toBe(false)
    expect(await store.ready()).toBe(true)
  })
})
