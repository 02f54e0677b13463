import type { ChainEnd } from '#proxy/audit/chain.ts'
import { linkAfter } from '#proxy/audit/chain.ts'
import { contentOf, SELECTED, type ChainedRecord } from '#proxy/audit/record.ts'
import type { Queryable } from '#proxy/store/store.ts'
import type { Random } from '../support/random.ts'

/** A way to change what may not be changed, as one who rules over the database could. Undone by the transaction around it. */
export interface Tampering {
  readonly name: string
  /**
   * Who finds it: whoever reads the database; whoever also has the public key that checkpoints are signed with, or the
   * checkpoints in the log; or a replica that is running and saw the end of the chain before.
   */
  readonly needs: 'nothing' | 'signature' | 'anchor' | 'replica'
  /** Says what it did; `null`: not possible here. */
  run(db: Queryable, random: Random): Promise<string | null>
}

/** Another value of the column's own kind: what is changed is still something the table takes. */
const EDITS: Readonly<Record<string, string>> = {
  at: 'at + 1',
  subject: `subject || 'x'`,
  unit: `coalesce(unit, '') || 'x'`,
  feature: `CASE WHEN feature = 'draft' THEN 'answer' ELSE 'draft' END`,
  purpose: `CASE WHEN purpose = 'plan' THEN 'practice' ELSE 'plan' END`,
  case_hash: 'sha256(int8send(seq))',
  model: `coalesce(model, '') || 'x'`,
  model_version: `coalesce(model_version, '') || 'x'`,
  upstream: `coalesce(upstream, '') || 'x'`,
  region: `coalesce(region, '') || 'x'`,
  ending: `CASE WHEN ending = 'done' THEN 'error' ELSE 'done' END`,
  code: `coalesce(code, '') || 'x'`,
  use_id: 'gen_random_uuid()',
  id: 'gen_random_uuid()',
  began_at: 'coalesce(began_at, 0) + 1',
  call_kind: `coalesce(call_kind, '') || 'x'`,
  prompt_bytes: 'coalesce(prompt_bytes, 0) + 1',
  answer_bytes: 'coalesce(answer_bytes, 0) + 1',
  prompt_tokens: 'coalesce(prompt_tokens, 0) + 1',
  completion_tokens: 'coalesce(completion_tokens, 0) + 1',
  happened_at: 'coalesce(happened_at, 0) + 1',
  origin: `CASE WHEN origin = 'local' THEN 'model' ELSE 'local' END`,
  outcome: `CASE WHEN outcome = 'used' THEN 'discarded' ELSE 'used' END`,
  app_version: `coalesce(app_version, '0') || '.1'`,
  packs: `coalesce(packs, '{}') || 'planted@1'::text`,
  entries: `coalesce(entries, '{}') || ('note:' || repeat('0', 32))`,
  coverage_of: 'coalesce(coverage_of, 0) + 1000',
  coverage_read: 'CASE WHEN coverage_read > 0 THEN coverage_read - 1 END',
  period_from: 'coalesce(period_from, 0) + 1',
  period_to: 'coalesce(period_to, 0) + 1',
  content: 'sha256(content)',
  link: 'sha256(link)',
}

const edits = Object.entries(EDITS).map(([column, value]): Tampering => ({
  name: `edit ${column}`,
  needs: 'nothing',
  run: async (db, random) => {
    const row = await someRow(db, random)
    const before = await db.query<{ v: string }>(`SELECT ${column}::text AS v FROM audit_record WHERE seq = $1`, [row])
    await db.query(`UPDATE audit_record SET ${column} = ${value} WHERE seq = $1`, [row])
    const after = await db.query<{ v: string }>(`SELECT ${column}::text AS v FROM audit_record WHERE seq = $1`, [row])
    return before[0]?.v === after[0]?.v ? null : `row ${row}`
  },
}))

const others: readonly Tampering[] = [
  {
    name: 'edit and reckon the content anew',
    needs: 'nothing',
    run: async (db, random) => {
      const row = await someRow(db, random)
      await db.query(`UPDATE audit_record SET subject = subject || 'y' WHERE seq = $1`, [row])
      await rewriteContent(db, row)
      return `row ${row}`
    },
  },
  {
    name: 'edit and reckon the whole rest of the chain anew',
    needs: 'signature',
    run: async (db, random) => {
      const signed = await newestCheckpoint(db)
      const row = random.int(1, signed - 1)
      await db.query(`UPDATE audit_record SET subject = 'someone-else' WHERE seq = $1`, [row])
      await rewriteContent(db, row)
      await relink(db, row)
      return `from row ${row}`
    },
  },
  {
    name: 'reckon everything anew and move the checkpoints along',
    needs: 'signature',
    run: async (db, random) => {
      const row = random.int(1, (await newestCheckpoint(db)) - 1)
      await db.query(`UPDATE audit_record SET subject = 'someone-else' WHERE seq = $1`, [row])
      await rewriteContent(db, row)
      await relink(db, row)
      await db.query('UPDATE audit_checkpoint c SET link = r.link FROM audit_record r WHERE r.seq = c.seq')
      return `from row ${row}`
    },
  },
  {
    name: 'delete a row in the middle',
    needs: 'nothing',
    run: async (db, random) => {
      const row = random.int(2, (await lastSeq(db)) - 1)
      await db.query('DELETE FROM audit_record WHERE seq = $1', [row])
      return `row ${row}`
    },
  },
  {
    name: 'delete a row and close the gap',
    needs: 'nothing',
    run: async (db, random) => {
      const row = random.int(2, (await lastSeq(db)) - 1)
      await db.query('DELETE FROM audit_record WHERE seq = $1', [row])
      await db.query('UPDATE audit_record SET seq = seq + 1000000000 WHERE seq > $1', [row])
      await db.query('UPDATE audit_record SET seq = seq - 1000000001 WHERE seq > 1000000000')
      await db.query('UPDATE audit_head SET seq = seq - 1')
      return `row ${row}`
    },
  },
  {
    name: 'delete the first rows',
    needs: 'nothing',
    run: async (db, random) => {
      const [first] = await db.query<{ seq: number }>('SELECT seq FROM audit_checkpoint ORDER BY seq LIMIT 1')
      const upTo = random.chance(0.5) ? (first?.seq ?? 1) : random.int(1, 20)
      await db.query('DELETE FROM audit_record WHERE seq <= $1', [upTo])
      return `up to ${upTo}`
    },
  },
  {
    name: 'delete the last rows',
    needs: 'nothing',
    run: async (db, random) => {
      const from = (await lastSeq(db)) - random.int(0, 30)
      await db.query('DELETE FROM audit_record WHERE seq >= $1', [from])
      return `from ${from}`
    },
  },
  {
    name: 'delete the last rows up to before a checkpoint, and say that the chain ends there',
    needs: 'anchor',
    run: async (db, random) => {
      const end = (await newestCheckpoint(db)) - random.int(1, 30)
      await cutAt(db, end)
      return `after ${end}`
    },
  },
  {
    name: 'delete the last rows and say that the chain ends there',
    needs: 'replica',
    run: async (db, random) => {
      const end = (await lastSeq(db)) - random.int(1, 30)
      await cutAt(db, end)
      return `after ${end}`
    },
  },
  {
    name: 'delete the last rows and write as many others',
    needs: 'replica',
    run: async (db, random) => {
      const count = random.int(1, 5)
      await cutAt(db, (await lastSeq(db)) - count)
      const [row] = await db.query<{ seq: number }>('SELECT seq FROM audit_head')
      for (let at = 0; at < count; at += 1) await forge(db)
      return `${count} after ${row?.seq}`
    },
  },
  {
    name: 'delete everything and begin again',
    needs: 'anchor',
    run: async (db) => {
      await db.query('DELETE FROM audit_record')
      await db.query('DELETE FROM audit_checkpoint')
      await db.query(`UPDATE audit_head SET seq = 0, link = decode(repeat('00', 32), 'hex')`)
      return 'all rows'
    },
  },
  {
    name: 'swap two rows',
    needs: 'nothing',
    run: async (db, random) => {
      const row = random.int(1, (await lastSeq(db)) - 1)
      await db.query('UPDATE audit_record SET seq = 1000000000 WHERE seq = $1', [row])
      await db.query('UPDATE audit_record SET seq = $1 WHERE seq = $1 + 1', [row])
      await db.query('UPDATE audit_record SET seq = $1 + 1 WHERE seq = 1000000000', [row])
      return `rows ${row} and ${row + 1}`
    },
  },
  {
    name: 'put a row in at the end',
    needs: 'nothing',
    run: async (db) => {
      await db.query(`INSERT INTO audit_record (seq, kind, id, at, subject, period_from, period_to, content, said, link)
        SELECT seq + 1, 'export', gen_random_uuid(), at, 'planted', 0, 1, content, said, link FROM audit_record ORDER BY seq DESC LIMIT 1`)
      return 'one more row'
    },
  },
  {
    name: 'take the signature off a checkpoint',
    needs: 'signature',
    run: async (db) => {
      await db.query('UPDATE audit_checkpoint SET key = NULL, signature = NULL WHERE seq = (SELECT max(seq) FROM audit_checkpoint)')
      return 'the newest'
    },
  },
  {
    name: 'move a checkpoint in time',
    needs: 'signature',
    run: async (db) => {
      await db.query('UPDATE audit_checkpoint SET at = at - 100000000000 WHERE seq = (SELECT min(seq) FROM audit_checkpoint)')
      return 'the oldest'
    },
  },
]

export const TAMPERINGS: readonly Tampering[] = [...edits, ...others]

async function lastSeq(db: Queryable): Promise<number> {
  const [row] = await db.query<{ seq: number }>('SELECT max(seq) AS seq FROM audit_record')
  return row?.seq ?? 0
}

async function newestCheckpoint(db: Queryable): Promise<number> {
  const [row] = await db.query<{ seq: number }>('SELECT max(seq) AS seq FROM audit_checkpoint')
  return row?.seq ?? 0
}

async function someRow(db: Queryable, random: Random): Promise<number> {
  return random.int(1, await lastSeq(db))
}

async function rewriteContent(db: Queryable, seq: number): Promise<void> {
  const [record] = await db.query<ChainedRecord>(`SELECT ${SELECTED} FROM audit_record WHERE seq = $1`, [seq])
  if (record === undefined) throw new Error('no such row')
  await db.query(`UPDATE audit_record SET content = decode($2, 'hex') WHERE seq = $1`, [seq, contentOf(record)])
}

async function relink(db: Queryable, from: number): Promise<void> {
  const rows = await db.query<ChainedRecord>(`SELECT ${SELECTED} FROM audit_record WHERE seq >= $1 - 1 ORDER BY seq`, [from])
  let end: ChainEnd = from === 1 ? { seq: 0, link: '00'.repeat(32) } : { seq: from - 1, link: rows[0]?.link ?? '' }
  const links = rows
    .filter(({ seq }) => seq >= from)
    .map(({ content }) => {
      end = linkAfter(end, content)
      return end
    })
  await db.query(
    `UPDATE audit_record r SET link = decode(n.link, 'hex') FROM unnest($1::bigint[], $2::text[]) AS n(seq, link) WHERE r.seq = n.seq`,
    [links.map(({ seq }) => seq), links.map(({ link }) => link)],
  )
  await db.query(`UPDATE audit_head SET link = decode($1, 'hex')`, [end.link])
}

async function forge(db: Queryable): Promise<void> {
  await db.query(`INSERT INTO audit_record (seq, kind, id, at, subject, period_from, period_to, content, said, link)
    SELECT h.seq + 1, 'export', gen_random_uuid(), 1, 'planted', 0, 1, h.link, h.link, sha256(h.link || int8send(h.seq + 1) || h.link)
    FROM audit_head h`)
  await db.query('UPDATE audit_head SET seq = r.seq, link = r.link FROM (SELECT seq, link FROM audit_record ORDER BY seq DESC LIMIT 1) r')
}

async function cutAt(db: Queryable, end: number): Promise<void> {
  await db.query('DELETE FROM audit_record WHERE seq > $1', [end])
  await db.query('DELETE FROM audit_checkpoint WHERE seq > $1', [end])
  await db.query('UPDATE audit_head SET seq = r.seq, link = r.link FROM audit_record r WHERE r.seq = $1', [end])
}
