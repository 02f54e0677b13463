/** A PDF as bytes, read by none of the libraries that made it: objects, names, strings, every stream unpacked. */
export interface RawFile {
  readonly bytes: Uint8Array
  /** One character a byte, streams left out. */
  readonly outline: string
  readonly streams: readonly RawStream[]
  /** Every name that stands in the file, `#41` read as `A`. */
  readonly names: ReadonlySet<string>
  /** Objects that nothing reachable from the root points to. */
  readonly orphans: number
  /** How often a file ends: more than once, and an older state of it lies before. */
  readonly endings: number
}

export interface RawStream {
  readonly dict: string
  readonly isPicture: boolean
  readonly isJpeg: boolean
  readonly data: Uint8Array
}

export async function readRaw(bytes: Uint8Array): Promise<RawFile> {
  const whole = byteText(bytes)
  const streams: RawStream[] = []
  const kept: string[] = []
  let at = 0
  for (const { start, end } of streamPlaces(whole)) {
    kept.push(whole.slice(at, start))
    streams.push(await toStream(whole.slice(Math.max(0, start - 2000), start), bytes.slice(start, end)))
    at = end
  }
  const outline = [...kept, whole.slice(at)].join(' ')
  const texts = [outline, ...streams.filter(({ isPicture }) => !isPicture).map(({ data }) => byteText(data))]
  return {
    bytes,
    outline,
    streams,
    names: new Set(texts.flatMap(namesOf)),
    orphans: orphansOf(outline),
    endings: countOf(whole, /%%EOF/g) + countOf(outline, /\bstartxref\b/g) - 1,
  }
}

/** One character a byte; the platform's "latin1" would change some of them. */
export function byteText(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

function* streamPlaces(whole: string): Generator<{ readonly start: number; readonly end: number }> {
  const pattern = />>\s*stream\r?\n/g
  for (let match = pattern.exec(whole); match !== null; match = pattern.exec(whole)) {
    const start = match.index + match[0].length
    const end = whole.indexOf('endstream', start)
    if (end < 0) return
    yield { start, end }
    pattern.lastIndex = end
  }
}

async function toStream(before: string, data: Uint8Array<ArrayBuffer>): Promise<RawStream> {
  const dict = before.slice(before.lastIndexOf(' obj') + 1)
  const isJpeg = /\/DCTDecode/.test(dict)
  const unpacked = /\/FlateDecode/.test(dict) ? await inflate(data) : data
  return { dict, isPicture: /\/Subtype\s*\/Image/.test(dict), isJpeg, data: unpacked }
}

/** As much as can be unpacked: what is broken behind it is searched as it stands. */
async function inflate(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: Uint8Array[] = []
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value)
  } catch {
    // The line end before `endstream` counts as rubbish behind the data; anything more does too.
  }
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0)
  return parts.length === 0 ? data : whole
}

function namesOf(text: string): readonly string[] {
  const found = text.match(/\/[^\0\t\n\f\r ()<>[\]{}/%]+/g) ?? []
  return found.map((name) => name.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
}

function orphansOf(outline: string): number {
  const objects = new Map<string, readonly string[]>()
  for (const [, number = '', body = ''] of outline.matchAll(/(?:^|[\r\n ])(\d+) \d+ obj\b([\s\S]*?)\bendobj\b/g))
    objects.set(number, refsOf(body))
  const trailer = outline.slice(Math.max(0, outline.lastIndexOf('trailer')))
  const waiting = [...refsOf(trailer)]
  const reached = new Set<string>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(objects.get(next) ?? []))
  }
  return [...objects.keys()].filter((number) => !reached.has(number)).length
}

function refsOf(body: string): readonly string[] {
  return Array.from(body.matchAll(/(\d+) \d+ R\b/g), ([, number = '']) => number)
}

function countOf(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).length
}
