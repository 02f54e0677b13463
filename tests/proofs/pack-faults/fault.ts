import type { ProblemCode } from '#utils/guidance/authoring/problem.ts'
import type { Random } from '../support/random.ts'
import type { Planted } from './raw-rule.ts'

/** One kind of fault an author could make, and what the check must call it. */
export interface Fault {
  readonly name: string
  readonly code: ProblemCode | readonly ProblemCode[]
  readonly plant: (rule: Planted, random: Random) => void
  /** Whether a rule has what the fault needs. */
  readonly fits?: (rule: Planted) => boolean
  /** Must the check show a case? */
  readonly counterCase?: true
}
