import type { AuthLine } from './line.ts'

type Expect = AuthLine['expect']
type Fields = Readonly<Record<string, unknown>>

const HEADER: Fields = { alg: 'RS256', typ: 'at+jwt', kid: 'key-1' }
const CLAIMS: Fields = {
  iss: 'https://login.example/tenant/v2.0',
  aud: 'urn:example:proxy',
  sub: 'person-1',
  iat: 0,
  nbf: 0,
  exp: 600,
  unit: 'unit-north',
  roles: ['caseworker'],
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}

function line(
  expect: Expect,
  id: string,
  { header = HEADER, claims = CLAIMS, sign = 'issuer' }: { header?: Fields; claims?: Fields; sign?: string },
): AuthLine {
  return { id, header, claims_relative: claims, sign, raw: null, expect }
}

const claim = (expect: Expect, id: string, own: Fields) => line(expect, id, { claims: { ...CLAIMS, ...own } })
const head = (expect: Expect, id: string, own: Fields, sign = 'issuer') => line(expect, id, { header: { ...HEADER, ...own }, sign })
const raw = (expect: Expect, id: string, text: string): AuthLine => ({
  id,
  header: null,
  claims_relative: null,
  sign: null,
  raw: text,
  expect,
})

const accepted: readonly AuthLine[] = [
  line('accept', 'a plain token', {}),
  head('accept', 'ES256', { alg: 'ES256', kid: 'key-2' }),
  head('accept', 'typ in capitals', { typ: 'AT+JWT' }),
  head('accept', 'typ as a full media type', { typ: 'application/at+jwt' }),
  claim('accept', 'audience in a list', { aud: ['urn:another', 'urn:example:proxy'] }),
  line('accept', 'no nbf', { claims: without(CLAIMS, 'nbf') }),
  claim('accept', 'ran out within the skew', { iat: -600, nbf: -600, exp: -15 }),
  claim('accept', 'valid from within the skew', { nbf: 15 }),
  claim('accept', 'issued within the skew', { iat: 15 }),
  claim('accept', 'lives exactly an hour', { exp: 3600 }),
  claim('accept', 'fractions of a second', { iat: -0.5, exp: 599.5 }),
  claim('accept', 'claims nobody asked for', { name: 'Æ', admin: true, nested: { roles: ['administrator'] } }),
  claim('accept', 'a subject outside ASCII', { sub: 'åse-ø' }),
  claim('accept', 'roles among unknown ones', { roles: ['reader', 'caseworker'] }),
  claim('accept', 'unit among unknown ones', { unit: ['group-1', 'unit-north', 'group-2'] }),
  claim('accept', 'a long token', { padding: 'x'.repeat(6000) }),
  head('accept', 'jku is not read', { jku: 'https://attacker.example/keys' }),
  head('accept', 'x5u is not read', { x5u: 'https://attacker.example/certificate' }),
  head('accept', 'jwk is not read', { jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }),
  raw('accept', 'scheme in small letters', 'bearer {T}'),
  raw('accept', 'scheme in capitals', 'BEARER {T}'),
]

const algorithms: readonly AuthLine[] = [
  ...['none', 'None', 'NONE', 'nOnE'].map((alg) => head('reject', `alg ${alg}`, { alg }, 'none')),
  ...['HS256', 'HS384', 'HS512'].map((alg) => head('reject', `${alg} with the public key`, { alg }, 'public-key-as-hmac')),
  ...['RS384', 'RS512', 'PS256', 'PS512'].map((alg) => head('reject', `${alg} with the issuer's key`, { alg })),
  ...['ES384', 'ES512', 'EdDSA'].map((alg) => head('reject', `${alg} with another's key`, { alg }, 'foreign')),
  line('reject', 'no alg', { header: without(HEADER, 'alg') }),
  head('reject', 'alg is a number', { alg: 256 }),
  head('reject', 'alg is a list', { alg: ['RS256'] }),
  head('reject', 'alg with a blank', { alg: 'RS256 ' }),
  head('reject', 'alg in small letters', { alg: 'rs256' }),
  head('reject', 'ES256 under the key id of an RSA key', { alg: 'ES256' }, 'foreign'),
  head('reject', 'RS256 under the key id of an EC key', { kid: 'key-2' }),
]

const keys: readonly AuthLine[] = [
  line('reject', "another's key under a known id", { sign: 'foreign' }),
  head('reject', "another's key under an unknown id", { kid: 'foreign' }, 'foreign'),
  head('reject', "the issuer's key under an unknown id", { kid: 'key-9' }),
  head('reject', "another's key, offered in jwk", { jwk: true }, 'foreign'),
  line('reject', "another's key, offered in jwk, without an id", { header: { ...without(HEADER, 'kid'), jwk: true }, sign: 'foreign' }),
  head('reject', "another's key, offered in jku", { jku: 'https://attacker.example/keys', kid: 'foreign' }, 'foreign'),
  head('reject', "another's key, offered in x5u", { x5u: 'https://attacker.example/cert', kid: 'foreign' }, 'foreign'),
  head('reject', "another's key, offered in x5c", { x5c: ['MIIB'] }, 'foreign'),
  head('reject', 'key id is a path', { kid: '../../../../dev/null' }),
  head('reject', 'key id is SQL', { kid: "key-1' OR '1'='1" }),
  head('reject', 'key id is a number', { kid: 1 }),
  head('reject', 'key id is a list', { kid: ['key-1'] }),
  head('reject', 'key id is empty', { kid: '' }),
  head('reject', 'key id with a blank', { kid: 'key-1 ' }),
  line('reject', 'no signature', { sign: 'none' }),
  line('reject', 'a flipped bit', { sign: 'flipped' }),
  line('reject', 'a signature cut short', { sign: 'truncated' }),
  line('reject', 'claims changed after signing', { sign: 'tampered' }),
  head('reject', 'an ES256 signature of zeros', { alg: 'ES256', kid: 'key-2' }, 'zero'),
  head('reject', 'an ES256 signature in DER', { alg: 'ES256', kid: 'key-2' }, 'der'),
  head('reject', 'an unknown critical header', { crit: ['exp-hard'], 'exp-hard': true }),
  head('reject', 'an empty list of critical headers', { crit: [] }),
  head('reject', 'an unencoded payload', { b64: false, crit: ['b64'] }),
]

const kinds: readonly AuthLine[] = [
  line('reject', 'no typ', { header: without(HEADER, 'typ') }),
  ...['JWT', 'jwt', 'id+jwt', 'logout+jwt', 'at', 'jwt+at', 'at+jwt;x', ''].map((typ) => head('reject', `typ "${typ}"`, { typ })),
  head('reject', 'typ is a list', { typ: ['at+jwt'] }),
]

const addressed: readonly AuthLine[] = [
  line('reject', 'no issuer', { claims: without(CLAIMS, 'iss') }),
  ...[
    'https://login.example/tenant/v2.0/',
    'http://login.example/tenant/v2.0',
    'https://LOGIN.example/tenant/v2.0',
    'https://login.example/other/v2.0',
    'https://login.example/tenant/v2.0.attacker.example',
    'https://login.example',
    '',
  ].map((iss) => claim('reject', `issuer "${iss}"`, { iss })),
  claim('reject', 'issuer in a list', { iss: ['https://login.example/tenant/v2.0'] }),
  claim('reject', 'issuer is null', { iss: null }),
  line('reject', 'no audience', { claims: without(CLAIMS, 'aud') }),
  ...['urn:another', 'urn:example', 'urn:example:proxy2', 'URN:EXAMPLE:PROXY', ''].map((aud) =>
    claim('reject', `audience "${aud}"`, { aud }),
  ),
  claim('reject', 'an empty list of audiences', { aud: [] }),
  claim('reject', 'audiences of others', { aud: ['urn:a', 'urn:b'] }),
  claim('reject', 'audience in an object', { aud: { 'urn:example:proxy': true } }),
  claim('reject', 'audience in a list in a list', { aud: [['urn:example:proxy']] }),
  claim('reject', 'audience is null', { aud: null }),
]

const times: readonly AuthLine[] = [
  line('reject', 'never runs out', { claims: without(CLAIMS, 'exp') }),
  claim('reject', 'ran out beyond the skew', { iat: -600, nbf: -600, exp: -75 }),
  claim('reject', 'ran out long ago', { iat: -90_000, nbf: -90_000, exp: -86_400 }),
  claim('reject', 'exp is text', { exp: '99999999999' }),
  claim('reject', 'exp is null', { exp: null }),
  claim('reject', 'exp is true', { exp: true }),
  claim('reject', 'exp in a list', { exp: [9_999_999_999] }),
  claim('reject', 'valid from beyond the skew', { nbf: 120 }),
  claim('reject', 'nbf is text', { nbf: '0' }),
  claim('reject', 'issued beyond the skew', { iat: 120, exp: 700 }),
  line('reject', 'not issued', { claims: without(CLAIMS, 'iat') }),
  claim('reject', 'iat is text', { iat: '0' }),
  claim('reject', 'lives 61 minutes', { exp: 3660 }),
  claim('reject', 'lives a day', { exp: 86_400 }),
  claim('reject', 'lives ten years', { exp: 315_360_000 }),
  claim('reject', 'old and long', { iat: -86_000, nbf: -86_000, exp: 400 }),
  claim('reject', 'exp beyond all numbers', { exp: 1e300 }),
]

const people: readonly AuthLine[] = [
  line('reject', 'no subject', { claims: without(CLAIMS, 'sub') }),
  ...['', 'x'.repeat(300)].map((sub) => claim('reject', `a subject of ${sub.length} characters`, { sub })),
  claim('reject', 'subject is a number', { sub: 7 }),
  claim('reject', 'subject is null', { sub: null }),
  claim('reject', 'subject in a list', { sub: ['person-1'] }),
  line('reject', 'no unit', { claims: without(CLAIMS, 'unit') }),
  ...['unit-west', 'UNIT-NORTH', ' unit-north', 'unit-north ', 'unit', '', '__proto__', 'constructor', 'toString'].map((unit) =>
    claim('reject', `unit "${unit}"`, { unit }),
  ),
  claim('reject', 'unit in an object', { unit: { 'unit-north': true } }),
  claim('reject', 'unit is a number', { unit: 1 }),
  claim('reject', 'units of others', { unit: ['unit-west', 'unit-east'] }),
  line('reject', 'no roles', { claims: without(CLAIMS, 'roles') }),
  ...['Caseworker', 'caseworker ', 'caseworker supervisor', 'case', '', '__proto__', 'constructor', '*'].map((role) =>
    claim('reject', `role "${role}"`, { roles: [role] }),
  ),
  claim('reject', 'an empty list of roles', { roles: [] }),
  claim('reject', 'roles in an object', { roles: { caseworker: true } }),
  claim('reject', 'roles in a list in a list', { roles: [['caseworker']] }),
  claim('reject', 'roles is true', { roles: true }),
]

const texts: readonly AuthLine[] = [
  raw('reject', 'no header', ''),
  ...[
    'Bearer',
    'Bearer x',
    'Bearer null',
    'Bearer undefined',
    'Bearer ..',
    'Bearer a.b',
    'Bearer a.b.c.d.e',
    'Basic {T}',
    'DPoP {T}',
    '{T} Bearer',
  ].map((text) => raw('reject', `header "${text}"`, text)),
  raw('reject', 'two tokens', 'Bearer {T} {T}'),
  raw('reject', 'two schemes', 'Bearer {T}, Bearer {T}'),
  raw('reject', 'a token in quotes', 'Bearer "{T}"'),
  raw('reject', 'a token with padding', 'Bearer {T}='),
  raw('reject', 'a token with a fourth part', 'Bearer {T}.e30'),
  raw('reject', 'a token with a fifth part', 'Bearer {T}.e30.e30'),
  raw('reject', 'a token with something before it', 'Bearer x{T}'),
  raw('reject', 'JSON serialisation', 'Bearer {"payload":"e30","signatures":[]}'),
  raw(
    'reject',
    'header and claims that are not JSON',
    `Bearer ${Buffer.from('x').toString('base64url')}.${Buffer.from('y').toString('base64url')}.eA`,
  ),
  raw('reject', 'a header that is a list', `Bearer ${Buffer.from('[]').toString('base64url')}.e30.eA`),
  raw('reject', 'a token that is too long', `Bearer ${'x'.repeat(13_000)}.e30.eA`),
]

/** The cases of the repository, in the form that anybody's own may have. */
export const OWN_LINES: readonly AuthLine[] = [...accepted, ...algorithms, ...keys, ...kinds, ...addressed, ...times, ...people, ...texts]
