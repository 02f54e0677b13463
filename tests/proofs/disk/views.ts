import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { logPayload, tableBlocks } from './leveldb.ts'

/** One way to read a file's bytes. */
export interface View {
  readonly how: 'as stored' | 'gzip' | 'zlib' | 'zip entry' | 'brotli' | 'leveldb table' | 'leveldb log'
  readonly bytes: Buffer
}

const LIMIT = { maxOutputLength: 64 * 1024 * 1024, finishFlush: constants.Z_SYNC_FLUSH }

/** The file as stored, and everything in it that can be unpacked, also what is packed inside what was unpacked. */
export function viewsOf(bytes: Buffer, depth = 2): View[] {
  const inner = depth === 0 ? [] : unpacked(bytes)
  return [{ how: 'as stored', bytes }, ...inner.flatMap((view) => [view, ...viewsOf(view.bytes, depth - 1).slice(1)])]
}

function unpacked(bytes: Buffer): View[] {
  return [
    ...streams(bytes, { how: 'gzip', magic: Buffer.from([0x1f, 0x8b, 0x08]), skip: 0, inflate: (part) => gunzipSync(part, LIMIT) }),
    ...[0x01, 0x5e, 0x9c, 0xda].flatMap((second) =>
      streams(bytes, { how: 'zlib', magic: Buffer.from([0x78, second]), skip: 0, inflate: (part) => inflateSync(part, LIMIT) }),
    ),
    ...zipEntries(bytes),
    ...brotliBodies(bytes),
    ...tableBlocks(bytes).map((block): View => ({ how: 'leveldb table', bytes: block })),
    ...logViews(bytes),
  ]
}

interface Packed {
  readonly how: View['how']
  readonly magic: Buffer
  readonly skip: number
  readonly inflate: (part: Buffer) => Buffer
}

function streams(bytes: Buffer, { how, magic, skip, inflate }: Packed): View[] {
  const found: View[] = []
  for (let at = bytes.indexOf(magic); at !== -1; at = bytes.indexOf(magic, at + 1)) {
    const view = attempt(() => inflate(bytes.subarray(at + skip)))
    if (view && view.length > 0) found.push({ how, bytes: view })
  }
  return found
}

/** Entries of a zip: local headers, whose sizes may be unknown, so each is inflated until its own end. */
function zipEntries(bytes: Buffer): View[] {
  const magic = Buffer.from([0x50, 0x4b, 0x03, 0x04])
  const found: View[] = []
  for (let at = bytes.indexOf(magic); at !== -1 && at + 30 < bytes.length; at = bytes.indexOf(magic, at + 1)) {
    if (bytes.readUInt16LE(at + 8) !== 8) continue
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    const view = attempt(() => inflateRawSync(bytes.subarray(from), LIMIT))
    if (view) found.push({ how: 'zip entry', bytes: view })
  }
  return found
}

const CACHE_MAGIC = Buffer.from([0x30, 0x5c, 0x72, 0xa7, 0x1b, 0x6d, 0xfb, 0xfc])

/** A brotli stream has no mark of its own; in the browser's cache it follows the entry's key, in a response that says so. */
function brotliBodies(bytes: Buffer): View[] {
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(CACHE_MAGIC)) return []
  if (!/content-encoding:\s*br/i.test(bytes.toString('latin1'))) return []
  const from = 24 + bytes.readUInt32LE(12)
  const view = attempt(() =>
    brotliDecompressSync(bytes.subarray(from), { maxOutputLength: LIMIT.maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  )
  return view ? [{ how: 'brotli', bytes: view }] : []
}

function logViews(bytes: Buffer): View[] {
  const payload = logPayload(bytes)
  return payload.length > 0 ? [{ how: 'leveldb log', bytes: payload }] : []
}

/** What looked like packed bytes and is none is ordinary in a scan of everything. */
function attempt(work: () => Buffer): Buffer | null {
  try {
    return work()
  } catch {
    return null
  }
}
