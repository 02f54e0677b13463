import type { DocumentPlan } from '../model/decision.ts'
import type { ScreenedDocument } from '../model/screened-document.ts'
import { findingId } from './finding-id.ts'
import { decisionOf, outcomesOf } from './outcome.ts'
import { type ReviewState, findingsOf } from './review-state.ts'

/** A line of the aktliste. */
export interface ListedDocument {
  readonly number: number
  /** As given; the export cleans it of what was held back before it is printed. */
  readonly title: string
  /** ISO day, or `null` where the file does not say. */
  readonly date: string | null
  readonly pages: number
  readonly outcome: DocumentPlan['outcome']
  readonly paragraphs: readonly string[]
}

export const OUTCOME_TEXT: Readonly<Record<DocumentPlan['outcome'], string>> = {
  whole: 'Udleveres',
  redacted: 'Udleveres delvist',
  extracted: 'Undtages, faktiske oplysninger udleveres',
  withheld: 'Undtages',
}

/** Every document of the file, also those held back: it must be possible to see what was refused, and why. */
export function documentList(state: ReviewState, dates: ReadonlyMap<string, string> = new Map()): readonly ListedDocument[] {
  const outcomes = outcomesOf(state)
  const byDocument = Map.groupBy(findingsOf(state), ({ document }) => document)
  return state.setup.documents.map((document, index) => ({
    number: index + 1,
    title: titleOf(document),
    date: dates.get(document.id) ?? null,
    pages: Math.max(document.pages, 1),
    outcome: outcomes.get(document.id) ?? 'withheld',
    paragraphs: paragraphsOf(state, document, (byDocument.get(document.id) ?? []).map(findingId)),
  }))
}

function paragraphsOf(state: ReviewState, { id }: ScreenedDocument, findings: readonly string[]): readonly string[] {
  const all = [state.choices.documents.get(id), ...findings.map((finding) => decisionOf(state, finding))]
  return [...new Set(all.flatMap((decision) => decision?.paragraph ?? []))].toSorted()
}

function titleOf({ name }: ScreenedDocument): string {
  const last = name.split('/').at(-1) ?? name
  return last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
}
