import { generateKeyPairSync, sign } from 'node:crypto'
import { signPack, type PackTerms } from '#build/pack-terms.ts'
import { requireRulePack } from '#build/rule-pack.ts'
import { seal, type SignedKind, type Signer } from '#utils/guidance/signed/envelope.ts'
import { toInstant } from '#utils/guidance/signed/instant.ts'
import type { PackExpectation } from '#utils/guidance/signed/verify-pack.ts'
import type { SwitchesExpectation } from '#utils/guidance/signed/verify-switches.ts'

export const DAY_MS = 86_400_000
export const NOW = Date.parse('2026-11-24T12:00:00Z')
export const TENANT = '751'
const SMALL_PACK_RULES = 3

export interface Keys {
  readonly publisher: Signer
  readonly nextPublisher: Signer
  readonly municipality: Signer
  /** A key that nobody pinned. */
  readonly stranger: Signer
}

/** Everything a test of one kind of signed text needs: the good text, what is expected of it, and how to sign another. */
export interface Subject {
  readonly name: string
  readonly kind: SignedKind
  readonly payload: Readonly<Record<string, unknown>>
  readonly text: string
  readonly signer: Signer
  readonly keys: Keys
}

export function newSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { key: publicKey.export({ format: 'jwk' }).x ?? '', sign: (bytes) => sign(null, bytes, privateKey) }
}

export function newKeys(): Keys {
  return { publisher: newSigner(), nextPublisher: newSigner(), municipality: newSigner(), stranger: newSigner() }
}

export const PACK_TERMS: PackTerms = {
  kind: 'rule-pack',
  serial: 7,
  tenant: null,
  validFrom: toInstant(NOW - 2 * DAY_MS),
  expires: toInstant(NOW + 90 * DAY_MS),
  minAppVersion: '0.1.0',
}

/** The real rules in a small pack and in the whole one, a municipality's own rules, and a unit's switches. */
export function goodSubjects(keys: Keys): {
  readonly small: Subject
  readonly whole: Subject
  readonly own: Subject
  readonly switches: Subject
} {
  const pack = JSON.parse(JSON.stringify(requireRulePack())) as { readonly rules: readonly unknown[] } & Record<string, unknown>
  const few = { ...pack, rules: pack.rules.slice(0, SMALL_PACK_RULES) }
  const subject = (name: string, kind: SignedKind, payload: Readonly<Record<string, unknown>>, signer: Signer): Subject => ({
    name,
    kind,
    payload,
    text: seal(kind, payload, signer),
    signer,
    keys,
  })
  const { kind: _kind, ...terms } = PACK_TERMS
  const whole = {
    ...subject('whole pack', 'rule-pack', { ...terms, pack }, keys.nextPublisher),
    text: signPack(pack, PACK_TERMS, keys.nextPublisher),
  }
  return {
    small: subject('small pack', 'rule-pack', { ...terms, pack: few }, keys.publisher),
    whole,
    own: subject('own rules', 'local-rules', { ...terms, tenant: TENANT, pack: { ...few, id: 'egne-regler' } }, keys.municipality),
    switches: subject('switches', 'switches', switchesPayload(), keys.municipality),
  }
}

export function switchesPayload(): Readonly<Record<string, unknown>> {
  const off = (entry: number, id: string, until: string | null) => ({
    entry,
    from: '2026-11-20',
    reason: 'Vi prøver en måned uden denne påmindelse',
    switch: id,
    until,
  })
  return {
    expires: toInstant(NOW + 6 * DAY_MS),
    issued: toInstant(NOW - 1_800_000),
    locked: ['feature:screening', 'rule:party-access-7-working-days'],
    off: [off(11, 'rule:gp-assessment-le265', null), off(12, 'feature:model-answers', '2026-12-20'), off(9, 'model-use', '2026-11-21')],
    packs: [{ id: 'dk-beskaeftigelse', serial: 7 }],
    serial: 12,
    tenant: TENANT,
    unit: 'jobcenter-nord',
  }
}

export function packExpectation({ publisher, nextPublisher, municipality }: Keys, kind: PackExpectation['kind']): PackExpectation {
  return {
    kind,
    keys: kind === 'rule-pack' ? [publisher.key, nextPublisher.key] : [municipality.key],
    tenant: TENANT,
    appVersion: '0.3.0',
    now: NOW,
    newest: { 'dk-beskaeftigelse': 7, 'egne-regler': 7 },
  }
}

export function switchesExpectation({ municipality }: Keys): SwitchesExpectation {
  return {
    keys: [municipality.key],
    tenant: TENANT,
    unit: 'jobcenter-nord',
    now: NOW,
    previous: { serial: 12, issued: toInstant(NOW - 3_600_000) },
  }
}
