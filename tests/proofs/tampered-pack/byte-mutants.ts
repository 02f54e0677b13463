import type { Random } from '../support/random.ts'
import type { Mutator } from './mutant.ts'

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8')
/** As a browser reads an answer: what is not UTF-8 becomes U+FFFD. */
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const at = (bytes: Buffer, random: Random): number => random.int(0, bytes.length - 1)

/** Changes to the bytes, as a faulty disk or somebody on the way would make them. */
export const BYTE_MUTATORS: Readonly<Record<string, Mutator>> = {
  'one bit flipped': ({ text }, random) => {
    const bytes = bytesOf(text)
    const place = at(bytes, random)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << random.int(0, 7))
    return { text: textOf(bytes) }
  },
  'several bits flipped': ({ text }, random) => {
    const bytes = bytesOf(text)
    for (let count = random.int(2, 12); count > 0; count -= 1) {
      const place = at(bytes, random)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << random.int(0, 7))
    }
    return { text: textOf(bytes) }
  },
  'a byte gone': ({ text }, random) => {
    const bytes = bytesOf(text)
    const place = at(bytes, random)
    return { text: textOf(Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)])) }
  },
  'a byte more': ({ text }, random) => {
    const bytes = bytesOf(text)
    const place = random.int(0, bytes.length)
    return { text: textOf(Buffer.concat([bytes.subarray(0, place), Buffer.from([random.int(0, 255)]), bytes.subarray(place)])) }
  },
  'cut short': ({ text }, random) => ({ text: text.slice(0, random.int(0, text.length - 1)) }),
  'something before or after': ({ text }, random) => {
    const extra = random.pick([' ', '\n', '\r\n', '\t', '\u{FEFF}', '\0', '{}', 'null', text])
    return { text: random.chance(0.5) ? extra + text : text + extra }
  },
  'a stretch moved': ({ text }, random) => {
    const [from, length, to] = [random.int(0, text.length - 2), random.int(1, 40), random.int(0, text.length - 1)]
    const rest = text.slice(0, from) + text.slice(from + length)
    return { text: rest.slice(0, to) + text.slice(from, from + length) + rest.slice(to) }
  },
}
