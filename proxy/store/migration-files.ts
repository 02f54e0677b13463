import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from './store-error.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file: what has run in a database must never change afterwards. */
  readonly checksum: string
}

const FOLDER = join(import.meta.dirname, 'migrations')
const NAME = /^(\d{3})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/

/** All migrations in order of their number. @throws StoreError */
export function readMigrations(folder: string = FOLDER): readonly Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const number = Number(NAME.exec(name)?.[1] ?? Number.NaN)
      const sql = readFileSync(join(folder, name), 'utf8')
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
  const odd = migrations.find(({ number }, at) => Number.isNaN(number) || migrations[at - 1]?.number === number)
  if (odd !== undefined) throw new StoreError('migration-names', { about: odd.name })
  return migrations
}
