import { PdfPage } from './pdf-page.ts'
import { type Pdfium, borrow } from './pdfium.ts'

/** An open PDF. Lives in the engine's memory until `close`. */
export class PdfFile {
  readonly pages: number
  readonly #pdfium: Pdfium
  readonly #file: number
  readonly #memory: number

  private constructor(pdfium: Pdfium, file: number, memory: number) {
    this.#pdfium = pdfium
    this.#file = file
    this.#memory = memory
    this.pages = pdfium.api.FPDF_GetPageCount(file)
  }

  /** `null` when it cannot be opened: broken, or locked with a password. */
  static open(pdfium: Pdfium, bytes: Uint8Array): PdfFile | null {
    const memory = pdfium.allocate(bytes.length)
    pdfium.heap().set(bytes, memory)
    const file = pdfium.api.FPDF_LoadMemDocument(memory, bytes.length, '')
    if (file !== 0) return new PdfFile(pdfium, file, memory)
    pdfium.free(memory)
    return null
  }

  /** `number` is 1-based. */
  withPage<T>(number: number, use: (page: PdfPage) => T): T {
    const page = this.#pdfium.api.FPDF_LoadPage(this.#file, number - 1)
    if (page === 0) throw new RangeError('page-unreadable')
    try {
      return use(new PdfPage(this.#pdfium, page))
    } finally {
      this.#pdfium.api.FPDF_ClosePage(page)
    }
  }

  attachments(): number {
    return this.#pdfium.api.FPDFDoc_GetAttachmentCount(this.#file)
  }

  /** A lock that needs no password to open would still keep the copy from being read. */
  unlock(): void {
    if (this.#pdfium.api.EPDF_IsEncrypted(this.#file)) this.#pdfium.api.EPDF_RemoveEncryption(this.#file)
  }

  save(): Uint8Array<ArrayBuffer> {
    const { api } = this.#pdfium
    const writer = api.PDFiumExt_OpenFileWriter()
    try {
      api.PDFiumExt_SaveAsCopy(this.#file, writer)
      const size = api.PDFiumExt_GetFileWriterSize(writer)
      return borrow(this.#pdfium, size, (at) => {
        api.PDFiumExt_GetFileWriterData(writer, at, size)
        return this.#pdfium.heap().slice(at, at + size)
      })
    } finally {
      api.PDFiumExt_CloseFileWriter(writer)
    }
  }

  close(): void {
    this.#pdfium.api.FPDF_CloseDocument(this.#file)
    this.#pdfium.free(this.#memory)
  }
}
