import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Signer } from '../../utils/guidance/signed/envelope.ts'

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
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  return verify(null, bytes, key, Buffer.from(signature, 'base64url'))
}
