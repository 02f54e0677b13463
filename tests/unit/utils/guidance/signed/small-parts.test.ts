import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { compareAppVersions } from '#utils/guidance/signed/app-version.ts'
import { fromBase64url, toBase64url } from '#utils/guidance/signed/base64url.ts'
import { freshnessOf, heldBack, holdPack, NO_PACK } from '#utils/guidance/signed/held.ts'
import { instantSchema, toInstant } from '#utils/guidance/signed/instant.ts'
import { newestOf } from '#utils/guidance/signed/newest.ts'
import { REFUSALS } from '#utils/guidance/signed/refusal.ts'
import { switchesInEffect } from '#utils/guidance/signed/switches-in-effect.ts'
import type { VerifiedPack } from '#utils/guidance/signed/verify-pack.ts'

const DAY_MS = 86_400_000

describe('base64url', () => {
  it('reads back what it wrote, and knows only that spelling', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        const text = toBase64url(bytes)
        expect(fromBase64url(text, 64)).toEqual(bytes)
        expect(fromBase64url(`${text}=`, 64)).toBeNull()
        // The unused bits of the last letter.
        const other = text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1)
        expect(fromBase64url(other, 64)).toBeNull()
      }),
    )
  })

  it.each(['', 'A', 'AA==', 'A+', 'A/', 'Aø'])('refuses %s as one byte', (text) => {
    expect(fromBase64url(text, 1)).toBeNull()
  })
})

describe('a moment', () => {
  it.each(['2026-11-24T10:00:00Z', '2028-02-29T23:59:59Z'])('%s is one', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(true)
  })

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-11-24',
    '2026-11-24T10:00:00.0Z',
    '2026-11-24T10:00:00+00:00',
    '2026-11-24T24:00:00Z',
    ' 2026-11-24T10:00:00Z',
  ])('%s is none', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false)
  })

  it('is written to the second', () => {
    expect(toInstant(Date.UTC(2026, 10, 24, 10, 0, 0, 999))).toBe('2026-11-24T10:00:00Z')
  })
})

describe('versions of the extension', () => {
  it.each([
    ['0.1.0', '0.1.0', 0],
    ['0.1', '0.1.0', 0],
    ['0.2', '0.10', -1],
    ['1', '0.99.99.99', 1],
    ['1.0.0.1', '1.0.0', 1],
  ])('%s against %s', (a, b, expected) => {
    expect(Math.sign(compareAppVersions(a, b))).toBe(expected)
    expect(Math.sign(compareAppVersions(b, a)) + expected).toBe(0)
  })
})

const verified = (serial: number): VerifiedPack => ({
  pack: { format: 1, id: 'p', version: '1', title: 'P', rules: [] },
  serial,
  validFrom: '2026-01-01T00:00:00Z',
  expires: '2027-01-01T00:00:00Z',
  tenant: null,
  key: 'k',
  text: `pack ${serial}`,
})

describe('the pack in use', () => {
  it('stays when the next one is refused, and the refusal shows', () => {
    const held = holdPack(NO_PACK, { ok: true, verified: verified(3) })
    const after = holdPack(held, { ok: false, code: 'bad-signature' })
    expect(after).toMatchObject({ inUse: { serial: 3 }, newest: { p: 3 }, refused: 'bad-signature' })
    expect(holdPack(after, { ok: true, verified: verified(4) })).toMatchObject({ inUse: { serial: 4 }, newest: { p: 4 }, refused: null })
  })

  it('remembers the highest serial, and no name of what every object has', () => {
    expect(holdPack({ ...NO_PACK, newest: { p: 9 } }, { ok: true, verified: verified(3) }).newest).toEqual({ p: 9 })
    expect(newestOf({}, 'constructor')).toBe(0)
  })

  it('shows when a newer one is held back', () => {
    expect(
      heldBack(
        [
          { id: 'p', serial: 4 },
          { id: 'q', serial: 1 },
        ],
        { p: 3, q: 1 },
      ),
    ).toEqual(['p'])
  })

  it.each([
    [30, 'fresh'],
    [30.1, 'ageing'],
    [90, 'ageing'],
    [90.1, 'too-old'],
  ])('%s days after the last word it is %s', (days, expected) => {
    expect(freshnessOf(0, days * DAY_MS)).toBe(expected)
  })
})

describe('switches in effect', () => {
  const off = (id: string, from: string, until: string | null) => ({
    switch: id,
    from: day(from),
    until: until === null ? null : day(until),
    reason: 'x',
    entry: 1,
  })
  const payload = {
    locked: ['rule:locked', 'feature:screening'],
    off: [
      off('rule:a', '2026-11-24', '2026-11-30'),
      off('rule:locked', '2026-01-01', null),
      off('feature:search', '2026-11-25', null),
      off('model-use', '2026-11-30', null),
    ],
  }

  it.each([
    ['2026-11-23', [], [], false],
    ['2026-11-24', ['a'], [], false],
    ['2026-11-25', ['a'], ['search'], false],
    ['2026-11-30', ['a'], ['search'], true],
    ['2026-12-01', [], ['search'], true],
  ])('on %s', (today, rules, features, model) => {
    const effect = switchesInEffect(payload, day(today))
    expect(Object.keys(effect.rulesOff)).toEqual(rules)
    expect(Object.keys(effect.featuresOff)).toEqual(features)
    expect(effect.modelUseOff !== null).toBe(model)
    expect(effect.rulesLocked).toEqual(['locked'])
  })
})

describe('the refusals', () => {
  it.each(Object.entries(REFUSALS))('%s is a Danish sentence', (_code, text) => {
    expect(text).toMatch(/^[A-ZÆØÅ].*\.$/)
  })
})
