import { createHmac, generateKeyPairSync, randomBytes, sign, constants, type JsonWebKey, type KeyObject } from 'node:crypto'

/** A key of the test issuer (or of somebody else). */
export interface SigningKey {
  readonly kid: string
  readonly alg: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly jwk: JsonWebKey & { readonly kid: string; readonly alg: string; readonly use: 'sig' }
}

const CURVES: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

export function newKey(alg = 'RS256', kid = randomBytes(6).toString('hex'), bits = 2048): SigningKey {
  const { privateKey, publicKey } = pairFor(alg, bits)
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' } as const
  return { kid, alg, privateKey, publicKey, jwk }
}

function pairFor(alg: string, bits: number): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  const curve = CURVES[alg]
  if (curve !== undefined) return generateKeyPairSync('ec', { namedCurve: curve })
  if (alg === 'EdDSA' || alg === 'Ed25519') return generateKeyPairSync('ed25519')
  return generateKeyPairSync('rsa', { modulusLength: bits })
}

/** Signs as the header says, whether or not anyone should: what the proxy refuses must be made by somebody. */
export function signatureOf(input: string, alg: unknown, key: SigningKey): Buffer {
  const data = Buffer.from(input)
  const bits = /(?:256|384|512)$/.exec(String(alg))?.[0] ?? '256'
  const hash = `sha${bits}`
  switch (String(alg).slice(0, 2).toUpperCase()) {
    case 'HS':
      return createHmac(hash, key.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(data)
        .digest()
    case 'PS':
      return sign(hash, data, {
        key: key.privateKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      })
    case 'ES':
      return sign(hash, data, { key: key.privateKey, dsaEncoding: 'ieee-p1363' })
    case 'ED':
      return sign(null, data, key.privateKey)
    default:
      return sign(hash, data, key.privateKey)
  }
}

export function base64url(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
}

/** A compact JWT of exactly this header and these claims. */
export function makeToken(header: Readonly<Record<string, unknown>>, claims: unknown, key: SigningKey | null): string {
  const input = `${base64url(header)}.${base64url(claims)}`
  return `${input}.${key === null ? '' : signatureOf(input, header['alg'], key).toString('base64url')}`
}
