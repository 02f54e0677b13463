import { addDays, day } from '#utils/domain/calendar-day.ts'
import { judge } from '#utils/guidance/judge.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import type { PackRule, PackVersion, RulePack } from '#utils/guidance/pack-schema.ts'
import { productJudge, type Judge } from './checks.ts'

/** One thing that could be wrong, put in on purpose: the proof is worth nothing unless it finds it. */
export interface Fault {
  readonly name: string
  readonly pack: (pack: RulePack) => RulePack
  readonly judge: Judge
}

const same = (pack: RulePack) => pack

const inRule =
  (id: string, change: (rule: PackRule) => PackRule) =>
  (pack: RulePack): RulePack => ({ ...pack, rules: pack.rules.map((rule) => (rule.id === id ? change(rule) : rule)) })

const inVersions = (id: string, change: (version: PackVersion) => PackVersion) =>
  inRule(id, (rule) => ({ ...rule, versions: rule.versions.map(change) }))

const expression = (feel: string, tree: PackVersion['met']['tree']) => ({ feel, tree })

const PRAYER_DAYS_THAT_ARE_NOT = ['2024-04-26', '2025-05-16', '2026-05-01', '2027-04-23', '2028-05-12'].map(day)

export const FAULTS: readonly Fault[] = [
  {
    name: 'a version that begins a day late',
    pack: inVersions('exemption-25-percent-reasoned', (version) => ({ ...version, from: addDays(version.from, 1) })),
    judge: productJudge,
  },
  {
    name: 'a repealed version that ends a day early',
    pack: inVersions('first-followup-8-weeks', (version) => ({ ...version, to: version.to && addDays(version.to, -1) })),
    judge: productJudge,
  },
  {
    name: 'a draft taken as law',
    pack: inVersions('first-jobsamtale-all-jobready', (version) =>
      version.status === 'draft'
        ? { ...version, status: 'in-force' }
        : version.status === 'in-force'
          ? { ...version, to: day('2026-12-31') }
          : version,
    ),
    judge: productJudge,
  },
  {
    name: 'a repealed law shown as in force',
    pack: inVersions('one-followup-first-half-year', (version) => ({ ...version, status: 'in-force' })),
    judge: productJudge,
  },
  {
    name: 'a wrong holiday',
    pack: same,
    judge: (pack, input, options) => judge(pack, input, { ...options, calendar: { closing: [], closedDays: PRAYER_DAYS_THAT_ARE_NOT } }),
  },
  {
    name: 'a deadline a day too long',
    pack: inVersions('info-form-8-days', (version) => ({
      ...version,
      due:
        version.due &&
        expression('addDays(sick.formSent, 9)', {
          op: 'call',
          name: 'addDays',
          args: [
            { op: 'fact', key: 'sick.formSent' },
            { op: 'number', value: 9 },
          ],
        }),
    })),
    judge: productJudge,
  },
  {
    name: 'the wrong decisive date',
    pack: inVersions('stop-needs-valid-decision', (version) => ({ ...version, decidedBy: expression('today', { op: 'today' }) })),
    judge: productJudge,
  },
  {
    name: 'unread taken as empty',
    pack: same,
    judge: (pack, input, options) => {
      const filled = Object.fromEntries(
        pack.layout.singles.map((key) => [
          key,
          input.facts[key] ?? { key, value: null, source: { pageKind: '', locator: '', asRead: '', readAt: '' } },
        ]),
      )
      return judge(pack, { ...input, facts: filled }, options)
    },
  },
  {
    name: 'a fact left out of what the verdict rests on',
    pack: same,
    judge: (pack, input, options) => judge(pack, input, options).map((advice) => ({ ...advice, restsOn: advice.restsOn.slice(1) })),
  },
  {
    name: 'a fact too many in what the verdict rests on',
    pack: same,
    judge: (pack, input, options) =>
      judge(pack, input, options).map((advice) => ({ ...advice, restsOn: [...advice.restsOn, { key: 'citizen.name', row: null }] })),
  },
]

/** Packs of one rule each: a drawn case is about one rule. */
export function splitPack(pack: RulePack): ReadonlyMap<string, ReturnType<typeof loadRulePack>> {
  return new Map(pack.rules.map((rule) => [rule.id, loadRulePack({ ...pack, rules: [rule] })]))
}
