/** Bytes as base64url without padding: the form in which keys and signatures travel. */
export function toBase64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes, when the text is the only spelling of exactly so many; otherwise `null`. */
export function fromBase64url(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  if (text.length !== Math.ceil((length * 4) / 3) || !/^[\w-]*$/.test(text)) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  // The last letter has bits that no byte uses: only one of its spellings is accepted.
  return bytes.length === length && toBase64url(bytes) === text ? bytes : null
}
