import type { Advice } from '#utils/domain/advice.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import { factDefinition, type FactKey, type ListGroup, type SingleKey } from '#utils/domain/fact-catalogue.ts'
import type { FactList } from '#utils/domain/case-view.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import { conditionOf, type FactReader } from './condition.ts'
import { danishDay } from './feel/danish-day.ts'
import type { LoadedRow, Scope } from './feel/scope.ts'
import { adviceOn, bind, decisionOn, rowsToJudge, scopeFor, type JudgeOptions } from './judge.ts'
import type { CaseInput } from './load-case.ts'
import type { LoadedPack, LoadedRule } from './pack.ts'
import type { PackVersion } from './pack-schema.ts'
import { verdictSentence } from './verdict-sentence.ts'

/** Why a rule says what it says of the case: one explanation for each advice that `judge` gives of the rule. */
export function explain(pack: LoadedPack, ruleId: string, input: CaseInput, options: JudgeOptions): Explanation[] {
  const rule = pack.rules.find(({ rule: { id } }) => id === ruleId)
  if (!rule) return []
  const scope = scopeFor(pack, input, options)
  return rowsToJudge(rule, scope).map((row) => explainRow(pack, rule, scope, { row, input }))
}

/** The explanation of one advice: of the same rule and the same row. `null` when the case no longer has that row. */
export function explainAdvice(pack: LoadedPack, input: CaseInput, advice: Advice, options: JudgeOptions): Explanation | null {
  const same = ({ advice: { row } }: Explanation) => row?.key === advice.row?.key
  return explain(pack, advice.rule, input, options).find(same) ?? null
}

interface Subject {
  readonly row: LoadedRow | null
  readonly input: CaseInput
}

function explainRow(pack: LoadedPack, rule: LoadedRule, scope: Scope, subject: Subject): Explanation {
  const advice = adviceOn(pack, rule, scope, subject.row)
  bind(scope, subject.row)
  const version = versionShown(rule, scope, subject.row)
  const read = readerFor(subject.input)
  const applies = conditionOf(version.applies, { scope, layout: pack.layout, read })
  const met = conditionOf(version.met, { scope, layout: pack.layout, read })
  return {
    advice,
    sentence: verdictSentence(advice, factLabel),
    applies,
    met: isAlwaysMet(version) ? null : met,
    note: noteOf(rule, version),
  }
}

function versionShown(rule: LoadedRule, scope: Scope, row: LoadedRow | null): PackVersion {
  return decisionOn(rule, scope, row).version?.data ?? rule.newest
}

function isAlwaysMet(version: PackVersion): boolean {
  return version.met.tree.op === 'boolean'
}

const CONFIDENCE: Readonly<Record<PackVersion['confidence'], string | null>> = {
  seen: null,
  derived: 'Reglen er udledt af kilderne og ikke læst direkte i loven.',
  memory: 'Reglens ordlyd eller dato er ikke efterprøvet i en kilde.',
}

function noteOf(rule: LoadedRule, version: PackVersion): string | null {
  const parts = [
    version.note,
    CONFIDENCE[version.confidence],
    version.review === null ? 'Ikke juridisk kvalitetssikret.' : null,
    ...rule.expected.map(expectedNote),
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : null
}

function expectedNote({ from, status, note }: PackVersion): string {
  const what = status === 'draft' ? 'Udkast' : 'Bebudet'
  return `${what}: reglen ændres muligvis ${danishDay(from)}.${note === null ? '' : ` ${note}`}`
}

/** A fact's label as a caseworker knows it. */
export function factLabel(key: FactKey): string {
  return factDefinition(key)?.label ?? key
}

/** Values as they were read, from the case itself: the compiled pack only holds what it compares. */
function readerFor(input: CaseInput): FactReader {
  return (key, row): FactValue | undefined => {
    if (row === null) return input.facts[key as SingleKey]?.value
    const list: FactList | undefined = input.lists[key.slice(0, key.indexOf('.')) as ListGroup]
    const facts: Readonly<Partial<Record<FactKey, Fact>>> = list?.rows.find((own) => own.key === row)?.facts ?? {}
    return facts[key]?.value
  }
}
