/** What every proof is given. `n` and `data` are `null` when the caller did not say. */
export interface ProofOptions {
  readonly seed: number
  readonly n: number | null
  readonly data: string | null
  /** Prints a line of the report. */
  readonly log: (line: string) => void
}

/** What a proof found. `held` is the bar; `examined` is how many things were looked at, and zero is never a pass. */
export interface ProofResult {
  readonly figure: string
  readonly passed: number
  readonly failed: number
  readonly examined: number
  readonly held: boolean
}

export type Proof = (options: ProofOptions) => Promise<ProofResult>

/** The data given with `--data` cannot be read: exit code 2, never a pass. */
export class UnreadableData extends Error {
  override readonly name = 'UnreadableData'
}
