import type { Condition, Explanation } from '#utils/domain/explanation.ts'
import { explain } from '#utils/guidance/explain.ts'

export type Explainer = typeof explain

const onLeaves =
  (change: (leaf: Condition, index: number) => Condition) =>
  (all: readonly Explanation[]): Explanation[] => {
    let index = 0
    const walk = (condition: Condition): Condition => {
      if (condition.parts.length > 0) return { ...condition, parts: condition.parts.map(walk) }
      index += 1
      return change(condition, index)
    }
    return all.map((explanation) => ({ ...explanation, applies: walk(explanation.applies), met: explanation.met && walk(explanation.met) }))
  }

/** Remembers the first answer it gave of a line, and gives it again. */
function stale(): Explainer {
  const first = new Map<string, Condition>()
  return (pack, rule, input, options) =>
    onLeaves((leaf, index) => {
      const known = first.get(`${rule} ${index}`)
      first.set(`${rule} ${index}`, known ?? leaf)
      return known ?? leaf
    })(explain(pack, rule, input, options))
}

/** What could be wrong with an explanation, put in on purpose. */
export const FAULTS: Readonly<Record<string, Explainer>> = {
  'a line that is not asked again': stale(),
  'a line that leaves its facts out': (...args) =>
    onLeaves((leaf, index) => (index === 1 ? { ...leaf, facts: [], outcome: 'met' } : leaf))(explain(...args)),
  'an unread fact shown as empty': (...args) =>
    onLeaves((leaf) => ({
      ...leaf,
      outcome: leaf.outcome === 'unknown' ? 'not-met' : leaf.outcome,
      facts: leaf.facts.map((fact) => ({ ...fact, value: fact.value ?? null })),
    }))(explain(...args)),
  'a line that minds what it does not name': (pack, rule, input, options) => {
    const minded = input.facts['citizen.phone']?.value === null
    return onLeaves((leaf) => (minded ? { ...leaf, outcome: 'unknown' } : leaf))(explain(pack, rule, input, options))
  },
  'the answer of the line above': (...args) => {
    let above: Condition | null = null
    return onLeaves((leaf) => {
      const shown = above === null ? leaf : { ...leaf, outcome: above.outcome, facts: above.facts }
      above = leaf
      return shown
    })(explain(...args))
  },
  'a version that an unnamed fact picks': (pack, rule, input, options) =>
    explain(pack, rule, input, options).map((own) =>
      input.facts['citizen.phone']?.value === null ? { ...own, advice: { ...own.advice, versionFrom: null } } : own,
    ),
}
