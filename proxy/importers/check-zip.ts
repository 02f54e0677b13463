import { inflateRawSync } from 'node:zlib'
import { ImportError } from './import-error.ts'

const END = 0x0605_4b50
const ENTRY = 0x0201_4b50
const LOCAL = 0x0403_4b50
const MOST_ENTRIES = 10_000
const MOST_BYTES = 200 * 1024 * 1024
const MOST_RATIO = 200
/** Under this much, a high ratio does no harm: an empty style sheet packs well. */
const SMALL = 1024 * 1024

/**
 * Refuses a ZIP whose content is larger than what is read, before anything else opens it. The sizes that it declares are
 * checked against what really comes out. @throws ImportError
 */
export function checkZip(zip: Buffer): void {
  const end = findEnd(zip)
  const entries = zip.readUInt16LE(end + 10)
  if (entries > MOST_ENTRIES || entries === 0xffff) throw new ImportError('zip-bomb')
  let at = zip.readUInt32LE(end + 16)
  let total = 0
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw new ImportError('not-well-formed')
    total += sizeOf(zip, at)
    if (total > MOST_BYTES) throw new ImportError('zip-bomb')
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1) if (zip.readUInt32LE(at) === END) return at
  throw new ImportError('not-well-formed')
}

function isTooTight(packed: number, declared: number): boolean {
  return declared > SMALL && declared > packed * MOST_RATIO
}

/** What an entry really unpacks to. */
function sizeOf(zip: Buffer, entry: number): number {
  const [method, packed, declared] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20), zip.readUInt32LE(entry + 24)]
  if (declared > MOST_BYTES || isTooTight(packed, declared)) throw new ImportError('zip-bomb')
  const local = zip.readUInt32LE(entry + 42)
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) throw new ImportError('not-well-formed')
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const data = zip.subarray(start, start + packed)
  if (method === 0) return data.length
  if (method !== 8) throw new ImportError('not-well-formed')
  if (unpackedSize(data, declared) !== declared) throw new ImportError('zip-bomb')
  return declared
}

function unpackedSize(data: Buffer, declared: number): number {
  try {
    return inflateRawSync(data, { maxOutputLength: declared + 1 }).length
  } catch (cause) {
    throw new ImportError(cause instanceof RangeError ? 'zip-bomb' : 'not-well-formed', { cause })
  }
}
