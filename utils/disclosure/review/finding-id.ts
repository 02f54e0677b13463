import type { Finding } from '../model/finding.ts'
import type { NotScreened } from '../model/screened-document.ts'

type Branded<Name extends string> = string & { readonly __brand: Name }

export type FindingId = Branded<'FindingId'>
export type NotScreenedId = Branded<'NotScreenedId'>

/** The same finding has the same id however often the file is screened. Holds no text of the case. */
export function findingId({ document, page, source, start, end, category }: Finding): FindingId {
  return [document, page ?? '', source, start, end, category].join('|') as FindingId
}

export function notScreenedId({ document, page, why }: NotScreened): NotScreenedId {
  return [document, page ?? '', why].join('|') as NotScreenedId
}
