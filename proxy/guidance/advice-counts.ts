import { createHmac, hkdfSync } from 'node:crypto'
import type { Caller } from '../auth/caller.ts'
import { FEWEST, type AdviceCounts, type CountsOfUnit } from '../contract/guidance-counts.ts'
import type { Store } from '../store/store.ts'

export interface CountsDeps {
  readonly store: Pick<Store, 'query' | 'transaction'>
  /** The Danish day, `YYYY-MM-DD`. */
  readonly today: () => string
  /** A secret of the municipality: without it nobody can say whose hash one is. */
  readonly secret: string
}

const MARK_BYTES = 16

const ADD = `INSERT INTO guidance_count (quarter, unit, rule, act, reason, person, times)
  SELECT $1, $2, c.rule, c.act, coalesce(c.reason, ''), decode($3, 'hex'), sum(c.times)::int
  FROM json_to_recordset($4::json) AS c(rule text, act text, reason text, times int) GROUP BY c.rule, c.act, coalesce(c.reason, '')
  ON CONFLICT (quarter, unit, rule, act, reason, person) DO UPDATE SET times = least(guidance_count.times + excluded.times, 1000000000)`

/** Both few people and few times are held back; what is left is rounded down, so that no single step shows. */
const READ = `SELECT quarter, rule, act, reason, (sum(times) / $3)::int * $3 AS "atLeast" FROM guidance_count
  WHERE unit = $1 AND quarter = ANY ($2) GROUP BY quarter, rule, act, reason
  HAVING count(*) >= $3 AND sum(times) >= $3 ORDER BY quarter DESC, rule, act, reason`

/** How the unit's advice is received, without a case and without anybody's name. */
export class AdviceCountBook {
  readonly #deps: CountsDeps
  readonly #key: Buffer

  constructor(deps: CountsDeps) {
    this.#deps = deps
    this.#key = Buffer.from(hkdfSync('sha256', deps.secret, '', 'sagshjaelp advice counts 1', 32))
  }

  /** On disk when it resolves. The same batch again changes nothing. */
  async add({ id, counts }: AdviceCounts, { subject, unit }: Pick<Caller, 'subject' | 'unit'>): Promise<void> {
    const [quarter, before] = this.#quarters()
    await this.#deps.store.transaction(async (tx) => {
      const fresh = await tx.query('INSERT INTO guidance_count_batch (id, quarter) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id', [
        id,
        quarter,
      ])
      if (fresh.length === 0) return
      await tx.query(ADD, [quarter, unit, this.#markOf(subject, quarter), JSON.stringify(counts)])
      await tx.query('DELETE FROM guidance_count WHERE quarter < $1', [before])
      await tx.query('DELETE FROM guidance_count_batch WHERE quarter < $1', [before])
    })
  }

  async of(unit: string): Promise<CountsOfUnit> {
    const quarters = this.#quarters()
    const rows = await this.#deps.store.query<{
      quarter: string
      rule: string
      act: CountsOfUnit['quarters'][number]['counts'][number]['act']
      reason: string
      atLeast: number
    }>(READ, [unit, quarters, FEWEST])
    const told = rows.map(({ reason, ...row }) => ({ ...row, reason: reason === '' ? null : reason }))
    return {
      unit,
      quarters: quarters.map((quarter) => ({
        quarter,
        counts: told.filter((row) => row.quarter === quarter).map(({ quarter: _quarter, ...row }) => row),
      })),
    } as CountsOfUnit
  }

  /** Changes with the quarter, so that nobody can be followed from one to the next. */
  #markOf(subject: string, quarter: string): string {
    const mac = createHmac('sha256', this.#key).update(`${quarter}\n${subject}`).digest()
    return mac.subarray(0, MARK_BYTES).toString('hex')
  }

  /** This quarter and the one before. */
  #quarters(): readonly [string, string] {
    const [year = 0, month = 1] = this.#deps.today().split('-').map(Number)
    const quarter = Math.ceil(month / 3)
    const now = `${year}-Q${quarter}`
    return [now, quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`]
  }
}
