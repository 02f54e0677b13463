import type { FactRef } from '#utils/domain/advice.ts'

/** A value that a node can have. Days are `YYYY-MM-DD`, durations are numbers of days or of months (the type says which). */
export type FeelValue = string | number | boolean | null | readonly string[]

/** The value is not known because facts are unread. It is kept apart from `null`, which is a fact. */
export class Unread {
  readonly missing: readonly FactRef[]

  constructor(missing: readonly FactRef[]) {
    this.missing = missing
  }
}

/** A count of which only the bounds are known: some rows are unread, or the list was not read to its end. */
export class Bounds extends Unread {
  readonly low: number
  /** `Infinity` when nobody knows how many rows there are. */
  readonly high: number

  constructor(low: number, high: number, missing: readonly FactRef[]) {
    super(missing)
    this.low = low
    this.high = high
  }
}

export type Result = FeelValue | Unread

/** What is computed from a count is not the count any more, so its bounds do not hold for it. */
export function withoutBounds(unread: Unread): Unread {
  return unread instanceof Bounds ? new Unread(unread.missing) : unread
}

/** Both sides unread: what is missing is missing on both. */
export function unreadTogether(left: Unread, right: Unread): Unread {
  return new Unread(uniqueRefs([...left.missing, ...right.missing]))
}

/** References without repetition, in the order first met. */
export function uniqueRefs(refs: readonly FactRef[]): readonly FactRef[] {
  const seen = new Map<string, FactRef>()
  for (const ref of refs) {
    const id = `${ref.key}\n${ref.row ?? ''}`
    if (!seen.has(id)) seen.set(id, ref)
  }
  return [...seen.values()]
}
