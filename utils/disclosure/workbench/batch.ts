import type { DocumentId, ScreenedDocument } from '../model/screened-document.ts'

/** Each lot of files is counted from one: the lot's number keeps documents of two lots apart. */
export function documentOfBatch({ id, name, kind, pages, parts, notScreened }: ScreenedDocument, batch: number): ScreenedDocument {
  const own = `${batch}.${id}` as DocumentId
  return { id: own, name, kind, pages, parts, notScreened: notScreened.map((one) => ({ ...one, document: own })) }
}
