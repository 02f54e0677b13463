import { describe, expect, it } from 'vitest'
import { Checkpoints } from '#proxy/audit/checkpoints.ts'

const link = 'ab'.repeat(32)

/** A table that takes its time, and keeps what was noted and how many wrote at once. */
function slowTable() {
  const table = { noted: [] as unknown[], atOnce: 0, mostAtOnce: 0, failing: false }
  const db = {
    async query<Row extends object>(_sql: string, [seq]: readonly unknown[] = []): Promise<Row[]> {
      table.atOnce += 1
      table.mostAtOnce = Math.max(table.mostAtOnce, table.atOnce)
      await new Promise((resolve) => setTimeout(resolve, 10))
      table.atOnce -= 1
      if (table.failing) throw new Error('away')
      table.noted.push(seq)
      return []
    },
  }
  return {
    table,
    checkpoints: new Checkpoints({ signer: null, everyRecords: 10, everyMs: 60_000 }, { db, now: () => 1, announce: () => {} }),
  }
}

describe('checkpoints', () => {
  it('are noted one at a time, whatever is written meanwhile', async () => {
    const { table, checkpoints } = slowTable()
    await Promise.all([20, 40, 60].map((seq) => checkpoints.noteIfDue({ seq, link })))
    expect(table.noted).toEqual([20])
    await checkpoints.noteIfDue({ seq: 60, link })
    expect(table.noted).toEqual([20, 60])
  })

  it('note the end of the chain at the close also when one is being noted, or could not be', async () => {
    const { table, checkpoints } = slowTable()
    const first = checkpoints.noteIfDue({ seq: 20, link })
    await Promise.all([first, checkpoints.note({ seq: 25, link }), checkpoints.note({ seq: 25, link })])
    expect(table.noted).toEqual([20, 25])
    table.failing = true
    await expect(checkpoints.note({ seq: 50, link })).rejects.toThrow('away')
    table.failing = false
    await checkpoints.note({ seq: 50, link })
    expect(table.noted).toEqual([20, 25, 50])
    expect(table.mostAtOnce).toBe(1)
  })
})
