import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { IntakeRefusal } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import { withinTime } from '../within-time.ts'
import type { PdfPort, PdfTools } from './pdf-tools.ts'

const OPEN_MS = 10_000
const MORE_MS_PER_BYTE = 1000 / (16 * 1024 * 1024)

/** A PDF that is open in a worker of its own. Nothing is fetched, nothing runs, no font is loaded. */
export class PdfBook {
  readonly #bytes: Uint8Array
  readonly #tools: PdfTools
  #port: PdfPort | null = null
  #document: PDFDocumentProxy | null = null

  private constructor(bytes: Uint8Array, tools: PdfTools) {
    this.#bytes = bytes
    this.#tools = tools
  }

  static async open(bytes: Uint8Array, tools: PdfTools): Promise<PdfBook> {
    const book = new PdfBook(bytes, tools)
    try {
      await book.#start()
      return book
    } catch (error) {
      book.close()
      throw error
    }
  }

  get document(): PDFDocumentProxy {
    if (!this.#document) throw new IntakeRefusal('corrupt')
    return this.#document
  }

  page(number: number): Promise<PDFPageProxy> {
    return this.document.getPage(number)
  }

  /** Ends whatever the worker is stuck in and opens the document anew. */
  async reopen(): Promise<void> {
    this.close()
    await this.#start()
  }

  close(): void {
    this.#document = null
    this.#port?.close()
    this.#port = null
  }

  async #start(): Promise<void> {
    const opened = this.#tools.openPort()
    this.#port = opened
    const worker = PDFWorker.create({ port: opened.port, verbosity: 0 })
    const { wasm, fonts, cmaps } = this.#tools.assets ?? {}
    const task = getDocument({
      // PDF.js gives the bytes away to its worker: it gets a copy.
      data: this.#bytes.slice(),
      worker,
      enableXfa: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      disableAutoFetch: true,
      disableStream: true,
      disableWorkerRendering: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: LIMITS.pixels,
      verbosity: 0,
      ...(wasm !== undefined && { wasmUrl: wasm }),
      ...(fonts !== undefined && { standardFontDataUrl: fonts }),
      ...(cmaps !== undefined && { cMapUrl: cmaps }),
      ...(this.#tools.surface && { CanvasFactory: canvasFactory(this.#tools.surface) }),
    })
    // A password is never asked for: a person has to open the file.
    task.onPassword = () => task.destroy()
    try {
      this.#document = await withinTime(task.promise, OPEN_MS + this.#bytes.length * MORE_MS_PER_BYTE)
    } catch (error) {
      throw refusalOf(error)
    }
  }
}

function refusalOf(error: unknown): IntakeRefusal {
  if (error instanceof IntakeRefusal) return error
  const name = error instanceof Error ? error.name : ''
  return new IntakeRefusal(name === 'PasswordException' || name === 'AbortException' ? 'password' : 'corrupt')
}

function canvasFactory(surface: NonNullable<PdfTools['surface']>) {
  return class {
    create(width: number, height: number) {
      const { canvas, context } = surface(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
      return { canvas, context }
    }

    reset(drawn: { canvas: OffscreenCanvas }, width: number, height: number) {
      Object.assign(drawn.canvas, { width, height })
    }

    destroy(drawn: { canvas: OffscreenCanvas | null; context: unknown }) {
      if (drawn.canvas) Object.assign(drawn.canvas, { width: 0, height: 0 })
      Object.assign(drawn, { canvas: null, context: null })
    }
  }
}
