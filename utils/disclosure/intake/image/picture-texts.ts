import { latin } from '../file-kind.ts'

const PNG_TEXTS = new Set(['tEXt', 'iTXt', 'zTXt', 'eXIf'])
const READABLE = /[\u0020-\u007E\u00A0-\u00FF]{5,}/g
/** Notes of a camera or a program are short. */
const MOST = 1024 * 1024

/** What cameras and programs wrote into a picture beside the picture: comments, descriptions, owners. */
export function pictureTexts(bytes: Uint8Array): string {
  const blocks = bytes[0] === 0x89 ? pngBlocks(bytes) : bytes[0] === 0xff ? jpegBlocks(bytes) : []
  const texts = blocks.flatMap((block) => [...readable(latin(block)), ...readable(wide(block))])
  return [...new Set(texts)].join('\n')
}

function readable(text: string): readonly string[] {
  return text.match(READABLE) ?? []
}

/** Windows writes its notes with two bytes a letter. */
function wide(block: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(block).replaceAll(/[^\u0020-\u00FF]/g, '\0')
}

function pngBlocks(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    if (PNG_TEXTS.has(latin(bytes.subarray(at + 4, at + 8)))) blocks.push(bytes.subarray(at + 8, at + 8 + Math.min(length, MOST)))
    at += 12 + length
  }
  return blocks
}

function jpegBlocks(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const blocks: Uint8Array[] = []
  for (let at = 2; at + 4 <= bytes.length && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    // After the start of the scan there are pixels only.
    if (marker === 0xda) break
    const length = view.getUint16(at + 2)
    if (marker === 0xfe || (marker >= 0xe1 && marker <= 0xef)) blocks.push(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + Math.max(length, 2)
  }
  return blocks
}
