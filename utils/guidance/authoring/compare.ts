import type { FeelNode, RowsNode } from '../feel/node.ts'
import { childrenOf } from '../feel/walk.ts'
import type { PackRule, PackVersion, RulePack } from '../pack-schema.ts'

/** One thing that differs between two packs, in Danish, for a jurist. */
export interface PackChange {
  readonly rule: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly text: string
}

/** What a new pack says otherwise than the old one: rules come and gone, and each part of each version that changed. */
export function comparePacks(before: Pick<RulePack, 'rules'>, after: Pick<RulePack, 'rules'>): readonly PackChange[] {
  const [old, now] = [byId(before), byId(after)]
  return [
    ...[...old.values()].filter(({ id }) => !now.has(id)).map(({ id, title }) => change(id, 'removed', `reglen er væk: ${title}`)),
    ...[...now.values()].flatMap((rule) => {
      const earlier = old.get(rule.id)
      return earlier === undefined ? [change(rule.id, 'added', `ny regel: ${rule.title}`)] : changesIn(earlier, rule)
    }),
  ]
}

const byId = ({ rules }: Pick<RulePack, 'rules'>) => new Map<string, PackRule>(rules.map((rule) => [rule.id, rule]))
const change = (rule: string, kind: PackChange['kind'], text: string): PackChange => ({ rule, kind, text })

type Line = readonly [name: string, value: string]

function changesIn(before: PackRule, after: PackRule): readonly PackChange[] {
  const versions = new Map(before.versions.map((version) => [version.from, version]))
  const kept = new Set(after.versions.map(({ from }) => from))
  return [
    ...differing(ruleLines(before), ruleLines(after)).map((text) => change(after.id, 'changed', text)),
    ...before.versions.filter(({ from }) => !kept.has(from)).map(({ from }) => change(after.id, 'changed', `version ${from} er væk`)),
    ...after.versions.flatMap((version) => {
      const earlier = versions.get(version.from)
      if (earlier === undefined) return [change(after.id, 'changed', `ny version fra ${version.from} (${version.status})`)]
      return differing(versionLines(earlier), versionLines(version)).map((text) =>
        change(after.id, 'changed', `version ${version.from}: ${text}`),
      )
    }),
  ]
}

function ruleLines({ title, text, audience, kind, forEach, anchor }: PackRule): readonly Line[] {
  return [
    ['titel', title],
    ['tekst', text],
    ['målgruppe', audience],
    ['slags', kind],
    ['for hver', forEach ?? 'sagen'],
    ['vises ved', anchor ?? 'intet felt'],
  ]
}

function versionLines(version: PackVersion): readonly Line[] {
  const { to, status, severity, cites, action, confidence, review, note } = version
  const expressions = (['decidedBy', 'applies', 'met', 'due', 'warnFrom'] as const).map((part): Line => [
    PART_NAMES[part],
    wholeFeel(version[part]),
  ])
  return [
    ['til', to ?? 'videre'],
    ['status', status],
    ['vægt', severity],
    ['lovhenvisning', cites.map(({ text, eli }) => (eli === undefined ? text : `${text} (${eli})`)).join('; ')],
    ...expressions,
    ['handling', action === null ? 'ingen' : `${action.label} (${action.link})`],
    ['sikkerhed', confidence],
    ['gennemgået', review === null ? 'nej' : `${review.by} ${review.on}`],
    ['note', note ?? 'ingen'],
  ]
}

const PART_NAMES = { decidedBy: 'afgørende dato', applies: 'gælder når', met: 'opfyldt når', due: 'frist', warnFrom: 'varsel' } as const

/** The text, and what its named conditions say: a change in one of those changes the rule. */
function wholeFeel(expression: PackVersion['due']): string {
  if (expression === null) return 'ingen'
  const meanings = [...new Set(namedIn(expression.tree))]
  return meanings.length === 0 ? expression.feel : `${expression.feel} [${meanings.join('; ')}]`
}

function namedIn(node: FeelNode | RowsNode): readonly string[] {
  const own = node.op === 'named' ? [`${node.text}: ${node.feel}`] : []
  return [...own, ...childrenOf(node).flatMap(namedIn)]
}

function differing(before: readonly Line[], after: readonly Line[]): readonly string[] {
  const old = new Map(before)
  return after.flatMap(([name, value]) => (old.get(name) === value ? [] : [`${name}: «${old.get(name) ?? ''}» → «${value}»`]))
}
