import { latin } from '../file-kind.ts'

/** What every packed text starts from: the words that RTF writers use most. */
const PREFILL =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const ROOM = 4096
const HEAD = 16
const PACKED = 0x75_46_5a_4c
const PLAIN = 0x41_4c_45_4d

/** Unpacks the RTF of an Outlook letter ([MS-OXRTFCP]), one letter a byte. Ends at `most`, whatever the head states; `null` is no such text. */
export function unpackRtf(bytes: Uint8Array, most: number): string | null {
  if (bytes.length < HEAD) return null
  const kind = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8, true)
  if (kind === PLAIN) return latin(bytes.subarray(HEAD, HEAD + most))
  return kind === PACKED ? new Unpacking(bytes, most).run() : null
}

class Unpacking {
  readonly #bytes: Uint8Array
  readonly #most: number
  readonly #ring = new Uint8Array(ROOM)
  #next = PREFILL.length
  #at = HEAD
  #out: string[] = []

  constructor(bytes: Uint8Array, most: number) {
    this.#bytes = bytes
    this.#most = most
    for (let at = 0; at < PREFILL.length; at += 1) this.#ring[at] = PREFILL.charCodeAt(at)
  }

  run(): string {
    while (this.#at < this.#bytes.length && this.#out.length < this.#most) {
      const flags = this.#byte()
      for (let bit = 0; bit < 8 && this.#at < this.#bytes.length; bit += 1) {
        if ((flags & (1 << bit)) === 0) this.#put(this.#byte())
        else if (!this.#copy()) return this.#out.join('')
      }
    }
    return this.#out.join('')
  }

  /** Repeats what came before. A place that is the next one is the end. */
  #copy(): boolean {
    const word = (this.#byte() << 8) | this.#byte()
    const from = word >>> 4
    if (from === this.#next) return false
    for (let step = 0; step < (word & 15) + 2; step += 1) this.#put(this.#ring[(from + step) % ROOM] ?? 0)
    return true
  }

  #put(byte: number): void {
    this.#out.push(String.fromCharCode(byte))
    this.#ring[this.#next] = byte
    this.#next = (this.#next + 1) % ROOM
  }

  #byte(): number {
    const byte = this.#bytes[this.#at] ?? 0
    this.#at += 1
    return byte
  }
}
