import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { AuthorProblem, ProblemCode } from '#utils/guidance/authoring/problem.ts'
import { lawProblems } from '#utils/guidance/authoring/quotes.ts'
import { reachProblems } from '#utils/guidance/authoring/reach.ts'
import type { SampleCase } from '#utils/guidance/authoring/sample-case.ts'
import { statusProblems, versionLineProblems } from '#utils/guidance/authoring/version-line.ts'
import { loadRulePack, type LoadedPack } from '#utils/guidance/pack.ts'
import { PACK_FORMAT, type PackRule, type RulePack } from '#utils/guidance/pack-schema.ts'
import type { KnowledgeDocument } from '#utils/knowledge/document.ts'
import { compileRule } from '../rule-compile.ts'
import { inputOfExample } from '../rule-examples.ts'
import { checkRule } from '../rule-pack-check.ts'
import { ruleSource, type RuleSource } from '../rule-source.ts'
import { sourceProblems, twinProblems } from './source-problems.ts'

/** A rule's file as read, before anything is known of it. */
export interface RawRule {
  /** Without its ending: what the rule must be called. */
  readonly name: string
  readonly raw: unknown
}

export interface CheckOptions {
  /** The day the pack sees the law from. */
  readonly lawOn: CalendarDay
  readonly today: CalendarDay
  /** Law texts that quotes and citations are held against; none: they are not. */
  readonly law?: readonly KnowledgeDocument[]
}

export interface CheckedPack {
  readonly problems: readonly AuthorProblem[]
  /** The rules that could be compiled, with where they came from. */
  readonly compiled: readonly { readonly source: RuleSource; readonly rule: PackRule }[]
}

/** Everything that can be said against a folder of rules without knowing the law: each problem once, in Danish. */
export async function checkSources(files: readonly RawRule[], options: CheckOptions): Promise<CheckedPack> {
  const problems: AuthorProblem[] = []
  const sources = files.flatMap((file) => parsed(file, problems))
  const compiled = sources.flatMap((source) => {
    const { rule, problems: found } = compileRule(source)
    problems.push(...found.map((text): AuthorProblem => ({ rule: source.id, code: 'feel', text })))
    return rule === null ? [] : [{ source, rule }]
  })
  problems.push(...twinProblems(sources), ...sources.flatMap((source) => sourceProblems(source, options)))
  for (const { source, rule } of compiled) problems.push(...ruleProblems(source, rule, options))
  for (const { rule } of compiled) problems.push(...(await lawProblems(rule, options.law ?? [])))
  return { problems, compiled }
}

function parsed({ name, raw }: RawRule, problems: AuthorProblem[]): readonly RuleSource[] {
  const read = ruleSource.safeParse(raw)
  if (!read.success) {
    problems.push(
      ...read.error.issues.map(({ path, message }): AuthorProblem => ({
        rule: name,
        code: 'schema',
        text: `${path.join('.')}: ${message}`,
      })),
    )
    return []
  }
  if (read.data.id !== name)
    problems.push({ rule: name, code: 'file-name', text: `filen skal hedde det samme som reglen: ${read.data.id}.yaml` })
  return [read.data]
}

/** A pack of one rule: what is said of it hangs on no other. */
export function packOf(rule: PackRule): LoadedPack {
  const pack: RulePack = { format: PACK_FORMAT, id: 'check', version: 'check', title: 'check', rules: [rule] }
  return loadRulePack(JSON.parse(JSON.stringify(pack)))
}

/** The rule's examples as cases. */
export function samplesOf(source: RuleSource): readonly SampleCase[] {
  return source.examples.map((example) => ({ input: inputOfExample(source, example), today: example.today }))
}

function ruleProblems(source: RuleSource, rule: PackRule, { lawOn }: CheckOptions): readonly AuthorProblem[] {
  const line = [...versionLineProblems(rule), ...statusProblems(rule, lawOn)]
  if (line.some(({ code }) => code !== 'status-date')) return line
  const pack = packOf(rule)
  const [loaded] = pack.rules
  if (loaded === undefined) return line
  const told = checkRule(source, pack).map((text): AuthorProblem => ({ rule: rule.id, code: codeOf(text), text }))
  return [...line, ...told, ...reachProblems(pack, loaded, samplesOf(source))]
}

function codeOf(text: string): ProblemCode {
  if (text.startsWith('teksten')) return 'text'
  return text.startsWith('eksempel') ? 'example' : 'boundary'
}
