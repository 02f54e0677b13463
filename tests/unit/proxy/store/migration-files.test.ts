import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readMigrations } from '#proxy/store/migration-files.ts'
import { statementNames } from '#proxy/store/statement-names.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function folderWith(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-migrations-'))
  folders.push(folder)
  for (const file of files) writeFileSync(join(folder, file), `-- ${file}`)
  return folder
}

describe('migration files', () => {
  it('come in the order of their numbers', () => {
    const migrations = readMigrations(folderWith(['020-b.sql', '010-a.sql', 'notes.txt', '100-c-d.sql']))
    expect(migrations.map(({ number, name }) => [number, name])).toEqual([
      [10, '010-a.sql'],
      [20, '020-b.sql'],
      [100, '100-c-d.sql'],
    ])
    expect(new Set(migrations.map(({ checksum }) => checksum)).size).toBe(3)
  })

  it.each([[['010-a.sql', '010-b.sql']], [['1-a.sql']], [['010-Å.sql']], [['010.sql']]])('with names like %j are refused', (files) => {
    expect(() => readMigrations(folderWith(files))).toThrow('proxy/store/migrations')
  })

  it('of the proxy itself have names that fit', () => {
    expect(readMigrations().length).toBeGreaterThan(4)
  })
})

describe('prepared statements', () => {
  it('have one name for each text, and no more than the server can hold', () => {
    const nameOf = statementNames(2)
    const one = nameOf('SELECT 1')
    expect(one).toMatch(/^s[0-9a-f]{24}$/)
    expect(nameOf('SELECT 2')).not.toBe(one)
    expect(nameOf('SELECT 3')).toBeUndefined()
    expect(nameOf('SELECT 1')).toBe(one)
  })
})
