import { createHash, createPrivateKey } from 'node:crypto'
import { signerFromPem } from './signing-key.ts'

/** What `guidance.signingKey` names in development. */
export const DEVELOPMENT_KEY_VARIABLE = 'SAGSHJAELP_DEVELOPMENT_SIGNING_KEY'

const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The key that development signs switches with. Everybody can make it, so it proves nothing: only the stand-in build, which
 * talks to loopback alone, pins its public half.
 */
export function developmentSigningKey(): { readonly pem: string; readonly publicKey: string } {
  const seed = createHash('sha256').update('sagshjaelp: development signing key').digest()
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' })
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { pem, publicKey: signerFromPem(pem).key }
}
