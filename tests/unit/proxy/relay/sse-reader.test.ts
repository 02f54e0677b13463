import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BrokenStream, SseReader } from '#proxy/relay/sse-reader.ts'

const LIMIT = 10_000

function readAll(bytes: Buffer, cuts: readonly number[] = [], limit = LIMIT): readonly string[] {
  const reader = new SseReader(limit)
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  return edges.slice(1).flatMap((edge, at) => reader.push(bytes.subarray(edges[at], edge)))
}

describe('the reader of event streams', () => {
  it.each([
    ['line feeds', 'data: a\n\ndata: b\n\n', ['a', 'b']],
    ['CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['lone CR', 'data: a\r\rdata: b\r\r', ['a', 'b']],
    ['mixed ends', 'data: a\r\n\ndata: b\n\r\n', ['a', 'b']],
    ['a byte order mark', '\uFEFFdata: a\n\n', ['a']],
    ['a byte order mark that is not first', 'data: a\n\n\uFEFFdata: b\n\n', ['a']],
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['two spaces', 'data:  a\n\n', [' a']],
    ['comments, names, ids and retry', ': hi\nevent: x\nid: 1\nretry: 5\ndata: a\n\n', ['a']],
    ['data on several lines', 'data: {"a":\ndata: 1}\n\n', ['{"a": 1}']],
    ['an empty data line', 'data\n\n', ['']],
    ['many blank lines', '\n\n\ndata: a\n\n\n\n', ['a']],
    ['a field that only looks like data', 'database: a\n\n', []],
    ['an event that never ends', 'data: a\n\ndata: b\n', ['a']],
    ['a line that never ends', 'data: a\n\ndata: b', ['a']],
  ])('takes %s', (_what, text, events) => {
    expect(readAll(Buffer.from(text))).toEqual(events)
  })

  it('reads the same wherever the bytes are cut', () => {
    const event = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => JSON.stringify(text))
    const end = fc.constantFrom('\n', '\r\n', '\r')
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), end, fc.boolean(), fc.array(fc.nat(), { maxLength: 30 }), (events, eol, bom, cuts) => {
        const text = `${bom ? '\uFEFF' : ''}${events.map((data) => `data: ${data}${eol}${eol}`).join(`: ping${eol}`)}`
        expect(readAll(Buffer.from(text), cuts)).toEqual(events)
      }),
    )
  })

  it('reads byte by byte through letters of several bytes', () => {
    const bytes = Buffer.from('data: æøå 🙂\r\n\r\n')
    expect(readAll(bytes, [...bytes.keys()])).toEqual(['æøå 🙂'])
  })

  it.each([
    ['half a letter', Buffer.concat([Buffer.from('data: '), Buffer.from([0xc3]), Buffer.from('\n\n')])],
    ['bytes of no letter', Buffer.concat([Buffer.from('data: '), Buffer.from([0xff, 0xfe]), Buffer.from('\n\n')])],
  ])('says that it is broken at %s, and gives what came before', (_what, bytes) => {
    const reader = new SseReader(LIMIT)
    expect(reader.push(Buffer.concat([Buffer.from('data: a\n\n'), bytes]))).toEqual(['a'])
    expect(reader.isBroken).toBe(true)
  })

  it('is not broken by a letter that is still under way', () => {
    const reader = new SseReader(LIMIT)
    const bytes = Buffer.from('data: æ\n\n')
    expect([...reader.push(bytes.subarray(0, 7)), ...reader.push(bytes.subarray(7))]).toEqual(['æ'])
    expect(reader.isBroken).toBe(false)
  })

  it.each([
    ['a line that never ends', `data: ${'a'.repeat(200)}`],
    ['an event of too many lines', `${'data: aaaaaaaaaa\n'.repeat(20)}\n`],
  ])('gives up on %s', (_what, text) => {
    expect(() => readAll(Buffer.from(text), [50, 100, 150], 100)).toThrow(BrokenStream)
  })
})
