import { findIn } from '#utils/disclosure/finding/find-in.ts'
import type { DocumentId, ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import type { Sample, Share } from './score.ts'

export interface ThroughFinder {
  /** Numbers that must be found: the citizen's own is not reported, another's is. */
  readonly ownOrOther: Share
  readonly wrong: readonly string[]
}

const SHOWN = 8

/** The same texts through the whole screening of the workbench, each in the file of the citizen whose number it gives. */
export function throughFinder(samples: readonly Sample[]): ThroughFinder {
  const ownOrOther = { right: 0, of: 0 }
  const wrong: string[] = []
  for (const { id, text, ownCpr, spans } of samples) {
    if (ownCpr === undefined || spans.length === 0) continue
    const found = findIn(documentOf(id, text), { cpr: ownCpr, name: null, own: [] }).filter(
      ({ category, confidence }) => category === 'cpr' && confidence !== 'low',
    )
    for (const { start, end, digits, level } of spans) {
      if (level !== 'must') continue
      const reported = found.some((one) => one.start <= start + 1 && one.end >= end - 1)
      const right = reported === (digits !== ownCpr)
      ownOrOther.of += 1
      if (right) ownOrOther.right += 1
      else if (wrong.length < SHOWN) wrong.push(`${digits === ownCpr ? 'own number reported' : 'missed'}: ${text}`)
    }
  }
  return { ownOrOther, wrong }
}

function documentOf(id: string, text: string): ScreenedDocument {
  const parts = [{ page: null, source: 'body' as const, text, boxes: [] }]
  return { id: id as DocumentId, name: `${id}.txt`, kind: 'text', pages: 0, parts, notScreened: [] }
}
