import type { LogVerification } from '#proxy/contract/guidance.ts'
import type { PostgresConfig } from '#proxy/store/store-config.ts'
import type { Random } from '../support/random.ts'
import type { Tally } from '../support/tally.ts'
import type { Survival } from './survive.ts'
import type { Stage } from './stage.ts'
import { ADMINISTRATOR } from './writers.ts'

const EDITS = [
  "UPDATE guidance_log SET subject = 'en-anden' WHERE entry = $1",
  "UPDATE guidance_log SET reason = reason || '.' WHERE entry = $1",
  "UPDATE guidance_log SET unit = 'west' WHERE entry = $1",
  "UPDATE guidance_log SET at = '2020-01-01T00:00:00.000Z' WHERE entry = $1",
  "UPDATE guidance_log SET until_day = '2099-01-01' WHERE entry = $1",
  "UPDATE guidance_log SET switch = 'rule:andet' WHERE entry = $1",
  "UPDATE guidance_log SET role = CASE role WHEN 'supervisor' THEN 'administrator' ELSE 'supervisor' END WHERE entry = $1",
  'UPDATE guidance_log SET signature = NULL, key = NULL WHERE entry = $1',
] as const

/** Somebody with the whole database changes one row at a time; the running proxy must say so, and say intact once it is back. */
export async function findEditedRows(stage: Stage, survival: Survival, random: Random, tally: Tally): Promise<number> {
  const { database } = survival.store as PostgresConfig
  const cluster = await stage.stores.cluster()
  const proxy = await stage.start(survival.store)
  const intact = async () => {
    const answer = await stage.ask(proxy, '/v1/guidance/log/verification', { as: ADMINISTRATOR })
    return (answer?.body as LogVerification | undefined)?.intact === true
  }
  let edits = 0
  await cluster.asSuperuser(database, async (client) => {
    await client.query('ALTER TABLE guidance_log DISABLE TRIGGER ALL')
    const { rows } = await client.query<{ last: number }>('SELECT max(entry) AS last FROM guidance_log')
    for (const sql of EDITS) {
      const entry = random.int(1, rows[0]?.last ?? 1)
      await client.query(`CREATE TEMP TABLE before AS SELECT * FROM guidance_log WHERE entry = ${entry}`)
      await client.query(sql, [entry])
      tally.check('edited row not found', !(await intact()), () => `${sql} (entry ${entry})`)
      await client.query(`UPDATE guidance_log SET (at, unit, subject, role, switch, until_day, reason, key, signature) =
        (SELECT at, unit, subject, role, switch, until_day, reason, key, signature FROM before) WHERE entry = ${entry}`)
      await client.query('DROP TABLE before')
      tally.check('restored row', await intact(), () => `after ${sql}`)
      edits += 1
    }
    await client.query('ALTER TABLE guidance_log ENABLE TRIGGER ALL')
  })
  await proxy.close()
  return edits
}
