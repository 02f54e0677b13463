import type { FilingAnswer, MisfiledPart, PageOwner } from '../misfiled/find-misfiled.ts'
import type { OwnerReason } from '../misfiled/page-evidence.ts'
import type { ScreenedDocument } from '../model/screened-document.ts'

/** Whose a page is, as far as its text tells. */
export type HeatOwner = 'citizen' | 'both' | 'someone-else' | 'nobody' | 'not-screened'

export interface HeatPage {
  readonly page: number
  readonly owner: HeatOwner
  readonly reasons: readonly OwnerReason[]
}

export interface HeatDocument {
  readonly document: string
  readonly name: string
  readonly pages: readonly HeatPage[]
}

/** A page of the citizen's on which somebody else weighs so much is worth a look. */
const MUCH = 4

/** The picture of the whole file: one cell a page, in the order of the file. */
export function heatOf(documents: readonly ScreenedDocument[], { pages }: FilingAnswer): readonly HeatDocument[] {
  const owners = new Map(pages.map((one) => [`${one.document}|${one.page ?? 1}`, one]))
  return documents
    .filter(({ kind }) => kind !== 'archive')
    .map((document) => ({
      document: document.id,
      name: document.name,
      pages: Array.from({ length: Math.max(1, document.pages) }, (_, index) =>
        cell(document, index + 1, owners.get(`${document.id}|${index + 1}`)),
      ),
    }))
}

function cell({ notScreened }: ScreenedDocument, page: number, found: PageOwner | undefined): HeatPage {
  const unread = notScreened.some((one) => one.page === null || one.page === page)
  return { page, owner: unread ? 'not-screened' : ownerOf(found), reasons: found?.reasons ?? [] }
}

function ownerOf(found: PageOwner | undefined): HeatOwner {
  if (found === undefined || found.owner === 'unknown') return 'nobody'
  if (found.owner === 'other') return 'someone-else'
  return found.other >= MUCH ? 'both' : 'citizen'
}

/** Names a part of the file for as long as the file is the same. */
export function misfiledId({ document, from, to }: MisfiledPart): string {
  return `${document}|${from ?? ''}|${to ?? ''}`
}
