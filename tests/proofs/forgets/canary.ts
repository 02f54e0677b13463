import type { Random } from '../support/random.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const LENGTH = 4

/** Words that stand nowhere else: all of a run begin with the same letters, so that one search finds any of them. */
export class Canaries {
  readonly marker: string
  #count = 0

  constructor(random: Random) {
    this.marker = `zqkanarie${Array.from({ length: 6 }, () => random.pick([...LETTERS])).join('')}`
  }

  get count(): number {
    return this.#count
  }

  /** Letters only: it passes for a name, a code or a word wherever one of those is taken. */
  next(): string {
    let [rest, word] = [this.#count, '']
    this.#count += 1
    for (let left = LENGTH; left > 0; left -= 1) {
      word = (LETTERS[rest % LETTERS.length] ?? 'a') + word
      rest = Math.floor(rest / LETTERS.length)
    }
    return this.marker + word
  }
}

/** The marker as it looks when somebody has packed it: none of these stands anywhere by chance. */
export function formsOf(marker: string): readonly Buffer[] {
  const plain = Buffer.from(marker)
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64')
    return text.slice(shift === 0 ? 0 : 4, -4)
  })
  return [
    plain,
    Buffer.from(marker.toUpperCase()),
    Buffer.from(marker, 'utf16le'),
    Buffer.from(plain.toString('hex')),
    Buffer.from([...marker].toReversed().join('')),
    ...base64.map((text) => Buffer.from(text)),
  ]
}

/** What stands around the first find, or `null`. */
export function findMarker(bytes: Buffer | string, marker: string): string | null {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  for (const form of formsOf(marker)) {
    const at = buffer.indexOf(form)
    if (at !== -1) return buffer.subarray(Math.max(0, at - 60), at + 60).toString('latin1')
  }
  return null
}
