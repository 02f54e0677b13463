/** What the workbench was given, as text that can be searched and as pages that can be shown. Lives in memory only. */
type Branded<Name extends string> = string & { readonly __brand: Name }

/** One document of the file; a member of an archive or an attachment is a document of its own. */
export type DocumentId = Branded<'DocumentId'>

/** A box on a page in PDF points, the origin at the top left of the page as it is shown. */
export interface PageBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where a stretch of a page's text stands on it. Offsets in UTF-16 code units. */
export interface TextBox {
  readonly start: number
  readonly end: number
  readonly box: PageBox
}

/** Where a text comes from. All of them are searched: what hides in a document leaves with it. */
export type TextSource =
  /** The text of the page, note or file itself. */
  | 'body'
  /** Read from a picture of the page: letters may be wrong. */
  | 'recognised'
  /** Comments and notes on the page. */
  | 'annotation'
  /** What was filled into a form. */
  | 'form'
  /** Title, author, subject, custom properties, XMP. */
  | 'metadata'
  | 'outline'
  | 'link'
  | 'file-name'
  /** A header of a letter: from, to, subject. */
  | 'mail-header'

/** A searchable text: a page of a PDF, a whole plain file, or a hidden part. */
export interface TextPart {
  /** 1-based; `null` when the document has no pages or the part belongs to the whole of it. */
  readonly page: number | null
  readonly source: TextSource
  readonly text: string
  /** In reading order; empty where the text has no place on a page. */
  readonly boxes: readonly TextBox[]
}

/** Why something was not screened. "Not screened" never reads as "clean". */
export type NotScreenedReason =
  | 'password'
  | 'corrupt'
  | 'unknown-kind'
  | 'empty'
  | 'no-text'
  | 'unreadable-picture'
  | 'too-large'
  | 'too-many'
  | 'nested-too-deep'
  | 'bomb'
  | 'too-slow'
  | 'stopped'

export interface NotScreened {
  readonly document: DocumentId
  readonly page: number | null
  readonly why: NotScreenedReason
}

export type DocumentKind = 'pdf' | 'image' | 'docx' | 'eml' | 'msg' | 'text' | 'html' | 'archive' | 'note' | 'unknown'

export interface ScreenedDocument {
  readonly id: DocumentId
  /** As given, with the names of the archives around it: `bundle.zip/brev.pdf`. */
  readonly name: string
  readonly kind: DocumentKind
  /** It came out of another document (an attachment, an earlier revision): the case system's list does not count it. */
  readonly attached?: true
  /** 0 for what has no pages. */
  readonly pages: number
  readonly parts: readonly TextPart[]
  readonly notScreened: readonly NotScreened[]
}
