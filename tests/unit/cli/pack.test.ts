import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { pack } from '#cli/pack.ts'
import { source } from '../guidance/authoring/rule-text.ts'

const LAW = new URL('../../../packs/law/', import.meta.url).pathname

function folder(version: Record<string, unknown> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'sagshjaelp-pack-'))
  writeFileSync(join(path, 'pack.json'), JSON.stringify({ id: 'p', version: '1', title: 'Prøve', lawOn: '2026-11-22' }))
  const { id, ...rest } = source({ from: '2025-03-01', cites: ['FJPL § 3'], ...version })
  writeFileSync(join(path, `${id}.yaml`), stringify({ id, ...rest }))
  return path
}

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = []
  const code = await pack(args, { out: (line) => void lines.push(line), err: (line) => void lines.push(line) })
  return { code, out: lines.join('\n') }
}

test('check tells what is wrong, and counts', async () => {
  const { code, out } = await run('check', '--rules', folder())
  expect(code).toBe(1)
  expect(out).toContain('mindst 5 eksempler kræves')
  expect(out).toMatch(/1 regler set efter: \d+ fejl, 0 bemærkninger\./)
  const faults = JSON.parse((await run('check', '--rules', folder(), '--json')).out) as { code: string }[]
  expect(faults.map(({ code: kind }) => kind)).toContain('boundary')
})

test('check with law finds a place that is repealed', async () => {
  expect((await run('check', '--rules', folder(), '--law', LAW)).out).toContain('«FJPL § 3» findes ikke i loven den dag')
})

test('coverage names the condition that no example brings out', async () => {
  const { code, out } = await run('coverage', '--rules', folder())
  expect(code).toBe(1)
  expect(out).toContain('er aldrig falsk i et eksempel')
  expect(out).toContain('regler i bogen: 1 af 1')
})

test('compare and touched', async () => {
  const own = folder()
  expect(await run('compare', '--rules', own, '--old', own)).toEqual({ code: 0, out: 'Ingen forskel.' })
  expect((await run('compare', '--rules', folder({ note: 'Ny' }), '--old', own)).out).toContain('note: «ingen» → «Ny»')
  const texts = ['--old', join(LAW, 'fjordplejelov-2021.xml'), '--new', join(LAW, 'fjordplejelov-2025.xml')]
  expect((await run('touched', '--rules', own, ...texts)).out).toContain('answer-in-time, version 2025-03-01: FJPL § 3')
  expect((await run('touched', '--rules', folder({ cites: ['LAB § 3'] }), ...texts)).out).toBe('Ingen regler er berørt.')
})

test('the book is written to a file', async () => {
  const path = join(folder(), 'bog.html')
  expect((await run('book', '--rules', folder(), '--out', path)).code).toBe(0)
  expect(readFileSync(path, 'utf8')).toContain('<section id="answer-in-time">')
})

test.each([[[]], [['draw']], [['compare']], [['touched', '--old', 'x']]])('%j is no use', async (args) => {
  expect(await run(...args)).toMatchObject({ code: 2, out: expect.stringContaining('Brug: pack check') as string })
})
