import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { buildRulePack, requireRulePack, RULES_FOLDER } from '#build/rule-pack.ts'
import { lix } from '#build/rule-pack-check.ts'
import { rulePackPlugin } from '#build/rule-pack-plugin.ts'
import { isSchemaCurrent } from '#build/rule-schema.ts'
import { mutantsOf } from '#build/rule-mutants.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

type Loose = { examples: Record<string, unknown>[]; versions: Record<string, unknown>[]; [key: string]: unknown }

/** The problems of a folder with one rule, changed. */
function problemsOf(rule: string, change: (rule: Loose) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  folders.push(folder)
  cpSync(join(RULES_FOLDER, 'pack.json'), join(folder, 'pack.json'))
  const yaml = parse(readFileSync(join(RULES_FOLDER, `${rule}.yaml`), 'utf8')) as Loose
  change(yaml)
  writeFileSync(join(folder, `${rule}.yaml`), stringify(yaml))
  const built = buildRulePack(folder)
  if (built.ok) return 'ok'
  expect(() => requireRulePack(folder)).toThrow('Regelpakken kan ikke bygges')
  return built.problems.map(({ file, text }) => `${file}: ${text}`).join('\n')
}

const ACCESS = 'party-access-7-working-days'
const FIRST = 'first-jobsamtale-all-jobready'
const without = (wanted: (example: Record<string, unknown>) => boolean) => (rule: Loose) => {
  rule.examples = rule.examples.filter((example) => !wanted(example))
}
const inVersion = (index: number, change: Record<string, unknown>) => (rule: Loose) => {
  rule.versions[index] = { ...rule.versions[index], ...change }
}

test('the repository’s own pack builds: every example holds and every boundary is looked at from both sides', { timeout: 60_000 }, () => {
  const built = buildRulePack()
  expect(built.ok ? [] : built.problems).toEqual([])
  const sources = built.ok ? built.sources : []
  expect(sources.length).toBeGreaterThanOrEqual(24)
  for (const { id, examples } of sources) expect(examples.length, id).toBeGreaterThanOrEqual(5)
})

test('the JSON Schema beside the rules is the one the build checks with', () => {
  expect(isSchemaCurrent()).toBe(true)
})

describe('a rule is not built when', () => {
  test.each<[string, string, (rule: Loose) => void, string]>([
    ['nothing is wrong it is', ACCESS, () => {}, 'ok'],
    [
      'a field is unknown',
      ACCESS,
      (rule) => {
        rule['colour'] = 'red'
      },
      'colour',
    ],
    [
      'a field is missing',
      ACCESS,
      (rule) => {
        delete rule['title']
      },
      'title',
    ],
    [
      'the file has another name',
      ACCESS,
      (rule) => {
        rule['id'] = 'another-rule'
      },
      'Filen skal hedde det samme',
    ],
    [
      'the text is hard to read',
      ACCESS,
      (rule) => {
        rule['text'] = 'Aktindsigtsanmodninger besvares forvaltningsmæssigt korrekt sagsbehandlingstidsbegrænset.'
      },
      'LIX',
    ],
    [
      'the anchor is of another list',
      'decision-reasoned',
      (rule) => {
        rule['anchor'] = 'offer.end'
      },
      'hører ikke til listen',
    ],
    [
      'no date decides',
      ACCESS,
      (rule) => {
        delete rule['decidedBy']
      },
      'severity og decidedBy skal stå',
    ],
    [
      'a fact is unknown',
      ACCESS,
      inVersion(0, { met: 'access.done != null' }),
      'met, tegn 1: Kataloget kender ikke oplysningen "access.done". («access.done»)',
    ],
    [
      'a condition has a fault',
      ACCESS,
      inVersion(0, { conditions: { afgjort: { text: 'x', feel: 'access.decided > 3' } } }),
      'conditions.afgjort, tegn 1: dato kan ikke sammenlignes med tal.',
    ],
    ['a deadline is no day', ACCESS, inVersion(0, { due: '7' }), 'skal give day, men giver number'],
    [
      'an example is wrong',
      ACCESS,
      (rule) => {
        rule.examples[0] = { ...rule.examples[0], expect: 'met' }
      },
      'eksempel 1: skulle give met, men gav due',
    ],
    [
      'an example’s deadline is wrong',
      ACCESS,
      (rule) => {
        rule.examples[0] = { ...rule.examples[0], due: '2026-11-10' }
      },
      'eksempel 1: fristen skulle være 2026-11-10, men blev 2026-11-11',
    ],
    [
      'an example misses another fact',
      ACCESS,
      (rule) => {
        rule.examples.push({ unread: ['access.decided'], today: '2026-11-12', expect: 'unknown', missing: 'access.law' })
      },
      'skulle savne access.law, men savner access.decided',
    ],
    [
      'an example speaks of a fact nobody knows',
      ACCESS,
      (rule) => {
        rule.examples[0] = { ...rule.examples[0], 'access.nope': 1 }
      },
      '"access.nope" findes ikke i kataloget',
    ],
    [
      'an example has a value of the wrong type',
      ACCESS,
      (rule) => {
        rule.examples[0] = { ...rule.examples[0], 'access.law': 'X' }
      },
      '"access.law" har en forkert type',
    ],
    [
      'it has four examples',
      'first-followup-8-weeks',
      (rule) => {
        rule.examples = rule.examples.slice(0, 4)
      },
      'mindst 5 eksempler kræves',
    ],
    ['no example is unknown', ACCESS, without(({ expect: verdict }) => verdict === 'unknown'), 'intet eksempel giver unknown'],
    [
      'no example says what is missing',
      ACCESS,
      (rule) => {
        rule.examples = rule.examples.map((example) => Object.fromEntries(Object.entries(example).filter(([key]) => key !== 'missing')))
      },
      'intet eksempel siger, hvad der mangler',
    ],
    ['nobody stands on the last day', ACCESS, without(({ expect: verdict }) => verdict === 'due'), 'intet eksempel på fristens sidste dag'],
    [
      'nobody stands on the day after',
      ACCESS,
      (rule) => {
        rule.examples = rule.examples.map((example) => (example['expect'] === 'breached' ? { ...example, today: '2026-12-24' } : example))
      },
      'intet eksempel på dagen efter fristen',
    ],
    ['versions overlap', FIRST, inVersion(0, { to: '2026-07-01' }), 'version 2015-01-01 og 2026-07-01 overlapper'],
    ['versions never end', FIRST, inVersion(0, { to: null }), 'overlapper'],
    ['versions leave a gap', FIRST, inVersion(0, { to: '2026-06-29' }), 'der er et hul mellem version 2015-01-01 og 2026-07-01'],
    ['a version ends before it begins', FIRST, inVersion(0, { to: '2014-12-31' }), 'slutter, før den begynder'],
    [
      'nobody stands on the day of a new law',
      'visitation-retired',
      without((example) => example['sick.firstDay'] === '2026-07-01'),
      'intet eksempel med den afgørende dato 2026-07-01',
    ],
    [
      'nobody stands on the day before a new law',
      'visitation-retired',
      (rule) => {
        rule.examples = rule.examples.map((example) =>
          example['sick.firstDay'] === '2026-06-30' ? { ...example, 'sick.firstDay': '2026-06-29' } : example,
        )
      },
      'intet eksempel med den afgørende dato 2026-06-30',
    ],
    [
      'a limit is looked at from one side only',
      'revaluation-22-weeks',
      without((example) => example['sick.paidWeeks'] === 22),
      'applies: intet eksempel skelner fra',
    ],
    [
      'a group is named that no example has',
      'exemption-25-percent-reasoned',
      without((example) => example['case.targetGroup'] === '6.4'),
      'intet eksempel skelner fra',
    ],
    [
      'a condition does nothing',
      'revaluation-22-weeks',
      without((example) => example['sick.recovered'] !== undefined),
      'intet eksempel skelner fra',
    ],
  ])('%s', (_why, rule, change, problem) => {
    expect(problemsOf(rule, change)).toContain(problem)
  })
})

test('a rule over rows may look into lists, arithmetic and branches: each has its mutants', () => {
  const number = { op: 'number', value: 2 } as const
  expect(
    mutantsOf({
      op: 'count',
      list: { op: 'filter', slot: 1, list: { op: 'rows', group: 'offer' }, where: { op: 'boolean', value: true } },
    }),
  ).toHaveLength(2)
  expect(
    mutantsOf({
      op: 'some',
      slot: 1,
      list: { op: 'filter', slot: 2, list: { op: 'rows', group: 'offer' }, where: { op: 'boolean', value: true } },
      test: { op: 'boolean', value: true },
    }),
  ).toHaveLength(3)
  expect(mutantsOf({ op: 'if', test: { op: 'boolean', value: true }, yes: number, no: { op: 'null' } })).toHaveLength(3)
  expect(mutantsOf({ op: 'not', of: { op: 'named', text: '', feel: '', of: { op: 'boolean', value: true } } })).toHaveLength(2)
})

test('LIX is words a sentence plus the share of long words', () => {
  expect(lix('Det er let. Det er kort.')).toBe(3)
  expect(lix('Sagsbehandlingen er lang.')).toBeCloseTo(3 + 100 / 3)
  expect(lix('')).toBe(0)
})

test('the plugin gives the pack as a module and nothing else', { timeout: 60_000 }, () => {
  const plugin = rulePackPlugin() as unknown as {
    resolveId(id: string): string | null
    load(this: { addWatchFile(file: string): void }, id: string): string | null
  }
  const watched: string[] = []
  const id = plugin.resolveId('virtual:rule-pack') ?? ''
  const code = plugin.load.call({ addWatchFile: (file) => watched.push(file) }, id) ?? ''
  const json = /^export const pack = JSON\.parse\((".*")\)$/s.exec(code)?.[1] ?? '""'
  expect(JSON.parse(JSON.parse(json) as string)).toEqual(JSON.parse(JSON.stringify(requireRulePack())))
  expect(watched).toEqual([RULES_FOLDER])
  expect([plugin.resolveId('react'), plugin.load.call({ addWatchFile: () => {} }, 'react')]).toEqual([null, null])
})
