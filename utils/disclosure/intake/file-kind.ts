import type { DocumentKind } from '../model/screened-document.ts'

const HEAD = 4096
const MAIL_HEADER = /^(?:received|return-path|from|to|cc|subject|date|message-id|mime-version|content-type|delivered-to|x-[a-z-]+):/i

interface Magic {
  readonly kind: DocumentKind
  readonly bytes: readonly number[]
  readonly at?: number
}

const ascii = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0))

const MAGIC: readonly Magic[] = [
  { kind: 'archive', bytes: [0x50, 0x4b, 3, 4] },
  { kind: 'archive', bytes: [0x50, 0x4b, 5, 6] },
  { kind: 'archive', bytes: [0x50, 0x4b, 7, 8] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: ascii('GIF8') },
  { kind: 'image', bytes: ascii('BM') },
  { kind: 'image', bytes: ascii('II*\0') },
  { kind: 'image', bytes: ascii('MM\0*') },
  { kind: 'image', bytes: ascii('WEBP'), at: 8 },
  { kind: 'msg', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
]

/** What a file is by its own bytes. A name says nothing: it is whatever its sender called it. */
export function fileKind(bytes: Uint8Array): DocumentKind {
  const head = bytes.subarray(0, HEAD)
  const magic = MAGIC.find((one) => startsWith(head, one))
  if (magic && !(magic.bytes.length === 2 && !isBitmap(bytes))) return magic.kind
  const text = latin(head)
  // Readers of PDF look for the mark in the first kilobyte, so a file may begin with something else.
  if (text.slice(0, 1024).includes('%PDF-')) return 'pdf'
  return textKind(text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', ''))
}

function textKind(text: string): DocumentKind {
  if (text.startsWith('{\\rtf')) return 'unknown'
  if (/^\s*(?:<!doctype\s|<html|<\?xml|<!--|<svg|<head|<body)/i.test(text)) return 'html'
  if (isMail(text)) return 'eml'
  return /<(?:html|body|table|div|p|br)\b[^>]*>/i.test(text.slice(0, 1024)) && /<\/[a-z]+>/i.test(text) ? 'html' : 'text'
}

/** At least two headers of a letter before the first empty line, and nothing but headers there. */
function isMail(text: string): boolean {
  const lines = text.replace(/^From [^\n]*\n/, '').split(/\r?\n/)
  const end = lines.indexOf('')
  const headers = (end < 0 ? lines.slice(0, -1) : lines.slice(0, end)).filter((line) => !/^[ \t]/.test(line))
  return (
    headers.length >= 2 &&
    headers.every((line) => /^[A-Za-z][A-Za-z0-9-]*:/.test(line)) &&
    headers.filter((line) => MAIL_HEADER.test(line)).length >= 2
  )
}

function startsWith(bytes: Uint8Array, { bytes: mark, at = 0 }: Magic): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte)
}

/** Two letters are weak evidence: the file's size stands behind them. */
function isBitmap(bytes: Uint8Array): boolean {
  return bytes.length > 26 && new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(2, true) === bytes.length
}

/** One letter a byte, so that a pattern can be matched. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
