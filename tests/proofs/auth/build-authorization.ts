import { base64url, makeToken, newKey, signatureOf, type SigningKey } from '../../proxy/support/make-token.ts'
import type { AuthLine } from './line.ts'
import { isText, wordOf, type World } from './world.ts'

/** Keys of a run: those that the issuer publishes, and those of somebody else, one of each kind. */
export interface Keys {
  readonly published: readonly SigningKey[]
  foreign(alg: string): SigningKey
}

export function makeKeys(world: World): Keys {
  const others = new Map<string, SigningKey>()
  return {
    published: world.published.map(({ kid, alg }) => newKey(alg, kid)),
    foreign(alg) {
      const found = others.get(alg) ?? newKey(alg, 'foreign')
      others.set(alg, found)
      return found
    },
  }
}

export interface Building {
  readonly world: World
  readonly keys: Keys
  /** Seconds since 1970. */
  readonly now: number
}

const TIMES = new Set(['exp', 'nbf', 'iat', 'auth_time'])

/** The `Authorization` header of a line; `undefined`: none is sent. */
export function authorizationOf(line: AuthLine, building: Building): string | undefined {
  if (!isText(line.raw)) return `Bearer ${tokenOf(line, building)}`
  const text = line.raw.replaceAll(/\{T\}|\{token\}/g, () => goodToken(building))
  if (text === '') return undefined
  // A whole header says its scheme; what is one word of base64url and dots is a token alone.
  return /^[\w.+/=-]+$/.test(text) && text.includes('.') ? `Bearer ${text}` : text
}

export function goodToken({ world, keys, now }: Building): string {
  const [key] = keys.published
  if (key === undefined) throw new Error('no key is published')
  const claims = { iss: world.issuer, aud: world.audience[0], sub: 'person-1', oid: 'person-1', iat: now, exp: now + 600 }
  const place = { [world.claims.unit]: world.units[0], [world.claims.roles]: [world.roles[0]] }
  return makeToken({ alg: key.alg, typ: world.tokenTypes[0], kid: key.kid }, { ...claims, ...place }, key)
}

function tokenOf(line: AuthLine, building: Building): string {
  const { world, now } = building
  const header = { ...world.fill.header, ...line.header }
  const claims = Object.entries({ ...world.fill.claims, ...line.claims_relative }).map(([name, value]) => [
    name,
    TIMES.has(name) && typeof value === 'number' ? now + value : value,
  ])
  return signed({ header, input: Object.fromEntries(claims) as object, line }, building)
}

interface Unsigned {
  readonly header: Readonly<Record<string, unknown>>
  readonly input: object
  readonly line: AuthLine
}

/** Ways to spoil a signature, by words in `sign`. A word that is neither here nor in an accepted line means another's key. */
const NONE = /^(?:none|false|unsigned|empty|no|nothing|strip(?:ped)?|missing)$/
const HMAC = /public|hmac|confus|^hs\d+/
const FLIPPED = /flip|corrupt|bit|garbage|broken/
const CUT = /trunc|cut|short/
const CHANGED = /tamper|payload|swap|modif|chang|alter/
const ZERO = /zero|psychic/
const DER = /(?:^|[^a-z])der(?:[^a-z]|$)/

function signed({ header, input, line }: Unsigned, building: Building): string {
  const word = wordOf(line.sign)
  const text = `${base64url(header)}.${base64url(input)}`
  const own = ownKey(header, building)
  const isOwn = building.world.ownWords.has(word)
  if (isOwn && header['alg'] !== undefined && String(header['alg']).toLowerCase() !== 'none')
    return joined(text, signatureOf(text, header['alg'], own))
  if (isOwn || NONE.test(word)) return `${text}.`
  if (HMAC.test(word)) return joined(text, signatureOf(text, /^hs/i.test(String(header['alg'])) ? header['alg'] : 'HS256', own))
  if (ZERO.test(word)) return joined(text, Buffer.alloc(64))
  const signature = signatureOf(text, header['alg'], own)
  if (FLIPPED.test(word))
    return joined(
      text,
      signature.map((byte, i) => (i === 5 ? byte ^ 1 : byte)),
    )
  if (CUT.test(word)) return joined(text, signature.subarray(0, -7))
  if (DER.test(word)) return joined(text, Buffer.concat([Buffer.from([0x30, 0x44]), signature]))
  if (CHANGED.test(word)) return joined(`${base64url(header)}.${base64url({ ...input, roles: ['administrator'], extra: 1 })}`, signature)
  return foreign({ header, input, line }, building)
}

function joined(text: string, signature: Uint8Array): string {
  return `${text}.${Buffer.from(signature).toString('base64url')}`
}

/** Signed by somebody else, who offers the key in the header when the line wants that. */
function foreign({ header, input }: Unsigned, { keys }: Building): string {
  const key = keys.foreign(isText(header['alg']) ? header['alg'] : 'RS256')
  const offered = header['jwk'] === true || header['jwk'] === '{JWK}' ? { jwk: key.jwk } : {}
  const own = { ...header, ...offered }
  return makeToken(own, input, key)
}

function ownKey({ kid, alg }: Readonly<Record<string, unknown>>, { keys }: Building): SigningKey {
  const fitting = keys.published.filter((key) => key.alg === alg)
  const [first] = keys.published
  const key = fitting.find((one) => one.kid === kid) ?? fitting[0] ?? (isText(alg) && /^(?:ES|Ed)/.test(alg) ? keys.foreign(alg) : first)
  if (key === undefined) throw new Error('no key is published')
  return key
}
