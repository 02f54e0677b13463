import { NeedsPicture } from './needs-picture.ts'

interface Segment {
  readonly marker: number
  readonly start: number
  readonly end: number
}

const START_OF_SCAN = 0xda
const COMMENT = 0xfe

/** A photograph without what its camera wrote beside it: EXIF with a thumbnail of the whole, XMP, comments. */
export function stripJpeg(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new NeedsPicture('jpeg')
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  let segment = segmentAt(jpeg, 2)
  while (segment.marker !== START_OF_SCAN) {
    if (paints(segment.marker)) kept.push(jpeg.subarray(segment.start, segment.end))
    segment = segmentAt(jpeg, segment.end)
  }
  return joined([...kept, jpeg.subarray(segment.start, endOfImage(jpeg, segment.start))])
}

function segmentAt(jpeg: Uint8Array, start: number): Segment {
  const length = ((jpeg[start + 2] ?? 0) << 8) | (jpeg[start + 3] ?? 0)
  if (jpeg[start] !== 0xff || length < 2 || start + 4 > jpeg.length) throw new NeedsPicture('jpeg')
  return { marker: jpeg[start + 1] ?? 0, start, end: start + 2 + length }
}

/** APP14 says how the colours are coded; every other APPn and the comments paint nothing. */
function paints(marker: number): boolean {
  return marker !== COMMENT && (marker < 0xe0 || marker > 0xef || marker === 0xee)
}

/** Behind the end of the picture anything may be appended. */
function endOfImage(jpeg: Uint8Array, from: number): number {
  for (let at = from; at + 1 < jpeg.length; at += 1) if (jpeg[at] === 0xff && jpeg[at + 1] === 0xd9) return at + 2
  throw new NeedsPicture('jpeg')
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
