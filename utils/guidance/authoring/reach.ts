import type { LoadedPack, LoadedRule } from '../pack.ts'
import { watchVersion, type LeafSeen, type VersionSeen } from './observe.ts'
import type { AuthorProblem, ProblemCode } from './problem.ts'
import { caseWords, criticalOf, EMPTY_CASE, steadyDraw, varied, type Critical, type SampleCase } from './sample-case.ts'

/** Cases tried for a version before something counts as impossible. The author's own examples come first. */
const TRIES = 4000

/**
 * Looks for conditions that can never hold, never fail or never matter: by the author's examples, and by cases made from
 * them at the values where the version's answer changes. What it reports it has not seen in thousands of such cases.
 */
export function reachProblems(pack: LoadedPack, rule: LoadedRule, examples: readonly SampleCase[]): readonly AuthorProblem[] {
  return rule.versions.flatMap((version) => {
    const seen = watchVersion(pack, rule, version)
    const critical = criticalOf(version.data)
    const last = explore(seen, critical, examples)
    return problemsOf(rule.rule.id, seen, { critical, last })
  })
}

/** Shows the version cases until all has been seen that could be. Gives the last case that it applied to, for want of a better one. */
function explore(seen: VersionSeen, critical: Critical, examples: readonly SampleCase[]): SampleCase {
  const draw = steadyDraw()
  const start: SampleCase = { input: EMPTY_CASE, today: seen.version.data.from }
  const pool = [...examples, start]
  for (const sample of pool) seen.look(sample)
  for (let tries = 0; tries < TRIES && !isSeen(seen); tries += 1) {
    const sample = varied(pool[draw(pool.length)] ?? start, critical, draw)
    const before = countSeen(seen)
    seen.look(sample)
    if (countSeen(seen) > before || (tries % 40 === 0 && pool.length < 60)) pool.push(sample)
  }
  return seen.applies ?? examples[0] ?? start
}

function isSeen(seen: VersionSeen): boolean {
  return countSeen(seen) === 4 + seen.leaves.length * 3 - (seen.version.due === null ? 1 : 0) - (isNeverMetOnPurpose(seen) ? 1 : 0)
}

function countSeen({ applies, met, unmet, due, leaves }: VersionSeen): number {
  const own = [applies, met, unmet, due].filter((witness) => witness !== null).length
  return leaves.reduce(
    (sum, { whenTrue, whenFalse, whenDecisive }) => sum + [whenTrue, whenFalse, whenDecisive].filter((witness) => witness !== null).length,
    own,
  )
}

/** A rule that only warns has nothing that fulfils it. */
function isNeverMetOnPurpose({ version }: VersionSeen): boolean {
  const { tree } = version.data.met
  return tree.op === 'boolean' && !tree.value
}

interface Context {
  readonly critical: Critical
  readonly last: SampleCase
}

function problemsOf(rule: string, seen: VersionSeen, context: Context): readonly AuthorProblem[] {
  const from = `version ${seen.version.data.from}`
  const say = (code: ProblemCode, text: string, sample: SampleCase = context.last): AuthorProblem => ({
    rule,
    code,
    text: `${from}: ${text}`,
    counterCase: `${caseWords(sample, context.critical)}.`,
  })
  if (seen.applies === null) return [say('never-applies', 'reglen kan ikke gælde for nogen sag: betingelserne udelukker hinanden.')]
  return [
    ...(seen.met === null && !isNeverMetOnPurpose(seen) ? [say('never-met', 'reglen kan ikke opfyldes.')] : []),
    ...(seen.unmet === null ? [say('always-met', 'reglen er altid opfyldt, når den gælder.')] : []),
    ...(seen.version.due !== null && seen.unmet !== null && seen.due === null ? [say('deadline', 'fristen kan ikke tælles.')] : []),
    ...(seen.lateWarning === null ? [] : [say('deadline', 'varslet kommer efter fristen.', seen.lateWarning)]),
    ...seen.leaves.filter(({ whenDecisive }) => whenDecisive === null).map((leaf) => say('idle-condition', idleText(leaf))),
  ]
}

function idleText({ leaf, whenTrue, whenFalse }: LeafSeen): string {
  const why =
    whenTrue === null
      ? 'er aldrig sand'
      : whenFalse === null
        ? 'er altid sand'
        : 'gør aldrig en forskel: den følger af de andre eller modsiger dem'
  return `betingelsen «${leaf.text}» (${leaf.feel}) ${why}.`
}
