import { isUtf8 } from 'node:buffer'

const LF = 0x0a
const CR = 0x0d
const BOM = '\uFEFF'
const NOTHING = Buffer.alloc(0)

/** What the upstream sends is not an event stream: an event longer than anybody needs. */
export class BrokenStream extends Error {
  override readonly name = 'BrokenStream'
}

/**
 * Reads server-sent events piece by piece, wherever the pieces are cut: in the middle of a line end, of a letter or of
 * the byte order mark. Only whole events come out; what is left at the end is an event that never ended.
 */
export class SseReader {
  readonly #mostBytes: number
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  #rest: Buffer = NOTHING
  #isFirst = true
  #data: string[] = []
  #size = 0
  #isBroken = false
  #endedWithCr = false

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** What came is no text from some line on. The events before it have come out: an answer may have been whole by then. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  /** The data of each event that ends in this piece. @throws BrokenStream */
  push(piece: Buffer): readonly string[] {
    // A CR ends its line at once; the LF that follows it, perhaps in the next piece, belongs to the same end.
    const fresh = this.#endedWithCr && piece[0] === LF ? piece.subarray(1) : piece
    if (piece.length > 0) this.#endedWithCr = fresh.at(-1) === CR
    const bytes = this.#rest.length === 0 ? fresh : Buffer.concat([this.#rest, fresh])
    const end = Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR)) + 1
    this.#rest = end === bytes.length ? NOTHING : bytes.subarray(end)
    if (this.#rest.length > this.#mostBytes) throw new BrokenStream()
    return end === 0 ? [] : this.#readLines(this.#decode(bytes.subarray(0, end)))
  }

  #decode(bytes: Buffer): string {
    const text = this.#decodeStrictly(bytes)
    const isFirst = this.#isFirst
    this.#isFirst = false
    const lines = isFirst && text.startsWith(BOM) ? text.slice(1) : text
    return lines.includes('\r') ? lines.replaceAll(/\r\n?/g, '\n') : lines
  }

  #decodeStrictly(bytes: Buffer): string {
    if (isUtf8(bytes)) return this.#utf8.decode(bytes)
    this.#isBroken = true
    return this.#utf8.decode(upToGarbage(bytes))
  }

  #readLines(text: string): readonly string[] {
    const events: string[] = []
    for (let from = 0, to = text.indexOf('\n'); to !== -1; from = to + 1, to = text.indexOf('\n', from)) {
      if (to > from) this.#readLine(text.slice(from, to))
      else if (this.#data.length > 0) events.push(this.#takeEvent())
    }
    return events
  }

  /** Only `data` matters here; names, ids, retry times and comments are dropped. */
  #readLine(line: string): void {
    if (!line.startsWith('data:') && line !== 'data') return
    const data = line.slice(line.startsWith('data: ') ? 6 : 5)
    this.#size += data.length
    if (this.#size > this.#mostBytes) throw new BrokenStream()
    this.#data.push(data)
  }

  #takeEvent(): string {
    // An event on several lines is JSON with line breaks between its parts: they may as well be spaces.
    const event = this.#data.length === 1 ? (this.#data[0] ?? '') : this.#data.join(' ')
    this.#data = []
    this.#size = 0
    return event
  }
}

function upToGarbage(bytes: Buffer): Buffer {
  let end = 0
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, end)) {
    if (!isUtf8(bytes.subarray(end, at + 1))) break
    end = at + 1
  }
  return bytes.subarray(0, end)
}
