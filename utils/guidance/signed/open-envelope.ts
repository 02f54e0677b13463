import { fromBase64url } from './base64url.ts'
import { parseCanonical } from './canonical-json.ts'
import { contentOf, envelopeSchema, KEY_BYTES, SIGNATURE_BYTES, signedBytes, type SignedKind } from './envelope.ts'
import { refused, type Refused } from './refusal.ts'

/** The part of WebCrypto that is needed, so that a test can bring its own. */
export type Verifier = Pick<SubtleCrypto, 'importKey' | 'verify'>

/** At most two a signer: the one in use and the one that takes over. */
export type PinnedKeys = readonly [string] | readonly [string, string] | readonly []

export interface EnvelopeExpectation {
  readonly kind: SignedKind
  readonly keys: PinnedKeys
  readonly maxLength: number
}

export type OpenedEnvelope = { readonly ok: true; readonly payload: Readonly<Record<string, unknown>>; readonly key: string } | Refused

/** Checks form, kind, key and signature, in this order. The payload is looked at only when the signature holds. */
export async function openEnvelope(text: string, expected: EnvelopeExpectation, subtle: Verifier): Promise<OpenedEnvelope> {
  if (text.length > expected.maxLength) return refused('too-large')
  const parsed = parseCanonical(text, expected.maxLength)
  if (parsed === null) return refused('not-canonical')
  const envelope = envelopeSchema.safeParse(parsed.value)
  if (!envelope.success) return refused('wrong-envelope')
  const { kind, key, payload, signature } = envelope.data
  if (kind !== expected.kind) return refused('wrong-kind')
  if (!expected.keys.some((pinned) => pinned === key)) return refused('unknown-key')
  const bytes = signedBytes({ kind, key }, contentOf(payload))
  const [keyBytes, signatureBytes] = [fromBase64url(key, KEY_BYTES), fromBase64url(signature, SIGNATURE_BYTES)]
  if (keyBytes === null || signatureBytes === null) return refused('wrong-envelope')
  const holds = await verify({ keyBytes, signatureBytes, bytes }, subtle)
  return holds ? { ok: true, payload, key } : refused('bad-signature')
}

type Bytes = Uint8Array<ArrayBuffer>

async function verify(
  { keyBytes, signatureBytes, bytes }: { keyBytes: Bytes; signatureBytes: Bytes; bytes: Bytes },
  subtle: Verifier,
): Promise<boolean> {
  const key = await subtle.importKey('raw', keyBytes, 'Ed25519', false, ['verify'])
  return subtle.verify('Ed25519', key, signatureBytes, bytes)
}
