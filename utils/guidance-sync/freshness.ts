import { freshnessOf, type Freshness } from '#utils/guidance/signed/held.ts'
import type { GuidanceTrust } from './guidance-trust.ts'
import type { KeptGuidance } from './kept-guidance.ts'

/** Since when nobody has vouched for the guidance in use, and what follows. */
export interface GuidanceAge {
  readonly freshness: Freshness
  /** In ms since 1970; `null` for a build that is not told of newer rules, whose age is the extension's. */
  readonly confirmedAt: number | null
}

/**
 * Guidance is confirmed by switches that the municipality signed, and by an update of the extension, which brings its own
 * rules. Without the municipality's key there is nobody who could confirm anything.
 */
export function guidanceAge({ confirmedAt, since }: KeptGuidance, { municipality }: GuidanceTrust, now: number): GuidanceAge {
  const newest = Math.max(confirmedAt ?? 0, since?.at ?? now)
  return municipality.length === 0
    ? { freshness: 'fresh', confirmedAt: null }
    : { freshness: freshnessOf(newest, now), confirmedAt: newest }
}

/** Notes when this version of the extension began, once. */
export function begun(kept: KeptGuidance, version: string, now: number): KeptGuidance {
  return kept.since?.version === version ? kept : { ...kept, since: { version, at: now } }
}
