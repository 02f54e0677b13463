import type { Finding } from '#utils/disclosure/model/finding.ts'
import type { DocumentId, NotScreened, ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import type { ReviewSetup } from '#utils/disclosure/review/review-state.ts'

export const doc = (id: string) => id as DocumentId

export function document(id: string, change: Partial<ScreenedDocument> = {}): ScreenedDocument {
  return { id: doc(id), name: `${id}.pdf`, kind: 'pdf', pages: 1, parts: [], notScreened: [], ...change }
}

export function finding(change: Partial<Finding> = {}): Finding {
  const text = change.text ?? 'Bo Lind'
  const start = change.start ?? 0
  return {
    document: doc('a'),
    page: 1,
    source: 'body',
    end: start + text.length,
    category: 'person',
    role: 'uvedkommende',
    confidence: 'high',
    same: `person:${text}`,
    why: 'name-list',
    ...change,
    start,
    text,
  }
}

export function setup(change: Partial<ReviewSetup> = {}): ReviewSetup {
  return { documents: [document('a')], findings: [finding()], regime: 'party', listed: 1, screened: 1, secondReader: false, ...change }
}

export const notScreened = (change: Partial<NotScreened> = {}): NotScreened => ({ document: doc('a'), page: 1, why: 'no-text', ...change })
