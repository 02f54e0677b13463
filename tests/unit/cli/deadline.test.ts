import { expect, test } from 'vitest'
import { deadline } from '#cli/deadline.ts'

function run(...args: string[]): { code: number; out: string } {
  const lines: string[] = []
  const code = deadline(args, { out: (line) => void lines.push(line), err: (line) => void lines.push(line) })
  return { code, out: lines.join('\n') }
}

test('counts day by day, closing days and all', () => {
  const { code, out } = run('--fra', '2026-12-23', '--tael', '1 arbejdsdag', '--lukket', 'juleaften', '--lukket', '2026-12-28')
  expect(code).toBe(0)
  expect(out).toContain('torsdag 24. december 2026: juleaften (kommunen holder lukket)')
  expect(out).toContain('Sidste rettidige dag: tirsdag 29. december 2026.')
})

test('from and including, as data', () => {
  const { out } = run('--fra-og-med', '2026-09-01', '--tael', '8 uger', '--json')
  expect(JSON.parse(out)).toMatchObject({ due: '2026-10-26' })
})

test.each([
  [[]],
  [['--fra', '2026-02-30', '--tael', '7 dage']],
  [['--fra', '2026-02-28', '--tael', 'syv dage']],
  [['--fra', '2026-02-28', '--fra-og-med', '2026-02-28', '--tael', '7 dage']],
  [['--fra', '2026-02-28', '--tael', '7 dage', '--lukket', 'fredag']],
  [['--fra-og-med', '2026-02-28', '--tael', '0 dage']],
])('%j is not a count', (args) => {
  expect(run(...args)).toMatchObject({ code: 2, out: expect.stringContaining('Brug: frist') as string })
})
