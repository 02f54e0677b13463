import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { seal, type SignedKind, type Signer } from '#utils/guidance/signed/envelope.ts'
import { toInstant } from '#utils/guidance/signed/instant.ts'
import { begun, guidanceAge } from '#utils/guidance-sync/freshness.ts'
import { pinned, type GuidanceTrust } from '#utils/guidance-sync/guidance-trust.ts'
import type { GuidanceInUse } from '#utils/guidance-sync/in-use.ts'
import { NOTHING_KEPT } from '#utils/guidance-sync/kept-guidance.ts'
import type { PollState } from '#utils/guidance-sync/poll-state.ts'
import { guidanceNow, syncGuidance, type GuidanceWorld } from '#utils/guidance-sync/sync-guidance.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import type { SignedIn } from '#utils/sign-in/signed-in.ts'
import { requireRulePack } from '#build/rule-pack.ts'
import { memoryItem } from './support.ts'

// What the extension makes of the proxy's guidance: answers with real signatures, good and bad.

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 24, 12)
const builtIn = requireRulePack()
const publisher = signer()
const municipality = signer()
const stranger = signer()
const trust: GuidanceTrust = {
  tenant: '101',
  appVersion: '0.1.0',
  publisher: pinned([publisher.key]),
  municipality: pinned([municipality.key]),
}

function signer(): Signer {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ed25519')
  const key = String(publicKey.export({ format: 'jwk' }).x)
  return { key, sign: (bytes) => sign(null, bytes, privateKey) }
}

const packNamed = (id: string, version: string, rules = builtIn.rules.slice(0, 3)): RulePack => ({ ...builtIn, id, version, rules })

interface PackWish {
  readonly by?: Signer
  readonly kind?: SignedKind
  readonly change?: object
}

function signedPack(pack: RulePack, serial: number, { by = publisher, kind = 'rule-pack', change = {} }: PackWish = {}) {
  const payload = {
    expires: toInstant(NOW + 200 * DAY),
    minAppVersion: '0.1.0',
    pack,
    serial,
    tenant: kind === 'local-rules' ? '101' : null,
    validFrom: toInstant(NOW - DAY),
    ...change,
  }
  return { kind: kind as 'rule-pack', id: pack.id, serial, signed: seal(kind, payload, by) }
}

function switches(serial: number, change: object = {}, by = municipality) {
  const payload = {
    expires: toInstant(NOW + 7 * DAY),
    issued: toInstant(NOW - 60_000),
    locked: [],
    off: [],
    packs: [],
    serial,
    tenant: '101',
    unit: 'nord',
    ...change,
  }
  return seal('switches', payload, by)
}

const off = (rule: string) => [{ entry: 1, from: '2026-11-24', reason: 'Prøves på ny', switch: `rule:${rule}`, until: null }]

let answers: (() => Response)[]
let asked: { readonly seen: string | null }[]
let now: number
let world: GuidanceWorld
let proxy: SignInWorld & { readonly base: string }

const restart = () => {
  world = { ...world, inUse: memoryItem<GuidanceInUse | null>(null) }
}

beforeEach(() => {
  answers = []
  asked = []
  now = NOW
  world = {
    trust,
    builtIn,
    kept: memoryItem(NOTHING_KEPT),
    inUse: memoryItem<GuidanceInUse | null>(null),
    poll: memoryItem<PollState | null>(null),
  }
  const me = {
    municipality: '101',
    unit: { id: 'nord', name: 'Nord' },
    roles: [],
    expiresAt: NOW + 400 * DAY,
    pseudonym: { keyId: 'k', key: 'AA' },
  }
  proxy = {
    base: 'http://127.0.0.1:9',
    target: { issuer: 'http://127.0.0.1:9', clientId: 'c', scopes: [], resource: null },
    kept: memoryItem<SignedIn | null>({
      issuer: 'http://127.0.0.1:9',
      clientId: 'c',
      subject: 's',
      accessToken: 't',
      refreshToken: null,
      expiresAt: NOW + 400 * DAY,
      endpoints: { token: 'http://127.0.0.1:9/token', revocation: null },
      name: null,
      me,
    }),
    redirect: () => '',
    openWindow: async () => '',
    fetch: async (_input, init) => {
      asked.push({ seen: new Headers(init?.headers).get('if-none-match') })
      const next = answers.shift()
      if (next === undefined) throw new TypeError('fetch failed')
      return next()
    },
    now: () => now,
  }
})

const answerWith = (body: { packs?: readonly object[]; coming?: readonly object[]; switches?: string | null }, etag = '"1"') =>
  answers.push(() => Response.json({ packs: [], switches: null, ...body }, { headers: { etag } }))

async function take(body: Parameters<typeof answerWith>[0], etag?: string): Promise<GuidanceInUse> {
  answerWith(body, etag)
  await syncGuidance(world, proxy)
  return guidanceNow(world)
}

describe('guidance from the proxy', () => {
  it('is the built-in rules until something signed comes', async () => {
    expect(await guidanceNow(world)).toMatchObject({ pack: builtIn, switches: null, sources: [{ from: 'built-in', serial: null }] })
  })

  it('takes a signed pack in place of an older built-in one, adds the municipality’s rules, and the unit’s switches', async () => {
    const local = packNamed('lokale', '1', [
      { ...builtIn.rules[0], id: 'lokal-regel' } as RulePack['rules'][number],
      ...builtIn.rules.slice(0, 1),
    ])
    const used = await take({
      packs: [signedPack(packNamed(builtIn.id, '2027.1'), 4), signedPack(local, 2, { by: municipality, kind: 'local-rules' })],
      switches: switches(7, {
        off: off('a-rule'),
        packs: [
          { id: builtIn.id, serial: 4 },
          { id: 'lokale', serial: 2 },
        ],
      }),
    })
    expect(used.sources.map(({ from, serial }) => [from, serial])).toEqual([
      ['publisher', 4],
      ['municipality', 2],
    ])
    // A rule that both name is the publisher's.
    expect(used.pack.rules.map(({ id }) => String(id))).toEqual([...builtIn.rules.slice(0, 3).map(({ id }) => String(id)), 'lokal-regel'])
    expect(used.switches?.off[0]?.switch).toBe('rule:a-rule')
    expect((await world.kept.get()).refused).toEqual([])
  })

  it('keeps a pack to come to be looked at, judges by the present one, and takes no other as coming', async () => {
    const begins = { validFrom: toInstant(NOW + 30 * DAY) }
    const next = signedPack(packNamed(builtIn.id, '2027.1'), 4, { change: begins })
    const used = await take({ coming: [next] })
    expect(used.coming).toMatchObject({ validFrom: toInstant(NOW + 30 * DAY), pack: { version: '2027.1' } })
    expect(used.pack).toEqual(builtIn)
    restart()
    expect((await guidanceNow(world)).coming?.pack.version).toBe('2027.1')
    // As an ordinary pack it is still refused.
    await take({ packs: [next], coming: [next] }, '"2"')
    expect((await world.kept.get()).refused).toEqual([{ what: builtIn.id, code: 'not-yet-valid' }])
    for (const [name, wrong] of [
      ['a stranger’s', signedPack(packNamed('x', '1'), 4, { by: stranger, change: begins })],
      ['the municipality’s', signedPack(packNamed('x', '1'), 4, { by: municipality, change: begins })],
      ['another tenant’s', signedPack(packNamed('x', '1'), 4, { change: { ...begins, tenant: '102' } })],
      ['one that has begun', signedPack(packNamed('x', '1'), 4)],
      ['one that has run out', signedPack(packNamed('x', '1'), 4, { change: { ...begins, expires: toInstant(NOW - DAY) } })],
    ] as const)
      expect((await take({ coming: [wrong] }, `"${name.length + 10}"`)).coming, name).toBeNull()
  })

  it('shows a pack to come with the municipality’s own rules beside it', async () => {
    const local = packNamed('lokale', '1', [{ ...builtIn.rules[0], id: 'lokal-regel' } as RulePack['rules'][number]])
    const next = signedPack(packNamed(builtIn.id, '2027.1', builtIn.rules.slice(1, 2)), 4, {
      change: { validFrom: toInstant(NOW + 30 * DAY) },
    })
    const used = await take({
      packs: [signedPack(local, 2, { by: municipality, kind: 'local-rules' })],
      coming: [next],
      switches: switches(7, { packs: [{ id: 'lokale', serial: 2 }] }),
    })
    expect(used.coming?.pack.rules.map(({ id }) => String(id))).toEqual([String(builtIn.rules[1]?.id), 'lokal-regel'])
  })

  it('keeps the rules of a newer extension rather than an older signed pack', async () => {
    const used = await take({ packs: [signedPack(packNamed(builtIn.id, '2026.1.1'), 1)] })
    expect(used.sources.map(({ from }) => from)).toEqual(['built-in'])
  })

  it.each<readonly [string, { packs?: readonly object[]; switches?: string }, string]>([
    ['a pack by a stranger', { packs: [signedPack(packNamed(builtIn.id, '2027.1'), 9, { by: stranger })] }, 'unknown-key'],
    [
      'a pack by the municipality, in the publisher’s name',
      { packs: [signedPack(packNamed(builtIn.id, '2027.1'), 9, { by: municipality })] },
      'unknown-key',
    ],
    ['an older pack', { packs: [signedPack(packNamed(builtIn.id, '2027.1'), 2)] }, 'downgrade'],
    [
      'a pack that has run out',
      { packs: [signedPack(packNamed(builtIn.id, '2027.1'), 9, { change: { expires: toInstant(NOW - DAY) } })] },
      'expired',
    ],
    [
      'a pack for a newer extension',
      { packs: [signedPack(packNamed(builtIn.id, '2027.1'), 9, { change: { minAppVersion: '9.0' } })] },
      'app-too-old',
    ],
    [
      'another municipality’s rules',
      { packs: [signedPack(packNamed('x', '1'), 9, { by: municipality, kind: 'local-rules', change: { tenant: '102' } })] },
      'other-tenant',
    ],
    [
      'changed bytes',
      {
        packs: [
          {
            ...signedPack(packNamed(builtIn.id, '2027.1'), 9),
            signed: signedPack(packNamed(builtIn.id, '2027.1'), 9).signed.replace('2027.1', '2027.2'),
          },
        ],
      },
      'bad-signature',
    ],
    ['switches by a stranger', { switches: switches(99, {}, stranger) }, 'unknown-key'],
    ['another unit’s switches', { switches: switches(99, { unit: 'syd' }) }, 'other-unit'],
    ['older switches', { switches: switches(1) }, 'downgrade'],
  ])('refuses %s, says why, and keeps the last good', async (_what, bad, code) => {
    const good = await take({
      packs: [signedPack(packNamed(builtIn.id, '2027.1'), 4)],
      switches: switches(7, { off: off('a-rule'), packs: [{ id: builtIn.id, serial: 4 }] }),
    })
    const after = await take(bad, '"2"')
    expect(after).toEqual(good)
    expect((await world.kept.get()).refused).toMatchObject([{ code }])
    restart()
    expect(await guidanceNow(world)).toEqual(good)
  })

  it('notices a pack that is held back, at once, and does not count it as confirmed', async () => {
    await take({ switches: switches(7, { packs: [{ id: builtIn.id, serial: 4 }] }) })
    const kept = await world.kept.get()
    expect(kept.refused).toEqual([{ what: builtIn.id, code: 'held-back' }])
    expect(kept.confirmedAt).toBeNull()
  })

  it('lets go of local rules only when the signed list no longer names them', async () => {
    const local = signedPack(packNamed('lokale', '1'), 2, { by: municipality, kind: 'local-rules' })
    await take({ packs: [local], switches: switches(7, { packs: [{ id: 'lokale', serial: 2 }] }) })
    expect((await take({ packs: [] }, '"2"')).sources.map(({ id }) => id)).toContain('lokale')
    expect((await take({ packs: [], switches: switches(8) }, '"3"')).sources.map(({ id }) => id)).not.toContain('lokale')
  })

  it('asks with the ETag it has, and changes nothing when nothing has changed', async () => {
    const good = await take({ switches: switches(7, { off: off('a-rule') }) }, '"abc"')
    answers.push(() => new Response(null, { status: 304 }))
    await syncGuidance(world, proxy)
    expect(asked.map(({ seen }) => seen)).toEqual([null, '"abc"'])
    expect(await guidanceNow(world)).toEqual(good)
  })

  it.each<readonly [string, () => Response]>([
    [
      'is away',
      () => {
        throw new TypeError('fetch failed')
      },
    ],
    ['answers with a page', () => new Response('<html>', { status: 502 })],
    ['answers half', () => new Response('{"packs":[')],
    ['answers something else', () => Response.json({ packs: 'all' })],
    ['fails', () => Response.json({ error: { code: 'internal' } }, { status: 500 })],
  ])('goes on with what it has when the proxy %s', async (_how, answer) => {
    const good = await take({ switches: switches(7, { off: off('a-rule') }) })
    answers.push(answer)
    await syncGuidance(world, proxy)
    expect(await guidanceNow(world)).toEqual(good)
    expect((await world.poll.get())?.problem).not.toBeNull()
    restart()
    // Long after the signature ran out: the last good one stays, and its age is told by itself.
    now = NOW + 60 * DAY
    expect(await guidanceNow(world)).toEqual(good)
  })
})

describe('the age of guidance', () => {
  it('is told after 30 days and ends its use after 90, counted from the last signed word', async () => {
    await take({ switches: switches(7) })
    const kept = begun(await world.kept.get(), '0.1.0', NOW - 200 * DAY)
    const after = (days: number) => guidanceAge(kept, trust, NOW + days * DAY).freshness
    expect([0, 29, 31, 89, 91].map(after)).toEqual(['fresh', 'fresh', 'ageing', 'ageing', 'too-old'])
  })

  it('begins anew with an update of the extension, once', () => {
    const first = begun(NOTHING_KEPT, '1.0', NOW)
    expect(begun(first, '1.0', NOW + DAY)).toBe(first)
    expect(guidanceAge(first, trust, NOW + 91 * DAY).freshness).toBe('too-old')
    expect(guidanceAge(begun(first, '1.1', NOW + 91 * DAY), trust, NOW + 91 * DAY).freshness).toBe('fresh')
  })

  it('is nobody’s business in a build without the municipality’s key', () => {
    expect(guidanceAge(begun(NOTHING_KEPT, '1', NOW), { ...trust, municipality: [] }, NOW + 400 * DAY).freshness).toBe('fresh')
  })
})
