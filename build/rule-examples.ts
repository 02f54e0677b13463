import type { Advice } from '#utils/domain/advice.ts'
import { isListGroup } from '#utils/domain/fact-catalogue.ts'
import { inputFromJson, type JsonInput } from '#utils/guidance/input-from-json.ts'
import { judgeRule, scopeFor } from '#utils/guidance/judge.ts'
import type { LoadedPack, LoadedRule } from '#utils/guidance/pack.ts'
import type { ExampleSource, RuleSource } from './rule-source.ts'

const OWN_KEYS = new Set(['today', 'expect', 'missing', 'due', 'incomplete', 'unread', 'why'])

/** An example's facts as a case. In a `forEach` rule, keys of the list stand for its one row. */
export function inputOfExample(source: RuleSource, example: ExampleSource): JsonInput {
  const facts: Record<string, unknown> = {}
  const lists: Record<string, unknown> = {}
  const row: Record<string, unknown> = {}
  for (const [key, value] of Object.entries({ ...source.given, ...example })) {
    if (OWN_KEYS.has(key) || example.unread.includes(key)) continue
    if (isListGroup(key)) lists[key] = value
    else if (source.forEach !== null && key.startsWith(`${source.forEach}.`)) row[key] = value
    else facts[key] = value
  }
  if (source.forEach !== null && Object.keys(row).length > 0) lists[source.forEach] = [row]
  return inputFromJson({ facts, lists, notRead: example.incomplete.map((part) => ({ part })) })
}

/** What the rule says of the example; for a `forEach` rule, of its first row. */
export function judgeExample(pack: LoadedPack, rule: LoadedRule, source: RuleSource, example: ExampleSource): Advice | null {
  const scope = scopeFor(pack, inputOfExample(source, example), { today: example.today })
  return judgeRule(pack, rule, scope)[0] ?? null
}

/** Why an example does not hold, or `null`. */
export function exampleProblem(pack: LoadedPack, rule: LoadedRule, source: RuleSource, example: ExampleSource): string | null {
  const [leftOut] = inputOfExample(source, example).leftOut
  if (leftOut) return `"${leftOut.part}" ${leftOut.why === 'unknown-key' ? 'findes ikke i kataloget' : 'har en forkert type'}`
  const advice = judgeExample(pack, rule, source, example)
  return advice === null ? 'gav intet svar' : differenceFrom(example, advice)
}

function differenceFrom({ expect, missing, due }: ExampleSource, advice: Advice): string | null {
  const missed = advice.missing.join(', ') || 'intet'
  if (advice.verdict !== expect) return `skulle give ${expect}, men gav ${advice.verdict} (savner ${missed})`
  if (missing !== undefined && !advice.missing.some((key) => key === missing)) return `skulle savne ${missing}, men savner ${missed}`
  if (due !== undefined && advice.deadline?.due !== due) return `fristen skulle være ${due}, men blev ${advice.deadline?.due ?? 'ingen'}`
  return null
}
