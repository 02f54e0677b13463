import type { ScreenedDocument } from '../model/screened-document.ts'

/** Documents as a case system's list has them: an archive is only the wrapping of what is in it. */
export function screenedItems(documents: readonly ScreenedDocument[]): number {
  return documents.filter(({ kind }) => kind !== 'archive').length
}
