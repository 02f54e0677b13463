import { existsSync } from 'node:fs'
import { packOf } from '#build/author/check-sources.ts'
import { inputOfExample } from '#build/rule-examples.ts'
import { buildRulePack, RULES_FOLDER } from '#build/rule-pack.ts'
import type { RuleSource } from '#build/rule-source.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { SingleKey } from '#utils/domain/fact-catalogue.ts'
import type { Explanation } from '#utils/domain/explanation.ts'
import { explain } from '#utils/guidance/explain.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import type { LoadedPack } from '#utils/guidance/pack.ts'
import { UnreadableData, type Proof } from '../claim.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { FAULTS, type Explainer } from './faults.ts'
import { flipsOf, type Flip } from './flips.ts'
import { dependsOn, linesOf, type Line } from './lines.ts'

interface Subject {
  readonly source: RuleSource
  readonly pack: LoadedPack
}

interface Run {
  readonly random: Random
  readonly tally: Tally
  readonly explainer: Explainer
  /** Lines that some flip has changed, all there are, and those turned from one answer to another. */
  readonly changed: Set<string>
  readonly seen: Set<string>
  readonly turned: Set<string>
}

/**
 * "Hvorfor ikke?": every rule's examples with one fact changed at a time. The lines that change are exactly those whose
 * FEEL text names the fact; a fact that a rule does not name changes nothing of it; every condition has been changed by some
 * flip. `--n` limits the rules; `--data` takes another folder of them.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const all = subjectsIn(data ?? RULES_FOLDER)
  const subjects = n === null ? all : new Random(seed).sample(all, n)
  const missed = Object.entries(FAULTS).filter(([name, explainer]) => {
    const run = newRun(seed, new Tally(() => {}), explainer)
    for (const subject of subjects.slice(0, 12)) examine(subject, run)
    log(`planted: ${name}: ${run.tally.failed > 0 ? `found (${run.tally.failed} times)` : 'NOT FOUND'}`)
    return run.tally.failed === 0
  })
  const run = newRun(seed, new Tally(log), explain)
  for (const subject of subjects) {
    examine(subject, run)
    checkAllChanged(subject, run)
  }
  const result = run.tally.result(
    `${subjects.length} rules, ${run.changed.size} conditions changed (${run.turned.size} from one answer to another), ${run.tally.examined} checks, ${run.tally.failed} wrong; ${Object.keys(FAULTS).length - missed.length} of ${Object.keys(FAULTS).length} planted faults found`,
  )
  return { ...result, failed: result.failed + missed.length, held: result.held && missed.length === 0 }
}

const newRun = (seed: number, tally: Tally, explainer: Explainer): Run => ({
  random: new Random(seed),
  tally,
  explainer,
  changed: new Set(),
  seen: new Set(),
  turned: new Set(),
})

function subjectsIn(folder: string): readonly Subject[] {
  if (!existsSync(folder)) throw new UnreadableData('no such folder')
  const built = buildRulePack(folder)
  if (!built.ok)
    throw new UnreadableData(`the pack cannot be built: ${built.problems.map(({ file, text }) => `${file} ${text}`).join('; ')}`)
  return built.sources.flatMap((source) => {
    const rule = built.pack.rules.find(({ id }) => id === source.id)
    return rule === undefined ? [] : [{ source, pack: packOf(rule) }]
  })
}

/** Facts that rules are tried with though they do not name them. */
const FOREIGN: readonly SingleKey[] = ['citizen.phone', 'citizen.email']

function examine(subject: Subject, run: Run): void {
  const { source, pack } = subject
  for (const example of source.examples) {
    const input = inputOfExample(source, example)
    const before = explained(subject, input, example.today, run)
    const foreign = FOREIGN.filter((key) => !pack.layout.singles.some((own) => own === key))
    for (const flip of flipsOf(input, [...pack.layout.singles, ...foreign], run.random)) {
      compare(subject, { before, after: explained(subject, flip.input, example.today, run), flip }, run)
    }
  }
}

function explained({ source, pack }: Subject, input: CaseInput, today: CalendarDay, { explainer }: Run): readonly Explanation[] {
  return explainer(pack, source.id, input, { today })
}

interface Compared {
  readonly before: readonly Explanation[]
  readonly after: readonly Explanation[]
  readonly flip: Flip
}

function compare({ source }: Subject, { before, after, flip }: Compared, run: Run): void {
  run.tally.check('explanations', before.length === after.length, () => `${source.id}, ${flip.what}: ${before.length} → ${after.length}`)
  before.forEach((old, index) => {
    const now = after[index]
    if (now === undefined) return
    // Another version is another law: its lines are held against its own text only.
    if (old.advice.versionFrom === now.advice.versionFrom) compareLines(source, { old, now, flip }, run)
    else checkVersionMayChange(source, flip, run)
  })
}

interface Pair {
  readonly old: Explanation
  readonly now: Explanation
  readonly flip: Flip
}

function compareLines(source: RuleSource, { old, now, flip }: Pair, { tally, changed, seen, turned }: Run): void {
  const from = old.advice.versionFrom ?? shownWithoutVersion(source)
  const lines = new Map(linesOf(now).map((line) => [line.id, line]))
  for (const line of linesOf(old)) {
    const after = lines.get(line.id)
    const isChanged = after?.shown !== line.shown
    const depends = dependsOn(line, flip, source, from)
    const name = `${source.id} ${from} ${line.id}`
    const why = () =>
      `${name} «${line.feel}», ${flip.what}: ${isChanged ? 'changed' : 'did not change'}; ${line.shown} → ${after?.shown ?? 'gone'}`
    if (!depends) tally.check('changed without reason', !isChanged, why)
    else if (mustShow(source, flip, old)) tally.check('did not change', isChanged, why)
    else tally.pass(1)
    if (!isConstant(line)) seen.add(name)
    if (isChanged) changed.add(name)
    if (isChanged && isTurned(line, after)) turned.add(name)
  }
}

const isTurned = (line: Line, after: Line | undefined) => after !== undefined && after.outcome !== line.outcome

/** A line shows single facts and the facts of its own row; of a list that it counts it shows how many rows there are. */
function mustShow({ forEach }: RuleSource, { list, row }: Flip, { advice }: Explanation): boolean {
  return list === null || (list === forEach && row === advice.row?.key)
}

/** The newest version that is law: shown when no date has picked one. */
function shownWithoutVersion({ versions }: RuleSource): string {
  return versions.findLast(({ status }) => status === 'in-force' || status === 'repealed')?.from ?? versions.at(-1)?.from ?? ''
}

/** A version changes only by the facts in the decisive date. */
function checkVersionMayChange(source: RuleSource, flip: Flip, { tally }: Run): void {
  const dates = source.versions.map(({ decidedBy }) => decidedBy ?? source.decidedBy ?? '')
  const may = dates.some((feel) => dependsOn({ feel }, flip, source, ''))
  tally.check('another version without reason', may, () => `${source.id}, ${flip.what}`)
}

/** A bare true or false depends on nothing. */
const isConstant = ({ feel }: Line) => feel === 'true' || feel === 'false'

/** Every condition of every version that is law was there, and some fact has changed it. */
function checkAllChanged({ source, pack }: Subject, { tally, changed, seen }: Run): void {
  for (const { data } of pack.rules[0]?.versions ?? []) {
    const own = [...seen].filter((name) => name.startsWith(`${source.id} ${data.from} `))
    const bare = data.applies.tree.op === 'boolean' && data.met.tree.op === 'boolean'
    tally.check('version never shown', own.length > 0 || bare, () => `${source.id} ${data.from}`)
    for (const name of own) tally.check('never changed', changed.has(name), () => name)
  }
}
