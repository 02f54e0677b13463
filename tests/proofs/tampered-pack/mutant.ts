import type { RefusalCode } from '#utils/guidance/signed/refusal.ts'
import type { Random } from '../support/random.ts'
import type { Subject } from './good.ts'

/** A text that must be refused. `code`: the one reason it may be refused for, where only one is right. */
export interface Mutant {
  readonly text: string
  readonly code?: RefusalCode
}

/** Makes one mutant of a good text; `null` when this kind does not apply to it. */
export type Mutator = (subject: Subject, random: Random) => Mutant | null
