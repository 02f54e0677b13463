import { describe, expect, test } from 'vitest'
import { requireRulePack } from '#build/rule-pack.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { FeelNode } from '#utils/guidance/feel/node.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'

const source = requireRulePack()
type Loose = { rules: { id: string; versions: Record<string, unknown>[] }[] } & Record<string, unknown>

function tampered(change: (pack: Loose) => void): unknown {
  const pack = JSON.parse(JSON.stringify(source)) as Loose
  change(pack)
  return pack
}

const inFirst = (change: (version: Record<string, unknown>) => void) => tampered(({ rules: [rule] }) => rule?.versions.forEach(change))
const expression = (tree: unknown) => ({ feel: 'true', tree })
const deep = (levels: number): unknown => (levels === 0 ? { op: 'boolean', value: true } : { op: 'not', of: deep(levels - 1) })
const wide = {
  op: 'or',
  items: Array.from({ length: 50 }, () => ({ op: 'and', items: Array.from({ length: 6 }, () => ({ op: 'boolean', value: true })) })),
} as FeelNode

describe('a pack is validated again wherever it is loaded', () => {
  test.each<[string, unknown]>([
    ['no pack', null],
    [
      'another format',
      tampered((pack) => {
        pack['format'] = 2
      }),
    ],
    [
      'an unknown field',
      tampered((pack) => {
        pack['run'] = 'alert(1)'
      }),
    ],
    [
      'a rule twice',
      tampered((pack) => {
        pack.rules.push(...pack.rules.slice(0, 1))
      }),
    ],
    [
      'an id that is none',
      tampered(({ rules: [rule] }) => {
        if (rule) rule.id = 'A b'
      }),
    ],
    [
      'a date that does not exist',
      inFirst((version) => {
        version['from'] = '2026-02-30'
      }),
    ],
    [
      'an unknown fact',
      inFirst((version) => {
        version['met'] = expression({ op: 'compare', rel: '=', left: { op: 'fact', key: 'case.nope' }, right: { op: 'null' } })
      }),
    ],
    [
      'a fact of a list',
      inFirst((version) => {
        version['met'] = expression({ op: 'compare', rel: '=', left: { op: 'fact', key: 'meeting.at' }, right: { op: 'null' } })
      }),
    ],
    [
      'a row that nobody bound',
      inFirst((version) => {
        version['met'] = expression({ op: 'compare', rel: '=', left: { op: 'field', slot: 3, key: 'meeting.at' }, right: { op: 'null' } })
      }),
    ],
    [
      'a field of another list',
      inFirst((version) => {
        version['met'] = expression({
          op: 'some',
          slot: 1,
          list: { op: 'rows', group: 'meeting' },
          test: { op: 'compare', rel: '=', left: { op: 'field', slot: 1, key: 'offer.start' }, right: { op: 'null' } },
        })
      }),
    ],
    [
      'a single group as list',
      inFirst((version) => {
        version['met'] = expression({
          op: 'compare',
          rel: '=',
          left: { op: 'count', list: { op: 'rows', group: 'case' } },
          right: { op: 'number', value: 1 },
        })
      }),
    ],
    [
      'one slot for two rows',
      inFirst((version) => {
        version['met'] = expression({
          op: 'some',
          slot: 1,
          list: { op: 'rows', group: 'offer' },
          test: { op: 'some', slot: 1, list: { op: 'rows', group: 'offer' }, test: { op: 'boolean', value: true } },
        })
      }),
    ],
    [
      'an unknown operation',
      inFirst((version) => {
        version['met'] = expression({ op: 'fetch', url: 'https://example.org' })
      }),
    ],
    [
      'an unknown function',
      inFirst((version) => {
        version['due'] = { feel: 'x', tree: { op: 'call', name: 'constructor', args: [] } }
      }),
    ],
    [
      'a condition that is a number',
      inFirst((version) => {
        version['met'] = expression({ op: 'number', value: 1 })
      }),
    ],
    [
      'an `and` of one',
      inFirst((version) => {
        version['met'] = expression({ op: 'and', items: [{ op: 'boolean', value: true }] })
      }),
    ],
    [
      'a tree too deep',
      inFirst((version) => {
        version['met'] = expression(deep(30))
      }),
    ],
    [
      'a tree far too deep',
      inFirst((version) => {
        version['met'] = expression(deep(5000))
      }),
    ],
    [
      'a tree too wide',
      inFirst((version) => {
        version['met'] = expression(wide)
      }),
    ],
    [
      'a pack too large',
      tampered((pack) => {
        pack['rules'] = Array.from({ length: 400_001 }, () => 1) as never
      }),
    ],
    [
      'no law in force',
      inFirst((version) => {
        version['status'] = 'draft'
      }),
    ],
    [
      'two decisive dates',
      tampered((pack) => {
        const rule = pack.rules.find(({ versions }) => versions.length > 1)
        if (rule?.versions[0]) rule.versions[0]['decidedBy'] = { feel: 'today', tree: { op: 'today' } }
      }),
    ],
    [
      'an action that leads nowhere',
      inFirst((version) => {
        version['action'] = { label: 'Slet', link: 'https://example.org' }
      }),
    ],
  ])('%s is refused', (_name, json) => {
    expect(() => loadRulePack(json)).toThrow(new AppError('pack-invalid'))
  })

  test('the pack as built is taken, and drafts stay apart', () => {
    const loaded = loadRulePack(JSON.parse(JSON.stringify(source)))
    expect(loaded.rules).toHaveLength(source.rules.length)
    const rule = loaded.rules.find(({ rule: { id } }) => id === 'revaluation-22-weeks')
    expect(rule?.versions.map(({ data }) => data.status)).toEqual(['in-force'])
    expect(rule?.expected.map(({ from, status }) => `${from} ${status}`)).toEqual(['2027-01-01 draft'])
  })

  test('the pack carries no examples', () => {
    expect(JSON.stringify(source)).not.toContain('examples')
  })
})
