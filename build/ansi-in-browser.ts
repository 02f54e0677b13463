/**
 * Stands in for `iconv-lite` in the built extension: the reader of Outlook's letters asks it to decode 8-bit text, which the
 * browser can itself, and the library would bring Node's buffers with it. Named in `wxt.config.ts`.
 */
export function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(known(encoding)).decode(bytes)
}

/** Nothing is ever written in the letter's own format. */
export function encode(): never {
  throw new TypeError('not-writing')
}

function known(encoding: string): string {
  try {
    return new TextDecoder(encoding).encoding
  } catch {
    return 'windows-1252'
  }
}
