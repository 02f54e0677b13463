import type { RawConfig } from '#tests/proxy/support/start-proxy.ts'

const WIDE = { requestsPerMinute: 100_000_000, callsAtOnce: 100_000, tokensPerDay: 1_000_000_000_000 }

/** Limits that never bite, for proofs about something else. */
export const WIDE_LIMITS: NonNullable<RawConfig['limits']> = { user: WIDE, unit: WIDE, municipality: WIDE, blockTokens: 100_000_000 }
