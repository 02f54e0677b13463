import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkSources, packOf, samplesOf, type CheckedPack } from '#build/author/check-sources.ts'
import { readRuleFolder } from '#build/author/read-folder.ts'
import { RULES_FOLDER } from '#build/rule-pack.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { comparePacks } from '#utils/guidance/authoring/compare.ts'
import { coverageOf, isCovered } from '#utils/guidance/authoring/coverage.ts'
import { isRemark, problemLine } from '#utils/guidance/authoring/problem.ts'
import { ruleBook } from '#utils/guidance/authoring/rule-book.ts'
import { touchedRules } from '#utils/guidance/authoring/touched.ts'
import type { CommandOutput } from './main.ts'
import { readLaw } from './read-law.ts'

const USAGE = `Brug: pack check    [--rules MAPPE] [--law MAPPE] [--json]
      pack coverage [--rules MAPPE] [--json]
      pack compare  --old MAPPE [--rules MAPPE] [--json]
      pack touched  --old LOVTEKST --new LOVTEKST [--rules MAPPE] [--json]
      pack book     [--rules MAPPE] [--out FIL]`

type Values = {
  readonly rules: string
  readonly law?: string
  readonly old?: string
  readonly new?: string
  readonly out?: string
  readonly json: boolean
}
type Tool = (values: Values, output: CommandOutput) => Promise<number>

const TOOLS: Readonly<Record<string, Tool>> = { check, coverage, compare, touched, book }

/** `pack`: the tools of a rule's author, on a folder of rules. Exit code 0: nothing to do, 1: something, 2: asked wrongly. */
export async function pack(args: readonly string[], output: CommandOutput): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rules: { type: 'string', default: RULES_FOLDER },
      law: { type: 'string' },
      old: { type: 'string' },
      new: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [name = ''] = positionals
  const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined
  return tool ? tool(values, output) : misused(output)
}

function misused(output: CommandOutput): number {
  output.err(USAGE)
  return 2
}

async function checked(
  { rules, law }: Pick<Values, 'rules' | 'law'>,
  output: CommandOutput,
): Promise<CheckedPack & ReturnType<typeof readRuleFolder>> {
  const folder = readRuleFolder(rules)
  const texts = law === undefined ? [] : await readLaw(law, output)
  const result = await checkSources(folder.files, { lawOn: folder.meta.lawOn, today: danishDay(new Date()), law: texts })
  return { ...result, ...folder }
}

async function check(values: Values, output: CommandOutput): Promise<number> {
  const { problems, files } = await checked(values, output)
  const faults = problems.filter((problem) => !isRemark(problem))
  const remarks = problems.length - faults.length
  const lines = [...problems.map(problemLine), `${files.length} regler set efter: ${faults.length} fejl, ${remarks} bemærkninger.`]
  output.out(values.json ? JSON.stringify(problems, null, 2) : lines.join('\n'))
  return faults.length > 0 || files.length === 0 ? 1 : 0
}

/** Every condition both ways by the rules' own examples, and every rule in the book. */
async function coverage(values: Values, output: CommandOutput): Promise<number> {
  const { compiled, files, meta } = await checked(values, output)
  const conditions = compiled.flatMap(({ source, rule }) => {
    const own = packOf(rule)
    return own.rules.flatMap((loaded) => coverageOf(own, loaded, samplesOf(source)))
  })
  const covered = conditions.filter(isCovered)
  const pages = ruleBook({ ...meta, rules: compiled.map(({ rule }) => rule) }, meta.lawOn)
  const inBook = files.filter(({ name }) => pages.includes(`<section id="${name}">`)).length
  const missing = conditions
    .filter((condition) => !isCovered(condition))
    .map(
      ({ rule, versionFrom, text, both }) =>
        `${rule}, version ${versionFrom}: «${text}» er aldrig ${both.whenTrue ? 'falsk' : 'sand'} i et eksempel`,
    )
  const percent = conditions.length === 0 ? 0 : (100 * covered.length) / conditions.length
  const summary = `betingelser begge veje: ${covered.length} af ${conditions.length} (${percent.toFixed(1).replace('.', ',')} %); regler i bogen: ${inBook} af ${files.length}`
  output.out(values.json ? JSON.stringify({ conditions, inBook, rules: files.length }, null, 2) : [...missing, summary].join('\n'))
  return conditions.length > 0 && missing.length === 0 && inBook === files.length ? 0 : 1
}

async function compare(values: Values, output: CommandOutput): Promise<number> {
  if (values.old === undefined) return misused(output)
  const [before, after] = [await checked({ rules: values.old }, output), await checked({ rules: values.rules }, output)]
  const changes = comparePacks({ rules: before.compiled.map(({ rule }) => rule) }, { rules: after.compiled.map(({ rule }) => rule) })
  const lines = changes.map(({ rule, text }) => `${rule}: ${text}`)
  output.out(values.json ? JSON.stringify(changes, null, 2) : lines.join('\n') || 'Ingen forskel.')
  return changes.length > 0 ? 1 : 0
}

async function touched(values: Values, output: CommandOutput): Promise<number> {
  if (values.old === undefined || values.new === undefined) return misused(output)
  const [[before], [after]] = [await readLaw(values.old, output), await readLaw(values.new, output)]
  const { compiled } = await checked({ rules: values.rules }, output)
  if (!before || !after) return misused(output)
  const found = await touchedRules(
    compiled.map(({ rule }) => rule),
    before,
    after,
  )
  const lines = found.map(
    ({ rule, versionFrom, citation, before: old, after: now }) =>
      `${rule}, version ${versionFrom}: ${citation}\n    før: ${old ?? 'findes ikke'}\n    nu:  ${now ?? 'findes ikke'}`,
  )
  output.out(values.json ? JSON.stringify(found, null, 2) : lines.join('\n') || 'Ingen regler er berørt.')
  return found.length > 0 ? 1 : 0
}

async function book(values: Values, output: CommandOutput): Promise<number> {
  const { compiled, files, meta } = await checked(values, output)
  const html = ruleBook({ ...meta, rules: compiled.map(({ rule }) => rule) }, danishDay(new Date()))
  if (values.out === undefined) output.out(html)
  else writeFileSync(values.out, html)
  output.err(`${compiled.length} af ${files.length} regler i bogen.`)
  return compiled.length === files.length && files.length > 0 ? 0 : 1
}
