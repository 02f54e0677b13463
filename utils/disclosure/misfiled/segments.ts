import type { OwnerReason, PageEvidence } from './page-evidence.ts'

export type Owner = 'citizen' | 'other' | 'unknown'

/** Pages that belong together: one letter, note or form. Places in the list of pages, both ends included. */
export interface Segment {
  readonly from: number
  readonly to: number
}

/** Less than this is no more than a mention. */
const LEAST = 4

/** Cuts a document where a new letter begins or another person takes over; pages without a name stay with their neighbours. */
export function segmentsOf(pages: readonly PageEvidence[], own: string): readonly Segment[] {
  const segments: Segment[] = []
  let from = 0
  let holder: string | null = pages[0] ? mainPerson([pages[0]], own) : null
  for (let at = 1; at < pages.length; at += 1) {
    const [page, before] = [pages[at], pages[at - 1]]
    if (!page || !before) continue
    const person = mainPerson([page], own)
    if (beginsNew(page, before, { person, holder })) {
      segments.push({ from, to: at - 1 })
      from = at
      holder = person
    } else holder ??= person
  }
  if (pages.length > 0) segments.push({ from, to: pages.length - 1 })
  return segments
}

interface Persons {
  readonly person: string | null
  readonly holder: string | null
}

function beginsNew(page: PageEvidence, before: PageEvidence, { person, holder }: Persons): boolean {
  if (isNext(page, before)) return false
  if (person !== null && holder !== null && person !== holder) return true
  return page.begins || (page.of !== null && before.of !== null && page.of !== before.of)
}

/** `side 2 af 3` behind `side 1 af 3`. */
function isNext(page: PageEvidence, before: PageEvidence): boolean {
  return page.number !== null && before.number !== null && page.number === before.number + 1 && page.of === before.of
}

/** Whose a segment is, from all that its pages say together. */
export function ownerOf(
  { from, to }: Segment,
  pages: readonly PageEvidence[],
  own: string,
): { readonly owner: Owner; readonly key: string | null; readonly reasons: readonly OwnerReason[] } {
  const inside = pages.slice(from, to + 1)
  const key = mainPerson(inside, own)
  if (key === null) return { owner: 'unknown', key: null, reasons: [] }
  const reasons = [...new Set(inside.flatMap((page) => [...(page.persons.get(key)?.reasons ?? [])]))]
  return { owner: key === own ? 'citizen' : 'other', key, reasons }
}

/** The person that most speaks for; the citizen where it is even, for their own file is where it lies. */
function mainPerson(pages: readonly PageEvidence[], own: string): string | null {
  const sums = new Map<string, number>()
  for (const { persons } of pages) for (const { key, weight } of persons.values()) sums.set(key, (sums.get(key) ?? 0) + weight)
  const mine = sums.get(own) ?? 0
  const [best] = [...sums].filter(([key]) => key !== own).toSorted(([, a], [, b]) => b - a)
  if (best && best[1] >= LEAST && best[1] > mine) return best[0]
  return mine > 0 ? own : null
}
