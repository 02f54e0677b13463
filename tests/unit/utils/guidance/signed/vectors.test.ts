import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seal, type SignedKind, type Signer } from '#utils/guidance/signed/envelope.ts'
import type { PinnedKeys } from '#utils/guidance/signed/open-envelope.ts'
import { verifyPack } from '#utils/guidance/signed/verify-pack.ts'
import { verifySwitches } from '#utils/guidance/signed/verify-switches.ts'
import file from './vectors.json' with { type: 'json' }

const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

function signerFrom(seed: string): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, Buffer.from(seed, 'base64url')]), format: 'der', type: 'pkcs8' })
  return { key: createPublicKey(key).export({ format: 'jwk' }).x ?? '', sign: (bytes) => sign(null, bytes, key) }
}

const signers = Object.values(file.seeds).map(signerFrom)
const now = Date.parse(file.now)

describe('the test vectors', () => {
  it.each(file.vectors)('$id: $expect', async ({ kind, text, expect: expected }) => {
    const keys = (kind === 'rule-pack' ? file.publisherKeys : file.municipalityKeys) as unknown as PinnedKeys
    const verdict =
      kind === 'switches'
        ? await verifySwitches(text, { keys, tenant: file.tenant, unit: file.unit, now, previous: file.newestSwitches })
        : await verifyPack(text, {
            kind: kind === 'rule-pack' ? 'rule-pack' : 'local-rules',
            keys,
            tenant: file.tenant,
            appVersion: file.appVersion,
            now,
            newest: file.newest,
          })
    expect(verdict.ok ? 'accept' : verdict.code).toBe(expected)
  })

  it.each(file.vectors.filter((vector) => vector.expect === 'accept'))('$id comes out of the seed again, byte for byte', ({ text }) => {
    const { kind, key, payload } = JSON.parse(text) as { kind: SignedKind; key: string; payload: Record<string, unknown> }
    const signer = signers.find((candidate) => candidate.key === key)
    expect(signer && seal(kind, payload, signer)).toBe(text)
  })
})
