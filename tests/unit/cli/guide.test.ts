import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requireRulePack } from '#build/rule-pack.ts'
import { guide } from '#cli/guide.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { Advice } from '#utils/domain/advice.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-'))
  file('facts.json', {
    facts: {
      'access.law': { value: 'FVL' },
      'access.received': { value: '2026-11-02' },
      'access.decided': null,
      'access.noticeSent': null,
      'case.nope': 1,
      'case.type': 3,
    },
    lists: { decision: [{ key: 'd1', 'decision.type': 'Sanktion', eventDate: '2026-08-12', effectuated: null }] },
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, json: unknown) => {
  writeFileSync(join(folder, name), typeof json === 'string' ? json : JSON.stringify(json))
  return join(folder, name)
}

function run(...args: string[]): { code: number; out: string; err: string } {
  const lines = { out: [] as string[], err: [] as string[] }
  const code = guide(args, { out: (line) => lines.out.push(line), err: (line) => lines.err.push(line) })
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}

test('prints Advice[] as JSON, and on the other stream what it left out', () => {
  const { code, out, err } = run('--facts', join(folder, 'facts.json'), '--date', '2026-11-22', '--json')
  const advice = JSON.parse(out) as Advice[]
  expect(code).toBe(0)
  expect(advice.find(({ rule }) => rule === 'party-access-7-working-days')).toMatchObject({
    verdict: 'breached',
    deadline: { due: '2026-11-11' },
  })
  expect(advice.find(({ rule }) => rule === 'sanction-within-3-months')).toMatchObject({
    verdict: 'due',
    row: { group: 'decision', key: 'd1' },
    deadline: { due: '2026-11-30', daysLeft: 8 },
  })
  expect(err.split('\n')).toEqual([
    'case.nope: kendes ikke og regnes som ikke læst',
    'case.type: har en forkert type og regnes som ikke læst',
  ])
})

test('prints a page for people without --json', () => {
  const { out } = run('--facts', join(folder, 'facts.json'), '--date', '2026-11-22')
  expect(out).toContain('Vurderet pr. 2026-11-22')
  expect(out).toContain(
    '[H] Aktindsigt inden 7 arbejdsdage\n    Fristen var 11. november 2026: overskredet med 11 dage.\n    FVL § 16, stk. 2 · ikke juridisk kvalitetssikret',
  )
  expect(out).toContain('[K] Sanktion inden 3 hele kalendermåneder (decision: d1)')
})

test('takes a pack from a file, and says who has reviewed it', () => {
  const pack = requireRulePack()
  const reviewed = {
    ...pack,
    rules: pack.rules
      .filter(({ id }) => id === 'party-access-7-working-days')
      .map((rule) => ({ ...rule, versions: rule.versions.map((version) => ({ ...version, review: { by: 'Jurist', on: '2026-11-20' } })) })),
  }
  const { out } = run('--facts', join(folder, 'facts.json'), '--date', '2026-11-22', '--pack', file('pack.json', reviewed))
  expect(out).toBe(
    'Vurderet pr. 2026-11-22\n[H] Aktindsigt inden 7 arbejdsdage\n    Fristen var 11. november 2026: overskredet med 11 dage.\n    FVL § 16, stk. 2\n0 regler gælder ikke for sagen.',
  )
})

test.each([[['--date', '2026-11-22']], [['--facts', 'x.json']], [['--facts', 'x.json', '--date', '2026-02-30']]])(
  '%j is answered with how to use it',
  (args) => {
    expect(run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Brug: guide') as string })
  },
)

test('a file that cannot be read is a code', () => {
  expect(() => run('--facts', join(folder, 'none.json'), '--date', '2026-11-22')).toThrow(new AppError('file-unreadable'))
  expect(() => run('--facts', file('bad.json', '{'), '--date', '2026-11-22')).toThrow(new AppError('file-unreadable'))
  expect(() => run('--facts', join(folder, 'facts.json'), '--date', '2026-11-22', '--pack', file('no-pack.json', {}))).toThrow(
    new AppError('pack-invalid'),
  )
})
