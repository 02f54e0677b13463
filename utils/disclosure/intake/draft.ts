import type {
  DocumentId,
  DocumentKind,
  NotScreened,
  NotScreenedReason,
  ScreenedDocument,
  TextBox,
  TextPart,
  TextSource,
} from '../model/screened-document.ts'

export interface NewPart {
  readonly page?: number
  readonly boxes?: readonly TextBox[]
}

/** What stands on a page itself; a comment beside it says nothing of whether it was read. */
const TOLD: ReadonlySet<TextSource> = new Set(['body', 'recognised', 'mail-header'])

/** A document while it is being read. */
export class Draft {
  readonly id: DocumentId
  readonly name: string
  kind: DocumentKind = 'unknown'
  pages = 0
  readonly #parts: TextPart[] = []
  readonly #notScreened: NotScreened[] = []

  constructor(id: DocumentId, name: string) {
    this.id = id
    this.name = name
    this.add('file-name', name)
  }

  /** Keeps a text, unless there is nothing in it. */
  add(source: TextSource, text: string, { page, boxes = [] }: NewPart = {}): void {
    if (text.trim() !== '') this.#parts.push({ page: page ?? null, source, text, boxes })
  }

  /** Something of it was not read: the whole without a page. Said once. */
  skip(why: NotScreenedReason, page: number | null = null): void {
    if (this.#notScreened.some((one) => one.page === page && one.why === why)) return
    this.#notScreened.push({ document: this.id, page, why })
  }

  /** A page, or a document, that nothing was said of is listed as not screened: it must never pass for clean. */
  done(): ScreenedDocument {
    for (const page of this.#silent()) this.skip(page === null ? 'empty' : 'no-text', page)
    const { id, name, kind, pages } = this
    return { id, name, kind, pages, parts: this.#parts, notScreened: this.#notScreened }
  }

  #silent(): readonly (number | null)[] {
    if (this.#notScreened.some(({ page }) => page === null)) return []
    if (this.pages === 0) return this.kind !== 'archive' && this.#parts.every(({ source }) => source === 'file-name') ? [null] : []
    const told = new Set([...this.#parts.filter(({ source }) => TOLD.has(source)), ...this.#notScreened].map(({ page }) => page))
    return Array.from({ length: this.pages }, (_, at) => at + 1).filter((page) => !told.has(page))
  }
}
