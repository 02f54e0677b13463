import { canonicalJson } from '#utils/guidance/signed/canonical-json.ts'
import { seal } from '#utils/guidance/signed/envelope.ts'
import type { Verifier } from '#utils/guidance/signed/open-envelope.ts'
import { verifyPack, type PackExpectation } from '#utils/guidance/signed/verify-pack.ts'
import { packExpectation, type Keys, type Subject } from './good.ts'
import type { OpenReader, Reader } from './reader.ts'

/** A reader with one check left out. The mutants must show it. */
export interface Fault {
  readonly name: string
  readonly open: OpenReader
}

type Json = Record<string, unknown>
type Careless = (text: string, expected: PackExpectation, subject: Subject) => ReturnType<typeof verifyPack>

const believesAll: Verifier = {
  importKey: globalThis.crypto.subtle.importKey.bind(globalThis.crypto.subtle),
  verify: async () => true,
}

/** What a careless reader would see: the last of two keys, any order, any spelling. */
function straightened(text: string): string {
  try {
    return canonicalJson(JSON.parse(text)) ?? text
  } catch {
    return text
  }
}

function envelopeOf(text: string): { readonly key: string; readonly payload: Json } {
  const parsed = JSON.parse(straightened(text)) as { key?: unknown; payload?: unknown }
  return { key: String(parsed.key), payload: (parsed.payload ?? {}) as Json }
}

const careless = (name: string, verify: Careless): Fault => ({
  name,
  open: (subject, keys) => {
    const expected = packExpectation(keys, subject.kind === 'local-rules' ? 'local-rules' : 'rule-pack')
    let inUse: string | null = null
    return async (text) => {
      const verdict = await tried(async () => verify(text, expected, subject))
      if (verdict.ok) inUse = text
      return { refused: verdict.ok ? null : verdict.code, inUse }
    }
  },
})

async function tried(verify: () => ReturnType<typeof verifyPack>): ReturnType<typeof verifyPack> {
  try {
    return await verify()
  } catch {
    return { ok: false, code: 'wrong-envelope' }
  }
}

export const FAULTS: readonly Fault[] = [
  careless('the signature is not checked', async (text, expected) => verifyPack(text, expected, believesAll)),
  careless('any spelling and order is read', async (text, expected) => verifyPack(straightened(text), expected)),
  careless('the key in the file is believed', async (text, expected) => verifyPack(text, { ...expected, keys: [envelopeOf(text).key] })),
  careless('the kind is not looked at', async (text, expected, { signer }) => verifyPack(asKind(text, expected.kind, signer), expected)),
  careless('the clock is not looked at', async (text, expected) => {
    const { validFrom, expires } = envelopeOf(text).payload
    const [from, until] = [Date.parse(String(validFrom)), Date.parse(String(expires))]
    return verifyPack(text, { ...expected, now: Math.min(Math.max(expected.now, from), until - 1000) })
  }),
  careless('the municipality is not looked at', async (text, expected) =>
    verifyPack(text, { ...expected, tenant: (envelopeOf(text).payload['tenant'] as string | null) ?? expected.tenant }),
  ),
  careless('older packs are not remembered', async (text, expected) => verifyPack(text, { ...expected, newest: {} })),
  careless('the version of the extension is not looked at', async (text, expected) => verifyPack(text, { ...expected, appVersion: null })),
  careless('unknown fields are read around', async (text, expected, subject) => verifyPack(withoutUnknown(text, subject), expected)),
  { name: 'a refusal drops the last good one', open: (subject, keys) => forgetful(subject, keys) },
]

/** Signs anew, as if the kind were not under the signature. */
function asKind(text: string, kind: PackExpectation['kind'], signer: Subject['signer']): string {
  const { key, payload } = envelopeOf(text)
  return key === signer.key ? seal(kind, payload, signer) : text
}

function withoutUnknown(text: string, { kind, payload: good, signer }: Subject): string {
  const { key, payload } = envelopeOf(text)
  const known = Object.fromEntries(Object.entries(payload).filter(([name]) => Object.hasOwn(good, name)))
  return key === signer.key && Object.keys(known).length < Object.keys(payload).length ? seal(kind, known, signer) : text
}

function forgetful(subject: Subject, keys: Keys): Reader {
  const expected = packExpectation(keys, 'rule-pack')
  return async (text) => {
    const verdict = await verifyPack(text, { ...expected, kind: subject.kind === 'local-rules' ? 'local-rules' : 'rule-pack' })
    return { refused: verdict.ok ? null : verdict.code, inUse: verdict.ok ? text : null }
  }
}
