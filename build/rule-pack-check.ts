import { VERDICTS, type Advice, type Verdict } from '#utils/domain/advice.ts'
import { addDays } from '#utils/domain/calendar-day.ts'
import type { LoadedPack, LoadedRule } from '#utils/guidance/pack.ts'
import type { PackVersion } from '#utils/guidance/pack-schema.ts'
import { exampleProblem, judgeExample } from './rule-examples.ts'
import { survivingMutants } from './rule-mutants.ts'
import type { RuleSource } from './rule-source.ts'

export const FEWEST_EXAMPLES = 5
export const HIGHEST_LIX = 40

/** What keeps a rule out of the pack: versions that overlap or leave gaps, examples that fail, boundaries that no example stands beside. */
export function checkRule(source: RuleSource, pack: LoadedPack): readonly string[] {
  const rule = pack.rules.find(({ rule: { id } }) => id === source.id)
  if (!rule) return ['Reglen er ikke i pakken.']
  const failing = source.examples.flatMap((example, index) => {
    const problem = exampleProblem(pack, rule, source, example)
    return problem === null ? [] : [`eksempel ${index + 1}: ${problem}`]
  })
  const versions = [...versionProblems(rule.rule.versions), ...textProblems(source)]
  if (failing.length > 0 || versions.length > 0) return [...versions, ...failing]
  const advice = source.examples.map((example) => ({ today: example.today, advice: judgeExample(pack, rule, source, example) }))
  return [
    ...rowProblems(
      source,
      advice.flatMap((row) => row.advice ?? []),
    ),
    ...deadlineProblems(rule, advice),
    ...dateProblems(rule, advice),
    ...survivingMutants(source, rule),
  ]
}

function textProblems({ text }: RuleSource): readonly string[] {
  const value = lix(text)
  return value > HIGHEST_LIX ? [`teksten har LIX ${Math.round(value)}; højst ${HIGHEST_LIX}`] : []
}

/** Words a sentence plus the share of words longer than six letters: the Scandinavian measure of how hard a text is. */
export function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const sentences = Math.max(1, (text.match(/[.:!?](?=\s|$)/g) ?? []).length)
  const long = words.filter((word) => word.length > 6).length
  return words.length === 0 ? 0 : words.length / sentences + (100 * long) / words.length
}

/** Versions in force must follow each other day by day; drafts stand beside them. */
function versionProblems(all: readonly PackVersion[]): readonly string[] {
  const versions = all.filter(({ status }) => status === 'in-force' || status === 'repealed')
  const problems = versions
    .filter(({ from, to }) => to !== null && to < from)
    .map(({ from }) => `version ${from} slutter, før den begynder`)
  versions.forEach((version, index) => {
    const next = versions[index + 1]
    if (!next) return
    if (version.to === null || version.to >= next.from) problems.push(`version ${version.from} og ${next.from} overlapper`)
    else if (addDays(version.to, 1) !== next.from) problems.push(`der er et hul mellem version ${version.from} og ${next.from}`)
  })
  return problems
}

function rowProblems(source: RuleSource, advice: readonly Advice[]): readonly string[] {
  const seen = new Set(advice.map(({ verdict }) => verdict))
  const wanted: readonly Verdict[] = VERDICTS.filter(
    (verdict) => verdict !== 'due' || source.versions.some(({ due, status }) => due !== null && status === 'in-force'),
  )
  return [
    ...(source.examples.length < FEWEST_EXAMPLES ? [`mindst ${FEWEST_EXAMPLES} eksempler kræves`] : []),
    ...wanted.filter((verdict) => !seen.has(verdict)).map((verdict) => `intet eksempel giver ${verdict}`),
    ...(source.examples.some(({ expect, missing }) => expect === 'unknown' && missing !== undefined)
      ? []
      : ['intet eksempel siger, hvad der mangler']),
  ]
}

type Judged = { readonly today: string; readonly advice: Advice | null }

/** The last timely day and the day after must both stand in the table. */
function deadlineProblems(rule: LoadedRule, rows: readonly Judged[]): readonly string[] {
  return rule.versions
    .filter(({ due }) => due !== null)
    .flatMap(({ data }) => {
      const own = rows.filter(({ advice }) => advice?.versionFrom === data.from && advice.deadline !== null)
      const on = own.some(({ advice }) => advice?.verdict === 'due' && advice.deadline?.daysLeft === 0)
      const after = own.some(({ advice }) => advice?.verdict === 'breached' && advice.deadline?.daysLeft === -1)
      return [
        ...(on ? [] : [`version ${data.from}: intet eksempel på fristens sidste dag`]),
        ...(after ? [] : [`version ${data.from}: intet eksempel på dagen efter fristen`]),
      ]
    })
}

/** Where one version takes over from another, or law begins or ends within the pack's years, both days must stand in the table. */
function dateProblems(rule: LoadedRule, rows: readonly Judged[]): readonly string[] {
  const dates = new Set(rows.map(({ advice }) => advice?.decisiveDate))
  const borders = rule.versions.flatMap(({ data }) => [
    data.from > '2025-01-01' ? data.from : null,
    data.to === null ? null : addDays(data.to, 1),
  ])
  return [...new Set(borders)]
    .filter((border) => border !== null)
    .flatMap((border) => [
      ...(dates.has(border) ? [] : [`intet eksempel med den afgørende dato ${border}`]),
      ...(dates.has(addDays(border, -1)) ? [] : [`intet eksempel med den afgørende dato ${addDays(border, -1)}`]),
    ])
}
