import type { Finding } from '../model/finding.ts'
import { isOfDocument } from './regimes.ts'
import { type FindingId, findingId } from './finding-id.ts'

/** A number or an address belongs to the name it stands beside; farther away it is on its own. */
const NEAR = 160

/**
 * Whose each finding is: the `same` of the nearest name on the page, taken through equal findings, so that a number that
 * once stands beside its owner's name is the owner's everywhere. What has no name near it is its own.
 */
export function ownerOf(findings: readonly Finding[]): ReadonlyMap<FindingId, string> {
  const pages = Map.groupBy(findings, ({ document, page, source }) => `${document}|${page ?? ''}|${source}`)
  const ownerOfSame = new Map<string, { readonly owner: string; readonly gap: number }>()
  for (const onPage of pages.values()) {
    const names = onPage.filter(({ category }) => category === 'person')
    for (const finding of onPage) {
      if (finding.category === 'person' || isOfDocument(finding.category)) continue
      const best = nearest(finding, names)
      const known = ownerOfSame.get(finding.same)
      if (best !== null && (known === undefined || best.gap < known.gap)) ownerOfSame.set(finding.same, best)
    }
  }
  return new Map(findings.map((finding) => [findingId(finding), ownerOfSame.get(finding.same)?.owner ?? finding.same]))
}

function nearest(finding: Finding, names: readonly Finding[]): { readonly owner: string; readonly gap: number } | null {
  let best: { readonly owner: string; readonly gap: number } | null = null
  for (const name of names) {
    const gap = Math.max(name.start - finding.end, finding.start - name.end, 0)
    if (gap <= NEAR && (best === null || gap < best.gap)) best = { owner: name.same, gap }
  }
  return best
}
