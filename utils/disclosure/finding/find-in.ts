import type { FileSubject, Finding } from '../model/finding.ts'
import type { ScreenedDocument } from '../model/screened-document.ts'
import { FileFinder } from './file-finder.ts'

/** Everything in one document that a person must look at before it leaves. Several documents of one file: `FileFinder`. */
export function findIn(document: ScreenedDocument, subject: FileSubject): readonly Finding[] {
  const finder = new FileFinder(subject)
  finder.read(document)
  return finder.findings()
}
