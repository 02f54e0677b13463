import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import type { PackRule, RulePack } from '#utils/guidance/pack-schema.ts'
import { arrange } from './arrange-case.ts'
import { DraftCase } from './draft-case.ts'
import { drawValue, type Drawing } from './draw-value.ts'
import { seeded } from './seeded.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface SampleOptions {
  readonly seed: number
  readonly count: number
  readonly today: CalendarDay
  readonly pack: RulePack
}

/** A case that nobody has: facts and lists over the catalogue, and nothing that names a person. */
export interface SampleCase {
  readonly number: number
  readonly input: CaseInput
}

/** So many rules are tried in each case; the rest of it is drawn. */
const RULES_A_CASE = 3
const EXTRA_ROWS = [0, 0, 1, 1, 2, 3] as const
const MIXED = 0x9e37_79b1

/**
 * Invented cases, one at a time. Each is arranged so that a few rules, taken in turn, concern it; every rule of the pack is
 * tried about equally often, so the numbers say how rules work and not how many citizens there are.
 */
export function* sampleCases({ seed, count, today, pack }: SampleOptions): Generator<SampleCase> {
  const vocabulary = vocabularyOf(pack)
  for (let index = 0; index < count; index += 1) {
    const drawing: Drawing = { random: seeded(seed + Math.imul(index + 1, MIXED)), today, vocabulary }
    const draft = new DraftCase()
    const turns = Array.from({ length: RULES_A_CASE }, (_, turn) => pack.rules[(index * RULES_A_CASE + turn) % pack.rules.length])
    for (const rule of turns) if (rule) arrangeFor(rule, draft, drawing)
    fillUp(draft, drawing)
    yield { number: index + 1, input: draft.asInput() }
  }
}

function arrangeFor(rule: PackRule, draft: DraftCase, drawing: Drawing): void {
  const version = rule.versions.findLast(({ status, from }) => (status === 'in-force' || status === 'repealed') && from <= drawing.today)
  const shown = version ?? rule.versions[0]
  if (shown === undefined) return
  const slots = rule.forEach === null ? new Map() : new Map([[0, draft.addRow(rule.forEach)]])
  const to = { drawing, draft, slots }
  arrange(shown.met.tree, drawing.random.chance(0.4), to)
  // Last, because it must hold: a rule that does not concern the case says nothing.
  arrange(shown.applies.tree, true, to)
}

/** Everything that a rule could ask for and nobody has arranged is drawn. */
function fillUp(draft: DraftCase, drawing: Drawing): void {
  const { random, vocabulary } = drawing
  for (const key of vocabulary.singles) if (!draft.singles.has(key)) draft.singles.set(key, drawValue(key, drawing))
  for (const [group, keys] of vocabulary.rows) {
    const extra = random.pick(EXTRA_ROWS)
    for (let made = 0; made < extra; made += 1) draft.addRow(group)
    for (const row of draft.rowsOf(group)) for (const key of keys) if (!row.has(key)) row.set(key, drawValue(key, drawing))
  }
}
