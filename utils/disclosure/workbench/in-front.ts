import type { Finding } from '../model/finding.ts'
import type { ScreenedDocument } from '../model/screened-document.ts'
import { findingId } from '../review/finding-id.ts'
import type { FindingGroup } from '../review/group-findings.ts'
import type { ReasonCode } from '../review/reasons.ts'
import { disagreements } from '../review/rest.ts'
import { findingsOf, type ReviewState } from '../review/review-state.ts'
import { partOf, textBeside } from './beside.ts'
import { decidedAs, type Reader } from './queue.ts'
import type { CurrentFinding } from './review-view.ts'
import { usualFor } from './usual.ts'

export interface Cursor {
  readonly group: FindingGroup | null
  readonly hit: number
  readonly reader: Reader
  readonly reason: ReasonCode | null
}

/** Everything that is shown of the finding in front. */
export function inFront(state: ReviewState, { group, hit, reader, reason }: Cursor): CurrentFinding | null {
  const finding = group?.findings[hit]
  const document = finding && state.setup.documents.find(({ id }) => id === finding.document)
  if (!group || !finding || !document) return null
  const ground = usualFor(finding, state.setup.regime)
  return {
    finding,
    at: hit + 1,
    of: group.findings.length,
    ids: group.ids,
    pagesHit: pagesHit(group),
    ground,
    reason: reason ?? ground.reason,
    document: { id: document.id, name: document.name, kind: document.kind, pages: document.pages },
    text: textOf(state, document, finding, group),
    differ: differ(state, group),
    decided: decidedAs(state, group.ids, reader),
  }
}

function pagesHit({ findings }: FindingGroup): readonly number[] {
  return [...new Set(findings.flatMap(({ page }) => page ?? []))].toSorted((a, b) => a - b)
}

function textOf(state: ReviewState, document: ScreenedDocument, finding: Finding, group: FindingGroup): CurrentFinding['text'] {
  const part = partOf(document, finding)
  if (part === null) return []
  const onPart = findingsOf(state).filter(
    (one) => one.document === document.id && one.page === finding.page && one.source === finding.source,
  )
  return textBeside(part, finding, onPart, new Set<string>(group.ids))
}

function differ(state: ReviewState, group: FindingGroup): CurrentFinding['differ'] {
  const ids = new Set<string>(group.ids)
  const found = disagreements(state).find(({ finding }) => ids.has(findingId(finding)))
  return found ? { first: found.first.kind, second: found.second.kind } : null
}
