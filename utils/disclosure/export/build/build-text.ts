import type { RedactionMark } from '../../model/decision.ts'
import type { ScreenedDocument, TextPart, TextSource } from '../../model/screened-document.ts'
import type { BuiltFile, ExportItem } from './built-file.ts'
import type { Piece } from './lay-out-text.ts'
import { type TextPainter, writeText } from './write-text.ts'

/** What a reader of a letter or note sees; titles, links and comments hidden in the file do not leave it. */
const SHOWN: readonly TextSource[] = ['mail-header', 'body', 'recognised']

export async function buildText(item: ExportItem, painter: TextPainter | null): Promise<BuiltFile> {
  const written = await writeText(item.plan.outcome === 'extracted' ? extractOf(item) : piecesOf(item), painter)
  return { number: item.number, ...written }
}

function piecesOf({ document, plan }: ExportItem): readonly Piece[] {
  const parts = shownParts(document)
  return parts.flatMap((part) => [...strikeOut(part, parts, plan.redactions), '\n\n'])
}

function shownParts({ parts }: ScreenedDocument): readonly TextPart[] {
  return SHOWN.flatMap((source) => parts.filter((part) => part.source === source))
}

/** The text between the marks; marks that overlap are one. */
function strikeOut(part: TextPart, parts: readonly TextPart[], marks: readonly RedactionMark[]): readonly Piece[] {
  const own = marks.filter((mark) => isOf(mark, part, parts)).toSorted((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of own) {
    if (start > at || pieces.length === 0) pieces.push(part.text.slice(at, start), null)
    at = Math.max(at, end)
  }
  return [...pieces, part.text.slice(at)]
}

/** Several headers may share a source: a mark belongs to those that hold its text at its place. */
function isOf(mark: RedactionMark, part: TextPart, parts: readonly TextPart[]): boolean {
  const fits = (other: TextPart) => other.page === mark.page && other.source === mark.source
  if (!fits(part)) return false
  return part.text.slice(mark.start, mark.end) === mark.text || parts.filter(fits).length === 1
}

function extractOf({ number, document, plan }: ExportItem): readonly Piece[] {
  const facts = plan.extracts.map(({ page, source, start, end }) => {
    const part = document.parts.find((candidate) => candidate.page === page && candidate.source === source)
    return `${page === null ? '' : `Side ${page}: `}${part?.text.slice(start, end) ?? ''}\n\n`
  })
  return [`Akt ${number}: dokumentet er undtaget. Disse faktiske oplysninger udleveres (ekstrahering):\n\n`, ...facts]
}
