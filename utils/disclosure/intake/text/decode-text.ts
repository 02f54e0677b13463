const SAMPLE = 65_536

/** The text of bytes in one of the codings that Danish offices use. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(codingOf(bytes)).decode(bytes)
}

function codingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return codingByZeros(bytes.subarray(0, SAMPLE)) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Western letters in UTF-16 have a zero in every other place. */
function codingByZeros(sample: Uint8Array): string | null {
  let even = 0
  let odd = 0
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.1 ? 'utf-16be' : null
}

/** A few broken signs do not make a UTF-8 file anything else: more sequences must be whole than broken. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const broken = text.split('\uFFFD').length - 1
    let whole = 0
    for (const sign of text) if (sign > '\u007F' && sign !== '\uFFFD') whole += 1
    return whole > broken * 4
  }
}

/** Whether the beginning holds letters: control characters that no text holds mark a file of another kind. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = decodeText(bytes.subarray(0, SAMPLE))
  let odd = 0
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) odd += 1
  }
  return odd <= sample.length * 0.01
}
