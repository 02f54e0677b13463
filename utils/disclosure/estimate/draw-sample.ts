import type { Finding } from '../model/finding.ts'
import type { DocumentId, ScreenedDocument } from '../model/screened-document.ts'

/** A page without a finding; `page` is `null` for a document that has none. */
export interface UnmarkedPage {
  readonly document: DocumentId
  readonly page: number | null
}

/** Pages that were read and in which nothing was found. What was not screened is not among them: a person has seen that. */
export function unmarkedPages(documents: readonly ScreenedDocument[], findings: readonly Finding[]): readonly UnmarkedPage[] {
  const marked = new Set(findings.map(({ document, page }) => keyOf(document, page)))
  return documents.flatMap(({ id, pages, notScreened }) => {
    const unread = new Set(notScreened.map(({ page }) => page))
    if (unread.has(null)) return []
    const numbers = pages === 0 ? [null] : Array.from({ length: pages }, (_, index) => index + 1)
    return numbers.filter((page) => !unread.has(page) && !marked.has(keyOf(id, page))).map((page) => ({ document: id, page }))
  })
}

function keyOf(document: DocumentId, page: number | null): string {
  return `${document}|${page ?? ''}`
}

/** So many of them, each as likely as any other. `random` gives numbers from 0 up to 1 that nobody can foresee. */
export function drawSample<T>(from: readonly T[], size: number, random: () => number): readonly T[] {
  const left = [...from]
  const count = Math.min(size, left.length)
  for (let at = 0; at < count; at += 1) {
    const other = at + Math.floor(random() * (left.length - at))
    const [here, there] = [left[at], left[other]]
    if (here !== undefined && there !== undefined) [left[at], left[other]] = [there, here]
  }
  return left.slice(0, count)
}

/** From the platform's own generator: 53 bits, evenly spread. */
export function unforeseen(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return ((high >>> 5) * 67_108_864 + (low >>> 6)) / 9_007_199_254_740_992
}
