import type { ScreenedDocument } from '../model/screened-document.ts'

/**
 * Documents as a case system's list has them: an archive is only the wrapping of what is in it, unless it does not open, and
 * an attachment belongs to its letter.
 */
export function screenedItems(documents: readonly ScreenedDocument[]): number {
  return documents.filter((document) => document.attached !== true && !isWrapping(document)).length
}

function isWrapping({ kind, notScreened }: ScreenedDocument): boolean {
  return kind === 'archive' && !notScreened.some(({ page }) => page === null)
}
