import { createHash } from 'node:crypto'

/** The end of the chain: a number and what everything up to it comes to, in hex. */
export interface ChainEnd {
  readonly seq: number
  readonly link: string
}

export const CHAIN_START: ChainEnd = { seq: 0, link: '00'.repeat(32) }

/** The same as `audit_write` reckons: SHA-256 over the link before, the number and the content. */
export function linkAfter(end: ChainEnd, content: string): ChainEnd {
  const seq = end.seq + 1
  const number = Buffer.alloc(8)
  number.writeBigInt64BE(BigInt(seq))
  const hash = createHash('sha256').update(Buffer.from(end.link, 'hex')).update(number).update(Buffer.from(content, 'hex'))
  return { seq, link: hash.digest('hex') }
}

/** A place in the chain that was signed. */
export interface Checkpoint extends ChainEnd {
  readonly at: number
  /** The public key; both are `null` in a proxy without one. */
  readonly key: string | null
  readonly signature: string | null
}

/** The kind stands first, so that a signature on a checkpoint fits nothing else. */
export function checkpointBytes({ seq, link, at }: Pick<Checkpoint, 'seq' | 'link' | 'at'>): Buffer {
  return Buffer.from(`sagshjaelp-audit-1\n${seq}\n${link}\n${at}`)
}

const LETTERS = 'ghijklmnop'

/** A link in letters alone, for the log: there nothing may look like a CPR number, and a hash in hex now and then does. */
export function inLetters(link: string): string {
  return link.replace(/\d/g, (digit) => LETTERS.charAt(Number(digit)))
}

export function fromLetters(text: string): string {
  return text.replace(/[g-p]/g, (letter) => String(LETTERS.indexOf(letter)))
}
