import { readVarint, unsnappy } from './snappy.ts'

const FOOTER = 48
const TABLE_MAGIC = Buffer.from([0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb])
const LOG_BLOCK = 32_768
const LOG_HEADER = 7

/** Every block of a LevelDB table (`*.ldb`, `*.sst`), unpacked; empty when the bytes are not a table. */
export function tableBlocks(file: Buffer): Buffer[] {
  if (file.length < FOOTER || !file.subarray(-8).equals(TABLE_MAGIC)) return []
  const footer = file.subarray(-FOOTER)
  const meta = readHandle(footer, 0)
  const index = meta && readHandle(footer, meta.next)
  const indexBlock = index && readBlock(file, index)
  if (!indexBlock) return []
  return [
    indexBlock,
    ...handlesIn(indexBlock)
      .map((handle) => readBlock(file, handle))
      .filter((block) => block !== null),
  ]
}

interface Handle {
  readonly offset: number
  readonly size: number
  readonly next: number
}

function readHandle(bytes: Buffer, at: number): Handle | null {
  const offset = readVarint(bytes, at)
  const size = offset && readVarint(bytes, offset.next)
  return size ? { offset: offset.value, size: size.value, next: size.next } : null
}

/** A block is followed by one byte that says how it is packed: 0 plain, 1 snappy. */
function readBlock(file: Buffer, { offset, size }: Handle): Buffer | null {
  if (offset + size >= file.length) return null
  const packed = file.subarray(offset, offset + size)
  return file[offset + size] === 1 ? unsnappy(packed) : packed
}

/** The values of an index block: each entry is shared length, own length, value length, own key bytes, value. */
function handlesIn(block: Buffer): Handle[] {
  const restarts = block.length >= 4 ? block.readUInt32LE(block.length - 4) : 0
  const end = block.length - 4 - restarts * 4
  const handles: Handle[] = []
  let at = 0
  while (at < end) {
    const shared = readVarint(block, at)
    const own = shared && readVarint(block, shared.next)
    const value = own && readVarint(block, own.next)
    if (!value) break
    const from = value.next + own.value
    const handle = readHandle(block.subarray(from, from + value.value), 0)
    if (handle) handles.push(handle)
    at = from + value.value
  }
  return handles
}

/** A LevelDB log with its frames taken out, so that a record cut at a block's end is whole again. */
export function logPayload(file: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let block = 0; block < file.length; block += LOG_BLOCK) {
    const end = Math.min(block + LOG_BLOCK, file.length)
    for (let at = block; at + LOG_HEADER <= end;) {
      const length = file.readUInt16LE(at + 4)
      const type = file[at + 6] ?? 0
      if (type < 1 || type > 4 || at + LOG_HEADER + length > end) break
      parts.push(file.subarray(at + LOG_HEADER, at + LOG_HEADER + length))
      at += LOG_HEADER + length
    }
  }
  return Buffer.concat(parts)
}
