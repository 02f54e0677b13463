import type { Tally } from './tally.ts'

/** A fault put in on purpose, and whether the proof's own detector saw it. */
export interface PlantedFault {
  readonly kind: string
  readonly found: boolean
}

/**
 * A bar that says "none" is worth nothing when its detectors are blind: each planted fault that was not found fails the
 * proof. Returns how many kinds were tried.
 */
export function requireFound(tally: Tally, faults: readonly PlantedFault[], log: (line: string) => void): number {
  for (const { kind, found } of faults)
    tally.check('planted fault', found, () => `the planted fault "${kind}" was not found, so its detector is blind`)
  log(`planted faults: ${faults.filter(({ found }) => found).length} of ${faults.length} found`)
  return faults.length
}
