import type { PDFDocument } from 'pdf-lib'
import type { DocumentPlan } from '../../model/decision.ts'
import type { PageBox, ScreenedDocument } from '../../model/screened-document.ts'
import type { PagePicture } from '../pdf/pdf-page.ts'

/** A document, what was decided about it, and its bytes or pictures where it has any. */
export interface ExportItem {
  /** Its number in the list of documents, from 1. */
  readonly number: number
  readonly document: ScreenedDocument
  readonly plan: DocumentPlan
  readonly content: ItemContent
}

export type ItemContent =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  /** A photograph or scan that is no PDF; the size is that of the page in points, as the boxes have it. */
  | {
      readonly kind: 'pictures'
      readonly pages: readonly { readonly picture: PagePicture; readonly width: number; readonly height: number }[]
    }
  /** Everything else leaves as its text. */
  | { readonly kind: 'text' }

export interface BuiltPage {
  /** What must be black, in points of the page as shown. */
  readonly blacks: readonly PageBox[]
  readonly isPicture: boolean
}

/** A new file before page numbers are put on it. */
export interface BuiltFile {
  readonly number: number
  readonly pdf: PDFDocument
  readonly pages: readonly BuiltPage[]
}

export type ExportRefusal = 'page-unreadable' | 'letters-not-drawable' | 'text-not-placed' | 'leak' | 'nothing-to-export'

/** The export stops; the code says why and holds nothing of the case. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused'
  readonly code: ExportRefusal
  constructor(code: ExportRefusal) {
    super(code)
    this.code = code
  }
}
