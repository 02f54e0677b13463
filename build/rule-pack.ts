import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { PACK_FORMAT, type RulePack } from '#utils/guidance/pack-schema.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { checkRule } from './rule-pack-check.ts'
import { compileRule } from './rule-compile.ts'
import { packSource, ruleSource, type RuleSource } from './rule-source.ts'

/** Something wrong in a rule's file, for its author. */
export interface PackProblem {
  readonly file: string
  readonly text: string
}

export type BuiltPack =
  | { readonly ok: true; readonly pack: RulePack; readonly sources: readonly RuleSource[] }
  | { readonly ok: false; readonly problems: readonly PackProblem[] }

export const RULES_FOLDER = new URL('../packs/rules/', import.meta.url).pathname

/** Reads, checks and compiles a folder of rules. Every example is run; a pack with a problem is not built. */
export function buildRulePack(folder: string = RULES_FOLDER): BuiltPack {
  const problems: PackProblem[] = []
  const meta = packSource.parse(JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')))
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  const sources = files.flatMap((name) => readRule(folder, name, problems))
  const compiled = sources.map((source) => ({ source, ...compileRule(source) }))
  for (const { source, problems: found } of compiled) for (const text of found) problems.push({ file: `${source.id}.yaml`, text })
  if (problems.length > 0) return { ok: false, problems }

  const rules = compiled.flatMap(({ rule }) => (rule ? [rule] : []))
  const pack: RulePack = { format: PACK_FORMAT, id: meta.id, version: meta.version, title: meta.title, rules }
  const loaded = loadRulePack(JSON.parse(JSON.stringify(pack)))
  for (const source of sources) for (const text of checkRule(source, loaded)) problems.push({ file: `${source.id}.yaml`, text })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack, sources }
}

function readRule(folder: string, name: string, problems: PackProblem[]): readonly RuleSource[] {
  const parsed = ruleSource.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) problems.push({ file: name, text: `${path.join('.')}: ${message}` })
    return []
  }
  if (parsed.data.id !== basename(name, '.yaml'))
    problems.push({ file: name, text: `Filen skal hedde det samme som reglen: ${parsed.data.id}.yaml` })
  return [parsed.data]
}

/** As `buildRulePack`, but throws with every problem listed: for a build, which must stop. */
export function requireRulePack(folder: string = RULES_FOLDER): RulePack {
  const built = buildRulePack(folder)
  if (built.ok) return built.pack
  throw new Error(['Regelpakken kan ikke bygges:', ...built.problems.map(({ file, text }) => `  ${file}: ${text}`)].join('\n'))
}
