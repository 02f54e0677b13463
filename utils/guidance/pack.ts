import { AppError } from '#utils/domain/app-error.ts'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import { checkTree } from './feel/check-tree.ts'
import { compile, type Compiled } from './feel/compile.ts'
import type { FeelType } from './feel/node.ts'
import { Layout } from './feel/scope.ts'
import { sizeOf } from './feel/walk.ts'
import { compileSteps, type CompiledSteps } from './deadline-steps.ts'
import { packSchema, ruleSchema, type Expression, type PackRule, type PackVersion } from './pack-schema.ts'
import { z } from '#utils/validation/zod.ts'

const LIMITS = { jsonDepth: 80, jsonNodes: 400_000, treeDepth: 24, treeNodes: 250 } as const

/** A version whose expressions are ready to run. */
export interface LoadedVersion {
  readonly data: PackVersion
  readonly applies: Compiled
  readonly met: Compiled
  readonly due: Compiled | null
  readonly steps: CompiledSteps | null
  readonly warnFrom: Compiled | null
}

export interface LoadedRule {
  readonly rule: PackRule
  readonly decidedBy: Compiled
  /** Law that is or was in force, by date. */
  readonly versions: readonly LoadedVersion[]
  /** Drafts and announcements: never chosen, only told about. */
  readonly expected: readonly PackVersion[]
  /** Shown when no version could be chosen. */
  readonly newest: PackVersion
  /** Index of the `forEach` list in a loaded case. */
  readonly list: number | null
}

export interface LoadedPack {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly rules: readonly LoadedRule[]
  readonly layout: Layout
}

/** Validates a compiled pack once more and makes it ready to judge with. Throws `AppError('pack-invalid')`. */
export function loadRulePack(json: unknown): LoadedPack {
  const steps = loadRulePackSteps(json)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same with a pause after each rule, so that somebody else's page is not held up by it. */
export function* loadRulePackSteps(json: unknown): Generator<void, LoadedPack> {
  const problem = sizeProblem(json)
  if (problem) throw new AppError('pack-invalid', { cause: problem })
  const shell = parseWith(packShellSchema, json)
  const layout = new Layout()
  const ids = new Set<string>()
  const rules: LoadedRule[] = []
  for (const raw of shell.rules) {
    const rule = parseWith(ruleSchema, raw)
    if (ids.has(rule.id)) throw new AppError('pack-invalid', { cause: 'rule-id-twice' })
    ids.add(rule.id)
    rules.push(loadRule(rule, layout))
    yield
  }
  return { id: shell.id, version: shell.version, title: shell.title, rules, layout }
}

const packShellSchema = packSchema.extend({ rules: z.array(z.unknown()).max(2000) })

function parseWith<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw)
  if (!parsed.success) throw new AppError('pack-invalid', { cause: parsed.error })
  return parsed.data
}

function loadRule(rule: PackRule, layout: Layout): LoadedRule {
  const inForce = rule.versions.filter(({ status }) => status === 'in-force' || status === 'repealed')
  const newest = inForce.at(-1)
  if (!newest) throw new AppError('pack-invalid', { cause: `no-version-in-force: ${rule.id}` })
  if (rule.versions.some(({ decidedBy }) => decidedBy.feel !== newest.decidedBy.feel)) {
    throw new AppError('pack-invalid', { cause: `two-decisive-dates: ${rule.id}` })
  }
  const load = loaderFor(rule, layout)
  rule.versions.forEach((version) => load.version(version))
  return {
    rule,
    decidedBy: load.expression(newest.decidedBy, 'day'),
    versions: inForce.map((version) => load.version(version)),
    expected: rule.versions.filter(({ status }) => status === 'draft' || status === 'announced'),
    newest,
    list: rule.forEach === null ? null : layout.group(rule.forEach),
  }
}

function loaderFor(rule: PackRule, layout: Layout) {
  const slots: ReadonlyMap<number, ListGroup> = new Map(rule.forEach === null ? [] : [[0, rule.forEach]])
  const expression = ({ tree }: Expression, type: FeelType): Compiled => {
    const size = sizeOf(tree)
    if (size.depth > LIMITS.treeDepth || size.nodes > LIMITS.treeNodes)
      throw new AppError('pack-invalid', { cause: `too-large: ${rule.id}` })
    const check = checkTree(tree, slots)
    if (check.type !== type || check.problems.length > 0) throw new AppError('pack-invalid', { cause: `ill-typed: ${rule.id}` })
    return compile(tree, layout)
  }
  const version = (data: PackVersion): LoadedVersion => ({
    data,
    applies: expression(data.applies, 'boolean'),
    met: expression(data.met, 'boolean'),
    due: data.due && expression(data.due, 'day'),
    steps: data.due && compileSteps(data.due.tree, layout),
    warnFrom: data.warnFrom && expression(data.warnFrom, 'day'),
  })
  return { expression, version }
}

/** Refuses a file that would exhaust the validator's stack or time before it could say so. */
function sizeProblem(json: unknown): string | null {
  let level: unknown[] = [json]
  let nodes = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length
    if (depth > LIMITS.jsonDepth || nodes > LIMITS.jsonNodes) return 'too-large'
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return null
}
