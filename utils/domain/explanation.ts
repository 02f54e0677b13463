import type { Advice, FactRef } from './advice.ts'
import type { FactValue } from './fact.ts'

/** One condition of a rule and what the case says of it; a tree, because "alle af" and "en af" hold others. */
export interface Condition {
  /** The condition in plain Danish, as the pack words it, or built from the expression. */
  readonly text: string
  /** The FEEL expression, for the jurist. */
  readonly feel: string
  readonly outcome: 'met' | 'not-met' | 'unknown'
  readonly facts: readonly ExplainedFact[]
  readonly parts: readonly Condition[]
}

/** A fact as a verdict saw it. `value` is `undefined` when it is unread: an empty field is `null`. */
export interface ExplainedFact extends FactRef {
  readonly label: string
  readonly value: FactValue | undefined
}

/** Why a rule says what it says, as data: the overlay, the panel, the printed page and the command line show the same. */
export interface Explanation {
  readonly advice: Advice
  /** One sentence for the moment. */
  readonly sentence: string
  /** Does the rule concern this case? */
  readonly applies: Condition
  /** Is the duty fulfilled? `null` when the rule has no such condition. */
  readonly met: Condition | null
  /** What the version's author wants the reader to know: what is unverified, what a jurist must decide. */
  readonly note: string | null
}
