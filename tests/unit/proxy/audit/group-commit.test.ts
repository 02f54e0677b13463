import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { WriteState } from '#proxy/audit/chain-writer.ts'
import { GroupCommit } from '#proxy/audit/group-commit.ts'
import { makeRecord, type AuditRecord, type Row } from '#proxy/audit/record.ts'

const OPTIONS = { gatherMs: 1, longestWaitMs: 400, mostWaiting: 50 }

function call(changes: Partial<AuditRecord> = {}): AuditRecord {
  return makeRecord({ kind: 'call', id: randomUUID(), at: 1, subject: 's', ending: 'done', ...changes })
}

/** A disk that can be told to fail, and keeps what it took. */
function disk() {
  const kept = new Map<unknown, Row>()
  const batches: number[] = []
  const opens: Row[] = []
  const state = { failing: false, waitMs: 0, unfit: new Set<unknown>() }
  const write = async (opened: readonly Row[], records: readonly Row[]): Promise<readonly WriteState[]> => {
    await new Promise((resolve) => setTimeout(resolve, state.waitMs))
    if (state.failing) throw new Error('away')
    if (records.some(({ id }) => state.unfit.has(id))) throw Object.assign(new Error('does not fit'), { code: '23514' })
    batches.push(records.length)
    opens.push(...opened)
    return records.map((row) => {
      const before = kept.get(row['id'])
      if (before === undefined) kept.set(row['id'], row)
      return before === undefined ? 'new' : before['said'] === row['said'] ? 'same' : 'other'
    })
  }
  return { kept, batches, opens, state, write }
}

function committing(options: Partial<typeof OPTIONS> = {}) {
  const store = disk()
  const onFailed = vi.fn()
  const commit = new GroupCommit({ ...OPTIONS, ...options }, { write: store.write, onWritten: () => {}, onFailed })
  return { store, commit, onFailed }
}

describe('a group commit', () => {
  it('writes together what comes while it writes', async () => {
    const { store, commit } = committing()
    store.state.waitMs = 5
    await Promise.all(Array.from({ length: 300 }, () => commit.add(call())))
    expect(store.kept.size).toBe(300)
    expect(store.batches.length).toBeLessThan(5)
  })

  it('lets a record that comes alone wait for no timer', async () => {
    const { store, commit } = committing({ gatherMs: 0 })
    store.state.waitMs = 30
    const records = [call(), call()]
    const written = Promise.all(records.map((record) => commit.add(record)))
    await new Promise((resolve) => setImmediate(resolve))
    // Both came in one turn of the event loop, and are on their way to the disk together.
    expect(commit.waiting).toBe(0)
    expect(await written).toEqual(['new', 'new'])
    expect(store.batches).toEqual([2])
  })

  it('writes that a call began when it ends late, also when it was put back behind younger ones', async () => {
    const { store, commit, onFailed } = committing({ gatherMs: 0, longestWaitMs: 5000 })
    store.state.failing = true
    commit.open('older', () => ({ id: 'older' }))
    await vi.waitFor(() => expect(onFailed).toHaveBeenCalled())
    commit.open('younger', () => ({ id: 'younger' }))
    store.state.failing = false
    await vi.waitFor(() => expect(store.opens).toEqual([{ id: 'older' }, { id: 'younger' }]))
    await commit.close()
  })

  it('answers nobody before the disk has the record', async () => {
    const { store, commit } = committing()
    store.state.waitMs = 30
    const record = call()
    const written = commit.add(record)
    await new Promise((resolve) => setTimeout(resolve, 15))
    expect(store.kept.has(record.id)).toBe(false)
    expect(await written).toBe('new')
    expect(store.kept.has(record.id)).toBe(true)
  })

  it('never writes that a call began when it ended first', async () => {
    const { store, commit } = committing({ gatherMs: 10 })
    const record = call()
    commit.open(record.id, () => ({ id: record.id }))
    await commit.add(record)
    expect(store.opens).toEqual([])
    commit.open('other', () => ({ id: 'other' }))
    await vi.waitFor(() => expect(store.opens).toEqual([{ id: 'other' }]))
  })

  it('holds on to everything while the store is away, and writes it once when it is back', async () => {
    const { store, commit, onFailed } = committing({ longestWaitMs: 5000 })
    store.state.failing = true
    const records = Array.from({ length: 20 }, () => call())
    const written = Promise.all(records.map((record) => commit.add(record)))
    await vi.waitFor(() => expect(onFailed).toHaveBeenCalledTimes(2))
    expect(store.kept.size).toBe(0)
    store.state.failing = false
    expect(await written).toEqual(records.map(() => 'new'))
    expect([...store.kept.keys()]).toEqual(records.map(({ id }) => id))
  })

  it('tells who waits too long, and writes the call as the error it then was', async () => {
    const { store, commit } = committing({ longestWaitMs: 100 })
    store.state.failing = true
    const record = call()
    await expect(commit.add(record)).rejects.toMatchObject({ code: 'not-written' })
    store.state.failing = false
    await vi.waitFor(() => expect(store.kept.get(record.id)).toMatchObject({ ending: 'error', code: 'not-recorded' }))
  })

  it('is not well when the store has been away for long, or too much waits; and is well again afterwards', async () => {
    const { store, commit } = committing({ longestWaitMs: 60_000 })
    store.state.failing = true
    const one = commit.add(call())
    expect(commit.isHealthy()).toBe(true)
    await vi.waitFor(() => expect(commit.isHealthy()).toBe(false), { timeout: 5000 })
    store.state.failing = false
    await one
    expect(commit.isHealthy()).toBe(true)
    store.state.waitMs = 50
    const many = Array.from({ length: 60 }, () => commit.add(call()))
    expect(commit.isHealthy()).toBe(false)
    await Promise.all(many)
    expect(commit.isHealthy()).toBe(true)
  })

  it('is not held up by a record that the table would not have', async () => {
    const { store, commit, onFailed } = committing()
    const records = Array.from({ length: 9 }, () => call())
    store.state.unfit.add(records[4]?.id)
    const results = await Promise.allSettled(records.map((record) => commit.add(record)))
    expect(results.map(({ status }) => status)).toEqual(records.map((_, at) => (at === 4 ? 'rejected' : 'fulfilled')))
    expect(onFailed).toHaveBeenCalledExactlyOnceWith('refused')
    expect(store.kept.size).toBe(8)
  })

  it('gives the same id twice to the store one after the other', async () => {
    const { store, commit } = committing()
    const record = call()
    expect(await Promise.all([commit.add(record), commit.add(record), commit.add({ ...record, ending: 'error' })])).toEqual([
      'new',
      'same',
      'other',
    ])
    expect(store.batches).toEqual([1, 1, 1])
  })

  it('writes what waits before it closes', async () => {
    const { store, commit } = committing({ gatherMs: 100 })
    const written = commit.add(call())
    commit.open('still open', () => ({ id: 'still open' }))
    await commit.close()
    expect(await written).toBe('new')
    expect(store.opens).toEqual([{ id: 'still open' }])
  })
})
