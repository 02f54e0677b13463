/** A raw snappy block, as LevelDB stores it, back to its bytes; `null` when it is not one. */
export function unsnappy(block: Buffer, limit = 64 * 1024 * 1024): Buffer | null {
  const head = readVarint(block, 0)
  if (head === null || head.value > limit) return null
  const out = Buffer.alloc(head.value)
  let at = head.next
  let written = 0
  while (at < block.length) {
    const step = readElement(block, at)
    if (step === null || written + step.length > out.length) return null
    if (step.kind === 'literal') block.copy(out, written, step.from, step.from + step.length)
    else if (!copyBack(out, { written, offset: step.offset, length: step.length })) return null
    written += step.length
    at = step.next
  }
  return written === out.length ? out : null
}

type Element =
  | { readonly kind: 'literal'; readonly from: number; readonly length: number; readonly next: number }
  | { readonly kind: 'copy'; readonly offset: number; readonly length: number; readonly next: number }

function readElement(block: Buffer, at: number): Element | null {
  const tag = block[at] ?? 0
  const kind = tag & 3
  if (kind === 0) return readLiteral(block, at, tag >> 2)
  const extra = kind === 1 ? 1 : kind === 2 ? 2 : 4
  if (at + extra >= block.length) return null
  if (kind === 1) return { kind: 'copy', length: ((tag >> 2) & 7) + 4, offset: ((tag >> 5) << 8) | (block[at + 1] ?? 0), next: at + 2 }
  return { kind: 'copy', length: (tag >> 2) + 1, offset: block.readUIntLE(at + 1, extra), next: at + 1 + extra }
}

function readLiteral(block: Buffer, at: number, short: number): Element | null {
  const extra = Math.max(0, short - 59)
  if (at + extra >= block.length) return null
  const length = (extra === 0 ? short : block.readUIntLE(at + 1, extra)) + 1
  const from = at + 1 + extra
  return from + length > block.length ? null : { kind: 'literal', from, length, next: from + length }
}

/** Byte by byte: a copy may reach into what it is writing. */
function copyBack(out: Buffer, { written, offset, length }: { written: number; offset: number; length: number }): boolean {
  if (offset === 0 || offset > written) return false
  for (let step = 0; step < length; step += 1) out[written + step] = out[written + step - offset] ?? 0
  return true
}

/** A base-128 number and where the next thing begins. */
export function readVarint(bytes: Buffer, from: number): { readonly value: number; readonly next: number } | null {
  let value = 0
  for (let at = from; at < Math.min(bytes.length, from + 5); at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (at - from))
    if (byte < 0x80) return { value, next: at + 1 }
  }
  return null
}
