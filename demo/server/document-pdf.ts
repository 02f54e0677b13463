import type { CaseRecord, RowRecord } from '#demo/data/case-record.ts'
import type { State } from './state.ts'
import { writePdf } from './pdf.ts'

/** The document of a row as a PDF, or `null` when the case has no such document. */
export function documentPdf(state: State, found: CaseRecord, id: string): Uint8Array | null {
  const row = (state.rows(found, 'doc') as readonly RowRecord<'doc'>[]).find((doc) => doc.id === id)
  if (!row) return null
  const count = Math.min(40, typeof row['doc.pages'] === 'number' ? row['doc.pages'] : 1)
  const contradiction = found.planted.find((fact) => fact.kind === 'document-contradicts' && fact.at.includes(id))
  return writePdf(
    Array.from({ length: count }, (_, index) => [
      'Øvelsesmiljø. Opdigtede personer.',
      '',
      String(row['doc.title'] ?? ''),
      `Dato: ${String(row['doc.date'] ?? '')}`,
      String(row['doc.from'] ?? ''),
      `Vedrørende: ${String(found.facts['citizen.name'])}`,
      '',
      ...(contradiction && index === 0 ? [`Attest: ${contradiction.answer.replace(/^.*attesten siger /, 'det drejer sig om ')}`] : []),
      `Side ${index + 1} af ${count}. Teksten i dette dokument er skrevet til øvelse og beskriver ingen virkelig person.`,
    ]),
  )
}
