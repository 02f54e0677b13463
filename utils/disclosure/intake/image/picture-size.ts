/** How many pixels a picture says it has, read from its head before anything is decoded. `null` when the head is broken. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return sizeOf(view)
  } catch {
    return null
  }
}

function sizeOf(view: DataView): { width: number; height: number } | null {
  const head = view.getUint32(0)
  if (head === 0x89_50_4e_47) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (head >>> 8 === 0xff_d8_ff) return jpegSize(view)
  if (head === 0x47_49_46_38) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (head >>> 16 === 0x42_4d) return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  if (head === 0x52_49_46_46) return webpSize(view)
  return null
}

/** The first frame header; tables and notes before it are skipped by the lengths they state. */
function jpegSize(view: DataView): { width: number; height: number } | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function webpSize(view: DataView): { width: number; height: number } | null {
  const kind = view.getUint32(12)
  if (kind === 0x56_50_38_58)
    return { width: 1 + (view.getUint32(24, true) & 0xff_ff_ff), height: 1 + (view.getUint32(27, true) & 0xff_ff_ff) }
  if (kind === 0x56_50_38_20) return { width: view.getUint16(26, true) & 0x3f_ff, height: view.getUint16(28, true) & 0x3f_ff }
  if (kind !== 0x56_50_38_4c) return null
  const packed = view.getUint32(21, true)
  return { width: 1 + (packed & 0x3f_ff), height: 1 + ((packed >>> 14) & 0x3f_ff) }
}
