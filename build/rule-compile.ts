import { keysOfGroup, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FeelType } from '#utils/guidance/feel/node.ts'
import type { Expression, PackRule, PackVersion } from '#utils/guidance/pack-schema.ts'
import { parseFeel, type NamedCondition } from './feel/parse.ts'
import type { RuleSource, VersionSource } from './rule-source.ts'

export interface CompiledRule {
  readonly rule: PackRule | null
  readonly problems: readonly string[]
}

/** A rule's source with its expressions parsed and typed; examples stay behind. */
export function compileRule(source: RuleSource): CompiledRule {
  const problems: string[] = []
  if (source.forEach && source.anchor && !keysOfGroup(source.forEach).includes(source.anchor)) {
    problems.push(`anchor "${source.anchor}" hører ikke til listen "${source.forEach}"`)
  }
  const versions = source.versions.map((version) => compileVersion(source, version, problems))
  const complete = versions.filter((version) => version !== null)
  if (problems.length > 0 || complete.length < versions.length) return { rule: null, problems }
  const { id, title, text, audience, kind, forEach, anchor } = source
  return { rule: { id, title, text, audience, kind, forEach, anchor, versions: complete }, problems }
}

function compileVersion(source: RuleSource, version: VersionSource, problems: string[]): PackVersion | null {
  const severity = version.severity ?? source.severity
  const decidedBy = version.decidedBy ?? source.decidedBy
  if (!severity || !decidedBy) {
    problems.push(`version ${version.from}: severity og decidedBy skal stå på reglen eller versionen`)
    return null
  }
  const read = expressionReader(source.forEach, version, problems)
  const optional = (part: 'due' | 'warnFrom') => (version[part] === null ? null : read(part, version[part], 'day'))
  const [decisive, applies, met] = [
    read('decidedBy', decidedBy, 'day'),
    read('applies', version.applies, 'boolean'),
    read('met', version.met, 'boolean'),
  ]
  const [due, warnFrom] = [optional('due'), optional('warnFrom')]
  if (!decisive || !applies || !met) return null
  const { from, to, status, cites, confidence, source: readIn, review, note } = version
  const action = version.action === undefined ? source.action : version.action
  return {
    from,
    to,
    status,
    severity,
    cites,
    action,
    confidence,
    source: readIn,
    review,
    note,
    decidedBy: decisive,
    applies,
    met,
    due,
    warnFrom,
  }
}

function expressionReader(forEach: ListGroup | null, version: VersionSource, problems: string[]) {
  const named = new Map<string, NamedCondition>()
  const read = (part: string, feel: string, expect: FeelType): Expression | null => {
    const parsed = parseFeel(feel, { forEach, named, expect })
    if (parsed.ok) return { feel, tree: parsed.tree }
    for (const { text, from, to } of parsed.problems)
      problems.push(`version ${version.from}, ${part}, tegn ${from + 1}: ${text} («${feel.slice(from, to)}»)`)
    return null
  }
  for (const [name, { text, feel }] of Object.entries(version.conditions)) {
    const parsed = read(`conditions.${name}`, feel, 'boolean')
    if (parsed) named.set(name, { text, feel, tree: parsed.tree })
  }
  return read
}
