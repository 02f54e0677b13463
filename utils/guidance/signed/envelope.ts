import { z } from '#utils/validation/zod.ts'
import { toBase64url } from './base64url.ts'
import { canonicalJson } from './canonical-json.ts'

export const ENVELOPE_FORMAT = 'sagshjaelp-signed-1'
export const KEY_BYTES = 32
export const SIGNATURE_BYTES = 64

/** What is signed, so that a signature on one kind can never stand under another. */
export const SIGNED_KINDS = ['rule-pack', 'local-rules', 'switches', 'log-head'] as const
export type SignedKind = (typeof SIGNED_KINDS)[number]

/** One payload, one signature. A key's id is the public key itself, so an id cannot point at another key. */
export const envelopeSchema = z.strictObject({
  format: z.literal(ENVELOPE_FORMAT),
  key: z.string().length(43),
  kind: z.literal(SIGNED_KINDS),
  payload: z.record(z.string(), z.unknown()),
  signature: z.string().length(86),
})

type Envelope = z.infer<typeof envelopeSchema>

/** The bytes under the signature: format, kind and key stand before the content and are bound to it. */
export function signedBytes({ kind, key }: Pick<Envelope, 'kind' | 'key'>, content: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode([ENVELOPE_FORMAT, kind, key, content].join('\n'))
}

/** The payload as it is signed. Throws `TypeError` for what JSON cannot hold. */
export function contentOf(payload: Readonly<Record<string, unknown>>): string {
  const content = canonicalJson(payload)
  if (content === null) throw new TypeError('not-json')
  return content
}

/** Who can sign: the public key as base64url, and the act itself. */
export interface Signer {
  readonly key: string
  sign(bytes: Uint8Array): Uint8Array
}

/** The signed text, ready to be served or written. Throws `TypeError` for content that JSON cannot hold. */
export function seal(kind: SignedKind, payload: Readonly<Record<string, unknown>>, signer: Signer): string {
  const content = contentOf(payload)
  const signature = toBase64url(signer.sign(signedBytes({ kind, key: signer.key }, content)))
  // Its keys in their order, and nothing in it that could be spelt otherwise: canonical as it stands.
  return `{"format":"${ENVELOPE_FORMAT}","key":"${signer.key}","kind":"${kind}","payload":${content},"signature":"${signature}"}`
}
