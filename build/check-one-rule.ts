import { parse } from 'yaml'
import { PACK_FORMAT, type PackRule } from '#utils/guidance/pack-schema.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { compileRule } from './rule-compile.ts'
import { checkRule } from './rule-pack-check.ts'
import { ruleSource } from './rule-source.ts'

export type CheckedRule = { readonly ok: true; readonly rule: PackRule } | { readonly ok: false; readonly problems: readonly string[] }

/** Longer than any rule; a pasted book is not parsed. */
const LONGEST = 60_000

/**
 * The same checks that a rule of the pack must pass, of one rule alone: form, expressions, versions, and its own examples
 * with both sides of each boundary. `taken`: ids that are somebody else's.
 */
export function checkOneRule(text: string, taken: ReadonlySet<string>): CheckedRule {
  if (text.length > LONGEST) return no('Teksten er længere, end en regel kan være.')
  const parsed = ruleSource.safeParse(read(text))
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'reglen'}: ${message}`) }
  const source = parsed.data
  if (taken.has(source.id)) return no(`id: "${source.id}" bruges allerede af en regel i pakken`)
  const { rule, problems } = compileRule(source)
  if (rule === null) return { ok: false, problems }
  return checked(rule, (loaded) => checkRule(source, loaded))
}

function checked(rule: PackRule, problemsIn: (loaded: ReturnType<typeof loadRulePack>) => readonly string[]): CheckedRule {
  // As it will be when it has been sent and signed: through JSON.
  const pack = JSON.parse(JSON.stringify({ format: PACK_FORMAT, id: 'enkelt-regel', version: '1', title: 'Enkelt regel', rules: [rule] }))
  try {
    const problems = problemsIn(loadRulePack(pack))
    return problems.length > 0 ? { ok: false, problems } : { ok: true, rule }
  } catch {
    // A version in force is missing, or an expression is too large: the loader's reasons are codes, not for authors.
    return no('Reglen kan ikke indlæses: mindst én version skal være gældende, og alle versioner skal have samme afgørende dato.')
  }
}

const no = (problem: string): CheckedRule => ({ ok: false, problems: [problem] })

function read(text: string): unknown {
  try {
    // No anchors to blow it up with, and no types of YAML's own.
    return parse(text, { maxAliasCount: 0, schema: 'core' })
  } catch {
    return null
  }
}
