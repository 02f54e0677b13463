import { fromBase64url, toBase64url } from '#utils/guidance/signed/base64url.ts'
import { canonicalJson } from '#utils/guidance/signed/canonical-json.ts'
import { seal, SIGNED_KINDS, type Signer } from '#utils/guidance/signed/envelope.ts'
import { toInstant } from '#utils/guidance/signed/instant.ts'
import type { Random } from '../support/random.ts'
import { DAY_MS, NOW, type Subject } from './good.ts'
import { copyOf, isPlainObject, placesOf } from './json-places.ts'
import type { Mutant, Mutator } from './mutant.ts'

type Json = Record<string, unknown>

/** Signed anew, with the right key unless said: what the signature alone does not stop. */
export const SIGNED_MUTATORS: Readonly<Record<string, Mutator>> = {
  'signed with a key that nobody pinned': (subject) => ({
    text: seal(subject.kind, subject.payload, subject.keys.stranger),
    code: 'unknown-key',
  }),
  'signed with a strange key under a pinned name': (subject) => ({
    text: seal(subject.kind, subject.payload, { ...subject.keys.stranger, key: subject.signer.key }),
    code: 'bad-signature',
  }),
  'signed with the key of another office': (subject) => ({
    text: seal(subject.kind, subject.payload, otherOffice(subject)),
    code: 'unknown-key',
  }),
  'signed as something else': (subject, random) => ({
    text: seal(random.pick(SIGNED_KINDS.filter((kind) => kind !== subject.kind)), subject.payload, subject.signer),
    code: 'wrong-kind',
  }),
  'the signature of something else': (subject, random) => {
    const kind = random.pick(SIGNED_KINDS.filter((other) => other !== subject.kind))
    const { signature } = JSON.parse(seal(kind, subject.payload, subject.signer)) as { signature: string }
    return { text: withSignature(subject, signature), code: 'bad-signature' }
  },
  'a signature in its other form': (subject) => ({ text: withSignature(subject, malleable(subject)), code: 'bad-signature' }),
  'a signature with stray bits': (subject, random) => ({
    text: withSignature(subject, strayBits(subject, random)),
    code: 'wrong-envelope',
  }),
  'no signature': (subject, random) => ({ text: withSignature(subject, random.pick(['A'.repeat(86), '', null])) }),
  expired: (subject, random) => resigned(subject, { expires: toInstant(NOW - random.int(0, 400) * DAY_MS) }, 'expired'),
  'from the future': (subject, random) => {
    const later = toInstant(NOW + random.int(1, 400) * DAY_MS)
    return resigned(subject, subject.kind === 'switches' ? { issued: later } : { validFrom: later }, 'not-yet-valid')
  },
  'for another municipality': (subject, random) =>
    resigned(subject, { tenant: random.pick(['101', '75', '7510', 'stand-in']) }, 'other-tenant'),
  'for another unit': (subject) => (subject.kind === 'switches' ? resigned(subject, { unit: 'jobcenter-syd' }, 'other-unit') : null),
  'for no municipality': (subject) => (subject.kind === 'local-rules' ? resigned(subject, { tenant: null }, 'other-tenant') : null),
  'an older one': (subject, random) => resigned(subject, { serial: random.int(1, Number(subject.payload['serial']) - 1) }, 'downgrade'),
  'for a newer extension': (subject, random) =>
    subject.kind === 'switches'
      ? null
      : resigned(subject, { minAppVersion: random.pick(['0.3.1', '0.10', '1', '0.3.0.1', '12.0.0']) }, 'app-too-old'),
  'signed with an unknown field': (subject, random) => {
    const payload = copyOf(subject.payload) as Json
    const holders = [payload, ...placesOf(payload).flatMap(({ value }) => (isPlainObject(value) ? [value] : []))]
    // As often in the outermost form as anywhere below it.
    const holder = random.chance(0.5) ? payload : random.pick(holders)
    holder[random.pick(['noter', 'zz', 'constructor'])] = random.pick<unknown>([true, null, 'x', {}])
    return { text: seal(subject.kind, payload, subject.signer) }
  },
  'signed with an odd moment': (subject, random) =>
    resigned(
      subject,
      { expires: random.pick(['2027-02-30T00:00:00Z', '2027-01-01', '2027-01-01T00:00:00+01:00', '', '9999', null]) },
      'wrong-content',
    ),
  'signed with a rule that cannot run': (subject, random) => brokenRule(subject, random),
}

function otherOffice({ kind, keys }: Subject): Signer {
  return kind === 'rule-pack' ? keys.municipality : keys.publisher
}

function resigned(subject: Subject, change: Json, code: Mutant['code'] & string): Mutant {
  return { text: seal(subject.kind, { ...subject.payload, ...change }, subject.signer), code }
}

function withSignature({ text }: Subject, signature: string | null): string {
  return canonicalJson({ ...(JSON.parse(text) as Json), signature }) ?? ''
}

const signatureOf = ({ text }: Subject): string => (JSON.parse(text) as { signature: string }).signature

const GROUP_ORDER = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n

/** Adds the group's order to the second half: the same equation, another signature. RFC 8032 forbids it. */
function malleable(subject: Subject): string {
  const bytes = fromBase64url(signatureOf(subject), 64) ?? new Uint8Array(64)
  const half = bytes.subarray(32)
  let sum = GROUP_ORDER + BigInt(`0x${Buffer.from(half).reverse().toString('hex')}`)
  for (let index = 0; index < 32; index += 1) {
    half[index] = Number(sum & 0xffn)
    sum >>= 8n
  }
  return toBase64url(bytes)
}

/** The last letter holds two bits; its other four can be anything to a careless reader. */
function strayBits(subject: Subject, random: Random): string {
  const signature = signatureOf(subject)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = letters.indexOf(signature.slice(-1))
  return signature.slice(0, -1) + letters.charAt((last & 0b110000) | random.int(1, 15))
}

/** A tree whose types do not fit, or that nests without end: signed by the right key, and still not run. */
function brokenRule(subject: Subject, random: Random): Mutant | null {
  const payload = copyOf(subject.payload) as { pack?: { rules: { versions: { applies: Json }[] }[] } } & Json
  const version = random.pick(payload.pack?.rules ?? [{ versions: [] }]).versions[0]
  if (version === undefined) return null
  const deep = Array.from({ length: 40 }).reduce<unknown>((of) => ({ op: 'not', of }), { op: 'boolean', value: true })
  const trees = [
    { op: 'number', value: 1 },
    { op: 'fact', key: 'no.such' },
    { op: 'eval', code: '1' },
    { op: 'not', of: { op: 'today' } },
    deep,
  ]
  version.applies['tree'] = random.pick<unknown>(trees)
  return { text: seal(subject.kind, payload, subject.signer) }
}
