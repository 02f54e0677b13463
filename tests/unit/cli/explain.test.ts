import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explain } from '#cli/explain.ts'
import { ruleOf, source } from '../guidance/authoring/rule-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-explain-'))
const write = (name: string, data: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(data))
  return path
}
const pack = write('pack.json', { format: 1, id: 'p', version: '1', title: 'p', rules: [ruleOf(source())] })
const facts = write('case.json', { facts: { 'access.received': '2026-11-02', 'access.law': 'FVL', 'access.decided': null } })

function run(...args: string[]): { code: number; out: string } {
  const lines: string[] = []
  const code = explain(['--pack', pack, '--facts', facts, ...args], {
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
  })
  return { code, out: lines.join('\n') }
}

test('why, with every condition and the deadline counted out', () => {
  const { code, out } = run('--date', '2026-11-12')
  expect(code).toBe(0)
  expect(out).toContain('[ja] ')
  expect(out).toContain('[nej] ')
  expect(out).toContain('onsdag 11. november 2026: dag 7')
})

test('a page to print, data, and what comes', () => {
  expect(run('--date', '2026-11-12', '--html').out).toContain('<h1>Forklaring af råd</h1>')
  expect(JSON.parse(run('--date', '2026-11-12', '--json').out)).toHaveLength(1)
  expect(run('--date', '2026-11-11', '--ahead').out).toContain('12. november 2026: Svar til tiden: due → breached')
  expect(run('--date', '2026-11-13', '--ahead').out).toBe('Intet ændrer sig.')
})

test('no day, no rule of that name', () => {
  expect(run().code).toBe(2)
  expect(run('--date', '2026-11-12', '--rule', 'none').code).toBe(1)
})
