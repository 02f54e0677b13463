import { fold } from '../spelling.ts'
import { type Needle, holds } from './needle.ts'
import { type RawFile, byteText } from './raw-file.ts'

/** Shorter than this, chance alone makes it in compressed pictures. */
const LEAST_BYTES = 6

/** Everything that can be read out of the bytes: strings in every coding, whole streams, and what is written straight in them. */
export function rawHolds(raw: RawFile, needles: readonly Needle[]): boolean {
  const wanted = needles.filter(({ everywhere }) => everywhere)
  if (wanted.length === 0) return false
  const bodies = [raw.outline, ...raw.streams.filter(({ isPicture }) => !isPicture).map(({ data }) => byteText(data))]
  const texts = [...bodies.flatMap(stringsOf), [...raw.names].join(' ')].map(fold)
  if (wanted.some((needle) => texts.some((text) => holds(text, needle)))) return true
  const packed = [...bodies, ...raw.streams.filter(({ isPicture }) => isPicture).map(({ data }) => byteText(data)), byteText(raw.bytes)]
  return wanted.some((needle) => packed.some((body) => spellingsInBytes(needle).some((spelling) => body.includes(spelling))))
}

/** All strings of a body, read as each coding that a PDF may use, once run together and once apart. */
function stringsOf(body: string): readonly string[] {
  const bytes = [...literals(body), ...hexStrings(body)]
  const readings = [(text: string) => text, utf16, utf8]
  return readings.flatMap((read) => {
    const texts = bytes.map(read)
    return [texts.join(''), texts.join(' ')]
  })
}

function literals(body: string): readonly string[] {
  const found = body.match(/\((?:\\[\s\S]|[^\\()])*\)/g) ?? []
  return found.map((text) =>
    text.slice(1, -1).replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal: string | undefined, char: string | undefined) => {
      return octal === undefined ? (char ?? '') : String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    }),
  )
}

function hexStrings(body: string): readonly string[] {
  const found = body.match(/<[0-9A-Fa-f\s]{2,}>/g) ?? []
  return found.map((text) =>
    (text.replace(/[^0-9A-Fa-f]/g, '').match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''),
  )
}

function utf16(text: string): string {
  const from = text.startsWith('\u00fe\u00ff') ? 2 : 0
  const units: string[] = []
  for (let at = from; at + 1 < text.length; at += 2) units.push(String.fromCharCode((text.charCodeAt(at) << 8) | text.charCodeAt(at + 1)))
  return units.join('')
}

function utf8(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)))
}

function spellingsInBytes({ text, digits }: Needle): readonly string[] {
  const plain = digits === null ? [text] : [text, digits, Array.from(digits).reverse().join('')]
  return plain
    .filter(({ length }) => length >= LEAST_BYTES)
    .flatMap((spelling) => {
      const wide = Array.from(spelling, (char) => String.fromCharCode(char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff)).join('')
      const bytes = byteText(new TextEncoder().encode(spelling))
      const latin = Array.from(spelling).every((char) => char.charCodeAt(0) < 256) ? [spelling] : []
      return [...latin, bytes, wide, hexOf(bytes), hexOf(wide)]
    })
}

function hexOf(bytes: string): string {
  return Array.from(bytes, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}
