import type { RulePack } from '../pack-schema.ts'
import { loadRulePack } from '../pack.ts'
import { compareAppVersions } from './app-version.ts'
import { fromInstant } from './instant.ts'
import { newestOf, type NewestSerials } from './newest.ts'
import { openEnvelope, type PinnedKeys, type Verifier } from './open-envelope.ts'
import { MAX_PACK_LENGTH, packPayloadSchema, type PackPayload } from './pack-payload.ts'
import { refused, type RefusalCode, type Refused } from './refusal.ts'

export interface PackExpectation {
  /** The publisher's keys for `rule-pack`, the municipality's for `local-rules`. */
  readonly keys: PinnedKeys
  readonly kind: 'rule-pack' | 'local-rules'
  /** The municipality that this build serves; `null` takes packs for everyone only. */
  readonly tenant: string | null
  /** `null` where no extension is involved, as in the proxy. */
  readonly appVersion: string | null
  /** In ms since 1970. */
  readonly now: number
  /** Pack id → the highest serial that was ever taken into use. Kept beside the pack, and never lowered. */
  readonly newest: NewestSerials
  /** Takes a pack that has not begun yet too: to be looked at, not to be used. */
  readonly early?: boolean
}

export interface VerifiedPack {
  /** The rules, for `loadRulePack`. */
  readonly pack: RulePack
  readonly serial: number
  readonly validFrom: string
  readonly expires: string
  readonly tenant: string | null
  readonly key: string
  /** The signed text as it came: what is kept, and verified again when it is read back. */
  readonly text: string
}

export type PackVerdict = { readonly ok: true; readonly verified: VerifiedPack } | Refused

/**
 * Whether a signed pack may be taken into use. Signature first, then form, then whether it is meant for us, now, and is
 * not older than what we had. Works offline. The same serial again is accepted, so that a kept pack can be read back.
 */
export async function verifyPack(
  text: string,
  expected: PackExpectation,
  subtle: Verifier = globalThis.crypto.subtle,
): Promise<PackVerdict> {
  const opened = await openEnvelope(text, { kind: expected.kind, keys: expected.keys, maxLength: MAX_PACK_LENGTH }, subtle)
  if (!opened.ok) return opened
  const payload = packPayloadSchema.safeParse(opened.payload)
  if (!payload.success) return refused('wrong-content')
  const problem = problemOf(payload.data, expected) ?? rulesProblem(opened.payload['pack'])
  if (problem !== null) return refused(problem)
  const { pack, serial, validFrom, expires, tenant } = payload.data
  return { ok: true, verified: { pack, serial, validFrom, expires, tenant, key: opened.key, text } }
}

function problemOf(payload: PackPayload, expected: PackExpectation): RefusalCode | null {
  if (!isForUs(payload, expected)) return 'other-tenant'
  if (expected.appVersion !== null && compareAppVersions(expected.appVersion, payload.minAppVersion) < 0) return 'app-too-old'
  if (expected.early !== true && fromInstant(payload.validFrom) > expected.now) return 'not-yet-valid'
  if (fromInstant(payload.expires) <= expected.now) return 'expired'
  return payload.serial < newestOf(expected.newest, payload.pack.id) ? 'downgrade' : null
}

/** A municipality's own rules always name it: its key says nothing about anybody else's. */
function isForUs({ tenant }: PackPayload, expected: PackExpectation): boolean {
  return tenant === null ? expected.kind === 'rule-pack' : tenant === expected.tenant
}

/** The expressions are typed once more: a signature says who wrote a rule, not that it can run here. */
function rulesProblem(pack: unknown): RefusalCode | null {
  try {
    loadRulePack(pack)
    return null
  } catch {
    // Whatever is wrong with them, they are not used.
    return 'pack-invalid'
  }
}
