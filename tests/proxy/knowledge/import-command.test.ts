import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createKnowledge } from '#proxy/knowledge/create-knowledge.ts'
import { testStores } from '../support/stores.ts'

const stores = testStores()
const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-import-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await stores.close()
})

function lawImport(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['proxy/importers/main.ts', ...args], {
    encoding: 'utf8',
    timeout: 50_000,
  })
  return { status, stdout, stderr }
}

it('loads files into the store that a configuration names, once, and goes on past one it cannot read', async () => {
  const store = await stores.config('postgres')
  const config = join(folder, 'proxy.json')
  writeFileSync(config, JSON.stringify({ store }))
  writeFileSync(join(folder, 'brudt.xml'), '<Dokument><Meta>')
  writeFileSync(join(folder, 'samtale.md'), '# Samtale\nVi ringer til plejeren dagen før.')

  const first = lawImport('packs/law', join(folder, 'brudt.xml'), '--to', config)
  expect(first).toMatchObject({ status: 1, stdout: expect.stringContaining('3 filer indlæst, 1 kunne ikke læses') })
  expect(first.stderr).toContain('not-well-formed')
  expect(lawImport('packs/law', '--to', config).stdout.match(/: uændret:/g)).toHaveLength(3)
  expect(lawImport(join(folder, 'samtale.md'), '--as', 'procedure', '--to', config).status).toBe(0)

  const knowledge = createKnowledge({ store: await stores.reopen(store), now: () => Date.parse('2026-11-24T12:00:00Z'), meaning: null })
  const { law, procedure } = await knowledge.list()
  expect([law.map(({ number }) => number), procedure.map(({ title }) => title)]).toEqual([[9155, 9101], ['Samtale']])
})

it('says how it is used', () => {
  expect(lawImport()).toMatchObject({ status: 2, stderr: expect.stringContaining('law:import') })
  expect(lawImport('packs/law', '--as', 'gossip').status).toBe(2)
})
