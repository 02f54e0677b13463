import type { DocumentId, ScreenedDocument } from '../model/screened-document.ts'
import type { IntakeDocument } from '../intake/intake.ts'

/** Each lot of files is counted from one: the lot's number keeps documents of two lots apart. The bytes are kept elsewhere. */
export function documentOfBatch({ bytes: _bytes, item: _item, ...document }: IntakeDocument, batch: number): ScreenedDocument {
  const id = `${batch}.${document.id}` as DocumentId
  return { ...document, id, notScreened: document.notScreened.map((one) => ({ ...one, document: id })) }
}
