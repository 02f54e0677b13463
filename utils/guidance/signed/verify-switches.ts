import { fromInstant } from './instant.ts'
import { openEnvelope, type PinnedKeys, type Verifier } from './open-envelope.ts'
import { refused, type RefusalCode, type Refused } from './refusal.ts'
import { MAX_SWITCHES_LENGTH, switchesPayloadSchema, type SwitchesPayload } from './switches-payload.ts'

/** A browser's clock may be a little behind the proxy's. */
const CLOCK_SKEW_MS = 10 * 60_000
/** Replicas sign anew by the hour and not in the same second: an older signing of the same entries is no attack. */
const REPLICA_SKEW_MS = 2 * 3_600_000

export interface SwitchesExpectation {
  /** The municipality's keys. */
  readonly keys: PinnedKeys
  readonly tenant: string
  readonly unit: string
  /** In ms since 1970. */
  readonly now: number
  /** What was last taken into use for this unit, or `null`. */
  readonly previous: Pick<SwitchesPayload, 'serial' | 'issued'> | null
}

export interface VerifiedSwitches extends SwitchesPayload {
  readonly key: string
  /** The signed text as it came: what is kept, and verified again when it is read back. */
  readonly text: string
}

export type SwitchesVerdict = { readonly ok: true; readonly verified: VerifiedSwitches } | Refused

/** Whether a unit's signed switches may be taken into use. Works offline. */
export async function verifySwitches(
  text: string,
  expected: SwitchesExpectation,
  subtle: Verifier = globalThis.crypto.subtle,
): Promise<SwitchesVerdict> {
  const opened = await openEnvelope(text, { kind: 'switches', keys: expected.keys, maxLength: MAX_SWITCHES_LENGTH }, subtle)
  if (!opened.ok) return opened
  const payload = switchesPayloadSchema.safeParse(opened.payload)
  if (!payload.success) return refused('wrong-content')
  const problem = problemOf(payload.data, expected)
  return problem === null ? { ok: true, verified: { ...payload.data, key: opened.key, text } } : refused(problem)
}

function problemOf(payload: SwitchesPayload, { tenant, unit, now, previous }: SwitchesExpectation): RefusalCode | null {
  if (payload.tenant !== tenant) return 'other-tenant'
  if (payload.unit !== unit) return 'other-unit'
  if (fromInstant(payload.issued) > now + CLOCK_SKEW_MS) return 'not-yet-valid'
  if (fromInstant(payload.expires) <= now) return 'expired'
  if (previous === null) return null
  const older = payload.serial < previous.serial || fromInstant(payload.issued) + REPLICA_SKEW_MS < fromInstant(previous.issued)
  return older ? 'downgrade' : null
}
