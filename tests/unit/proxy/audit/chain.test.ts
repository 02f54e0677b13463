import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAIN_START, fromLetters, inLetters, linkAfter } from '#proxy/audit/chain.ts'
import { readAnchors } from '#proxy/audit/read-anchors.ts'
import { contentOf, makeRecord, toRow } from '#proxy/audit/record.ts'
import { findCpr } from '#utils/privacy/find-cpr.ts'

const hash = fc.stringMatching(/^[0-9a-f]{64}$/)

describe('the chain', () => {
  it('gives every place, order and content a link of its own', () => {
    fc.assert(
      fc.property(hash, hash, (a, b) => {
        fc.pre(a !== b)
        const ab = linkAfter(linkAfter(CHAIN_START, a), b)
        const ba = linkAfter(linkAfter(CHAIN_START, b), a)
        expect(ab.link).not.toBe(ba.link)
        expect(linkAfter({ seq: 7, link: a }, b).link).not.toBe(linkAfter({ seq: 8, link: a }, b).link)
      }),
    )
  })

  it('is read back from the log, where no line can look like a CPR number', () => {
    fc.assert(
      fc.property(hash, fc.nat(), (link, seq) => {
        const letters = inLetters(link)
        expect(fromLetters(letters)).toBe(link)
        expect(findCpr(letters)).toEqual([])
        const line = JSON.stringify({ at: '2026-11-24T10:00:00.000Z', level: 'info', event: 'checkpoint', seq, link: letters })
        expect(readAnchors(`noise\n{"event":"started"}\npod-7 ${line}\n${line.slice(0, -9)}`)).toEqual([{ seq, link }])
      }),
    )
  })
})

describe('the content of a record', () => {
  const base = makeRecord({ kind: 'call', id: 'a', at: 1, subject: 's' })

  it('changes with every field, and with where a text ends', () => {
    const contents = [
      base,
      { ...base, unit: 's' },
      { ...base, feature: 's' },
      { ...base, subject: 's","unit' },
      { ...base, promptBytes: 1 },
      { ...base, answerBytes: 1 },
      { ...base, packs: [] },
      { ...base, packs: ['a@1', 'b@1'] },
      { ...base, packs: ['a@1","b@1'] },
      { ...base, entries: ['a@1', 'b@1'] },
    ].map(contentOf)
    expect(new Set(contents).size).toBe(contents.length)
  })

  it('leaves out what is not known, so that a column added later changes no old line', () => {
    expect(toRow(base, null)).toEqual({
      kind: 'call',
      id: 'a',
      at: 1,
      subject: 's',
      content: `\\x${contentOf(base)}`,
      said: `\\x${contentOf(base)}`,
    })
  })
})
