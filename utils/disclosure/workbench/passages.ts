import type { ExtractedFact } from '../model/decision.ts'
import type { ScreenedDocument, TextPart } from '../model/screened-document.ts'

/** A passage that can be handed out on its own: a line of the document's text. */
export interface PassageOf extends ExtractedFact {
  readonly id: string
  readonly text: string
}

const READ: ReadonlySet<TextPart['source']> = new Set(['body', 'recognised'])

/** The lines of a document, in order. */
export function passagesOf({ parts }: ScreenedDocument): readonly PassageOf[] {
  return parts
    .filter(({ source }) => READ.has(source))
    .flatMap(({ page, source, text }) =>
      [...text.matchAll(/[^\n]+/g)]
        .filter(([line]) => line.trim() !== '')
        .map((match) => ({
          id: `${page ?? ''}|${source}|${match.index}`,
          page,
          source,
          start: match.index,
          end: match.index + match[0].length,
          text: match[0].trim(),
        })),
    )
}

/** Whether a chosen fact is this passage. */
export function isPassage(fact: ExtractedFact, { page, source, start, end }: ExtractedFact): boolean {
  return fact.page === page && fact.source === source && fact.start === start && fact.end === end
}
