import { hkdfSync } from 'node:crypto'
import { readSecret } from '../config/secret.ts'
import type { AuthConfig } from './auth-config.ts'

export interface Pseudonym {
  readonly keyId: string
  /** 32 bytes, base64url. */
  readonly key: string
}

export interface Pseudonyms {
  /** What the unit's cases are hashed with now. */
  current(unit: string): Pseudonym
  /** All keys the unit's cases have been hashed with, the present one first: a case's old records are found with these. */
  all(unit: string): readonly Pseudonym[]
}

const SHORTEST = 32

/**
 * The keys that the extension hashes case ids with. They come from the municipality's secrets by HKDF (RFC 5869), so
 * the secrets themselves never leave the proxy, and every replica gives the same.
 * @throws Error when a secret is missing or too short; without the text of it.
 */
export function createPseudonyms(config: AuthConfig, env?: Readonly<Record<string, string | undefined>>): Pseudonyms {
  const secrets = config.pseudonymKeys.map(({ id, secret }) => {
    const text = readSecret(secret, env)
    if (text.length < SHORTEST) throw new Error(`The secret of the pseudonym key ${id} has fewer than ${SHORTEST} characters`)
    return { id, text }
  })
  const all = (unit: string): readonly Pseudonym[] => {
    const scope = config.pseudonymScope === 'unit' ? `unit ${unit}` : 'municipality'
    return secrets.map(({ id, text }) => {
      const info = `sagshjaelp case pseudonym 1\n${config.municipality}\n${scope}\n${id}`
      return { keyId: id, key: Buffer.from(hkdfSync('sha256', text, '', info, 32)).toString('base64url') }
    })
  }
  const known = new Map(config.units.map(({ id }) => [id, all(id)]))
  const of = (unit: string) => known.get(unit) ?? all(unit)
  return {
    all: of,
    current(unit) {
      const [first] = of(unit)
      if (first === undefined) throw new Error('no pseudonym key')
      return first
    },
  }
}
