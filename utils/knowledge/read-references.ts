import type { ActRef } from './citation.ts'
import { readDocument } from './read-document.ts'
import type { Token } from './tokens.ts'

/** A document named by number or address, and the tokens it takes up. */
export interface Reference {
  readonly ref: ActRef
  readonly from: number
  readonly next: number
  /** The paragraph that an address points into ("…/280#P31a"). */
  readonly paragraph: string | null
}

/** Every document that a text names by its number or its ELI address. */
export function readReferences(tokens: readonly Token[]): readonly Reference[] {
  const found: Reference[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const reference = referenceAt(tokens, at)
    if (!reference) continue
    found.push(reference)
    at = reference.next - 1
  }
  return found
}

function referenceAt(tokens: readonly Token[], at: number): Reference | null {
  const token = tokens[at]
  if (token?.kind === 'eli') return addressAt(token, at)
  const read = readDocument(tokens, at)
  return read && { ref: read.ref, from: at, next: read.next, paragraph: null }
}

function addressAt(token: Token, at: number): Reference {
  const [path = '', fragment = ''] = token.value.split('#')
  const [, paragraph] = /^p(?:ar)?(\d+[a-zæøå]{0,2})$/u.exec(fragment) ?? []
  return { ref: { form: 'eli', eli: eliOf(path) }, from: at, next: at + 1, paragraph: paragraph ?? null }
}

/** "https://www.retsinformation.dk/eli/lta/2024/280/dan/xml" as "eli/lta/2024/280". */
export function eliOf(address: string): string {
  const path = address.toLowerCase().replace(/^.*?(?=eli\/)/u, '')
  return path.replace(/(?:\/(?:dan|xml|html|pdf))+$/u, '').replace(/(?<=\/)0+(?=\d)/gu, '')
}
