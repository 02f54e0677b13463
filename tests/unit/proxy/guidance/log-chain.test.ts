import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '#proxy/contract/guidance.ts'
import { checkChain, checkChainByItsEnd } from '#proxy/guidance/log-chain.ts'
import { hashOf, linkEntry } from '#proxy/guidance/log-entry.ts'
import { signerFromPem } from '#proxy/guidance/signing-key.ts'
import { content, logOf } from './make-entry.ts'

const newSigner = () => signerFromPem(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
const signer = newSigner()
const stranger = newSigner()
const contents = Array.from({ length: 8 }, (_, index) =>
  content({ switch: `rule:r${index}`, on: index % 2 === 0, reason: `Grund nummer ${index}` }),
)
const KEYS = [{ key: signer.key, lastEntry: null }]
const log = logOf(contents, signer)
const withoutSignatures = (lines: readonly LogEntry[]) => lines.map(({ signature: _signature, ...said }) => said)

/** Both ways of checking, which must agree; only a spoilt signature over lines that nobody touched may escape the quick one. */
function bothWays(lines: readonly LogEntry[], ...rest: [Parameters<typeof checkChain>[1], Parameters<typeof checkChain>[2]?]) {
  const [slow, quick] = [checkChain(lines, ...rest), checkChainByItsEnd(lines, ...rest)]
  if (quick.intact && !slow.intact) expect(withoutSignatures(lines)).toEqual(withoutSignatures(log))
  else expect(quick).toEqual(slow)
  return slow
}
const check = (lines: readonly LogEntry[]) => bothWays(lines, KEYS)

/** Line `at` with other content, and everything after it linked anew: the best that somebody without the key can do. */
function rewritten(at: number, change: Partial<LogEntry>): readonly LogEntry[] {
  const lines = [...log]
  for (let index = at; index < lines.length; index += 1) {
    const line = { ...lines[index], ...(index === at ? change : {}) } as LogEntry
    const linked = { ...line, previous: lines[index - 1]?.hash ?? line.previous }
    lines[index] = { ...linked, hash: hashOf(linked) }
  }
  return lines
}

describe('the chain', () => {
  it('is intact when nobody touched it, in one go or in two', () => {
    const first = check(log.slice(0, 3))
    expect(first).toMatchObject({ intact: true, end: { entry: 3 } })
    expect(first.intact && bothWays(log.slice(3), KEYS, first.end)).toMatchObject({
      intact: true,
      end: { entry: 8, hash: log[7]?.hash },
    })
    expect(check([])).toMatchObject({ intact: true, end: { entry: 0 } })
  })

  const fields = [
    'at',
    'unit',
    'subject',
    'role',
    'action',
    'switch',
    'on',
    'from',
    'until',
    'reason',
    'about',
    'previous',
    'hash',
    'key',
    'signature',
    'entry',
  ] as const
  const other: Readonly<Record<(typeof fields)[number], unknown>> = {
    at: '2026-11-24T10:00:00.001Z',
    unit: 'syd',
    subject: 'leder-2',
    role: 'administrator',
    action: 'propose',
    switch: 'rule:other',
    on: null,
    from: '2026-11-25',
    until: '2026-12-01',
    reason: 'En anden grund',
    about: 1,
    previous: 'f'.repeat(64),
    hash: 'e'.repeat(64),
    key: stranger.key,
    signature: log[0]?.signature,
    entry: 99,
  }

  it.each(fields)('shows a line whose %s was changed', (field) => {
    const changed = log.map((line, index) => (index === 4 ? { ...line, [field]: other[field] } : line))
    expect(check(changed)).toEqual({ intact: false, broken: field === 'entry' ? 99 : 5 })
  })

  it('shows a line that was changed and the rest reckoned anew without the key', () => {
    expect(check(rewritten(2, { reason: 'Noget andet' }))).toEqual({ intact: false, broken: 3 })
    const bySomebodyElse = logOf(contents, stranger)
    expect(check([...log.slice(0, 5), ...bySomebodyElse.slice(5)])).toEqual({ intact: false, broken: 6 })
    expect(check(bySomebodyElse)).toEqual({ intact: false, broken: 1 })
  })

  it('shows a line that is gone, twice, out of its place or added', () => {
    const added = linkEntry(content({ reason: 'Lagt til' }), log[7] ?? { entry: 0, hash: '' }, null)
    const [a, b] = [log[3], log[4]]
    expect(a && b && check([...log.slice(0, 3), b, a, ...log.slice(5)])).toEqual({ intact: false, broken: 5 })
    expect(check([...log.slice(0, 3), ...log.slice(4)])).toEqual({ intact: false, broken: 5 })
    expect(check([...log.slice(0, 4), ...log.slice(3)])).toEqual({ intact: false, broken: 4 })
    expect(check([...log, added])).toEqual({ intact: false, broken: 9 })
  })

  it('shows any flipped bit of any text', () => {
    const places = fc.record({
      line: fc.nat(7),
      field: fc.constantFrom('at', 'unit', 'subject', 'switch', 'reason', 'hash', 'previous', 'signature'),
      bit: fc.nat(6),
      letter: fc.nat(200),
    })
    fc.assert(
      fc.property(places, ({ line, field, bit, letter }) => {
        const text = String(log[line]?.[field as keyof LogEntry])
        const at = letter % text.length
        const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1)
        const changed = log.map((entry, index) => (index === line ? { ...entry, [field]: flipped } : entry))
        expect(check(changed)).toEqual({ intact: false, broken: line + 1 })
      }),
      { numRuns: 600 },
    )
  })
})

describe('a key that was taken out of use', () => {
  it('signs nothing after its last line', () => {
    const lines = log.slice(0, 4)
    for (const line of contents.slice(4)) lines.push(linkEntry(line, lines.at(-1) ?? { entry: 0, hash: '' }, stranger))
    const keys = (lastEntry: number | null) => [
      { key: stranger.key, lastEntry: null },
      { key: signer.key, lastEntry },
    ]
    expect(bothWays(lines, keys(4))).toMatchObject({ intact: true })
    expect(bothWays(lines, keys(3))).toEqual({ intact: false, broken: 4 })
    const forged = linkEntry(content({ reason: 'Med den gamle nøgle' }), lines.at(-1) ?? { entry: 0, hash: '' }, signer)
    expect(bothWays([...lines, forged], keys(4))).toEqual({ intact: false, broken: 9 })
    expect(bothWays([...lines, forged], keys(null))).toMatchObject({ intact: true })
  })
})

describe('without a key', () => {
  const stop = content({ switch: 'model-use', unit: '*', role: 'administrator' })

  it('only the emergency stop can be unsigned, and only before the first signed line', () => {
    const unsigned = logOf([stop, { ...stop, on: true }], null)
    expect(bothWays(unsigned, [])).toMatchObject({ intact: true })
    const signed = linkEntry(content(), unsigned[1] ?? { entry: 0, hash: '' }, signer)
    expect(check([...unsigned, signed])).toMatchObject({ intact: true })
    expect(check([...unsigned, signed, linkEntry(stop, signed, null)])).toEqual({ intact: false, broken: 4 })
    expect(bothWays(logOf([content()], null), [])).toEqual({ intact: false, broken: 1 })
  })
})

describe('the signing key', () => {
  it('must be Ed25519 in PEM form, and an error says nothing of what was there', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    for (const wrong of ['', 'hemmelig tekst', rsa, rsa.slice(0, 300)]) {
      expect(() => signerFromPem(wrong)).toThrow('The signing key is not an Ed25519 private key in PEM form')
    }
  })
})
