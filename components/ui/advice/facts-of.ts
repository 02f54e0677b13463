import type { Condition, ExplainedFact, Explanation } from '#utils/domain/explanation.ts'

/** All facts an explanation names, in the order its conditions do. */
export function factsOf(explanation: Explanation): readonly ExplainedFact[] {
  return [...factsOfCondition(explanation.applies), ...(explanation.met ? factsOfCondition(explanation.met) : [])]
}

function factsOfCondition(condition: Condition): readonly ExplainedFact[] {
  return [...condition.facts, ...condition.parts.flatMap((part) => factsOfCondition(part))]
}

/** A fact used by two conditions is listed once. */
export function uniqueFacts(facts: readonly ExplainedFact[]): readonly ExplainedFact[] {
  return [...new Map(facts.map((fact) => [`${fact.key}|${fact.row ?? ''}`, fact])).values()]
}
