import type { DocumentId, ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'

/** A document of plain pages for a test. */
export function documentOf(id: string, ...pages: readonly string[]): ScreenedDocument {
  const parts = pages.map((text, at) => ({ page: at + 1, source: 'body' as const, text, boxes: [] }))
  return { id: id as DocumentId, name: `${id}.pdf`, kind: 'pdf', pages: pages.length, parts, notScreened: [] }
}
