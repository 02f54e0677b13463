import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { scanFolder } from './scan.ts'

/** Writes a needle to files in every form the scan claims to see, and says which of them it did not find. */
export function blindSpots(needle: string): { readonly planted: number; readonly missed: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'))
  try {
    const forms = formsOf(`før ${needle} efter`, needle)
    for (const [name, bytes] of Object.entries(forms)) {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'file'), bytes)
    }
    writeFileSync(join(folder, 'clean'), 'intet her')
    const { hits } = scanFolder(folder, [{ id: 'planted', spellings: [needle] }])
    const seen = new Set(hits.map(({ file }) => file.split('/')[0] ?? ''))
    const missed = Object.keys(forms).filter((name) => !seen.has(name))
    return { planted: Object.keys(forms).length, missed: seen.has('clean') ? [...missed, 'finds what is not there'] : missed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function formsOf(text: string, needle: string): Record<string, Buffer> {
  const utf8 = Buffer.from(text, 'utf8')
  const junk = Buffer.from('\u0000\u0001rest af en anden post')
  const around = (bytes: Buffer) => Buffer.concat([junk, bytes, junk])
  return {
    utf8: around(utf8),
    utf16le: around(Buffer.from(text, 'utf16le')),
    'base64-0': around(Buffer.from(utf8.toString('base64'))),
    'base64-1': around(Buffer.from(Buffer.concat([Buffer.from('x'), utf8]).toString('base64'))),
    'base64-2': around(Buffer.from(Buffer.concat([Buffer.from('xy'), utf8]).toString('base64'))),
    gzip: around(gzipSync(utf8)),
    'gzip-cut-short': Buffer.concat([junk, gzipSync(utf8).subarray(0, -9)]),
    zlib: around(deflateSync(Buffer.from(text, 'utf16le'))),
    'zip-entry': around(zipEntry(utf8)),
    'gzip-in-zip': around(zipEntry(gzipSync(utf8))),
    'brotli-cache-entry': cacheEntry(brotliCompressSync(utf8)),
    'leveldb-log-cut-in-two': cutLog(utf8, needle),
    'leveldb-table-snappy': table(snappyOf(utf8, needle), 1),
    'leveldb-table-plain': table(utf8, 0),
  }
}

function zipEntry(content: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(1, 26)
  return Buffer.concat([head, Buffer.from('a'), deflateRawSync(content)])
}

function cacheEntry(body: Buffer): Buffer {
  const key = Buffer.from('1/0/http://stand-in.example/api')
  const head = Buffer.alloc(24)
  Buffer.from([0x30, 0x5c, 0x72, 0xa7, 0x1b, 0x6d, 0xfb, 0xfc]).copy(head)
  head.writeUInt32LE(key.length, 12)
  return Buffer.concat([head, key, body, Buffer.alloc(24, 7), Buffer.from('HTTP/1.1 200\u0000content-encoding: br\u0000')])
}

/** A record that crosses the end of a log block in the middle of the needle. */
function cutLog(text: Buffer, needle: string): Buffer {
  const frame = (type: number, part: Buffer) => {
    const head = Buffer.alloc(7)
    head.writeUInt16LE(part.length, 4)
    head[6] = type
    return Buffer.concat([head, part])
  }
  const cut = text.indexOf(needle) + Math.floor(needle.length / 2)
  const filler = Buffer.alloc(32_768 - 7 - 7 - cut, 'f')
  return Buffer.concat([frame(1, filler), frame(2, text.subarray(0, cut)), frame(4, text.subarray(cut))])
}

/** Literal, then the needle's end as a copy of bytes that stand earlier: the plain bytes of the needle are nowhere in the block. */
function snappyOf(text: Buffer, needle: string): Buffer {
  const end = text.indexOf(needle) + needle.length
  const tail = text.subarray(end - 6, end)
  const first = Buffer.concat([tail, text.subarray(0, end - 6)])
  const copy = Buffer.from([((6 - 1) << 2) | 2, first.length & 255, first.length >> 8])
  return Buffer.concat([varint(first.length + 6), Buffer.from([60 << 2, first.length - 1]), first, copy])
}

function table(block: Buffer, packing: 0 | 1): Buffer {
  const handle = Buffer.concat([varint(0), varint(block.length)])
  const index = Buffer.concat([Buffer.from([0, 1, handle.length]), Buffer.from('k'), handle, Buffer.alloc(4), Buffer.from([1, 0, 0, 0])])
  const trailer = (type: number) => Buffer.from([type, 0, 0, 0, 0])
  const at = block.length + 5
  const footer = Buffer.alloc(48)
  Buffer.concat([varint(0), varint(0), varint(at), varint(index.length)]).copy(footer)
  Buffer.from([0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb]).copy(footer, 40)
  return Buffer.concat([block, trailer(packing), index, trailer(0), footer])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let left = value
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128)
  return Buffer.from([...bytes, left])
}
