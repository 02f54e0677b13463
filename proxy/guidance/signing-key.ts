import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { fromBase64url } from '../../utils/guidance/signed/base64url.ts'
import { KEY_BYTES, SIGNATURE_BYTES, type Signer } from '../../utils/guidance/signed/envelope.ts'

/** A signer from a private Ed25519 key in PEM form. @throws Error that says nothing of what was there. */
export function signerFromPem(pem: string): Signer {
  const key = readPem(pem)
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (key.asymmetricKeyType !== 'ed25519' || x === undefined) throw new Error('The signing key is not an Ed25519 private key in PEM form')
  return { key: x, sign: (bytes) => sign(null, bytes, key) }
}

function readPem(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    // The library's own message may quote the text.
    throw new Error('The signing key is not an Ed25519 private key in PEM form')
  }
}

/** Whether the signature is that key's. The public key is base64url, as everywhere. */
export function signatureHolds(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  // Node's own reader of base64url takes many spellings; only one is ours.
  const signatureBytes = fromBase64url(signature, SIGNATURE_BYTES)
  const key = readPublicKey(publicKey)
  return signatureBytes !== null && key !== null && verify(null, bytes, key, signatureBytes)
}

/** A few keys, and thousands of lines under them. */
const MOST_KEPT = 50
const kept = new Map<string, KeyObject>()

function readPublicKey(publicKey: string): KeyObject | null {
  const known = kept.get(publicKey)
  if (known !== undefined) return known
  if (fromBase64url(publicKey, KEY_BYTES) === null) return null
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(publicKey, key)
  return key
}
