import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { startOwnWorker } from '#utils/browser/own-worker.ts'
import type { PageSize } from '#components/disclosure/page-sheet.tsx'
import { PDF_ASSETS } from './pdf-assets.ts'
import { pdfWorkerUrl } from './pdf-worker-url.ts'

/** Pages of one document as pictures. Nothing of the document runs: no script, no form, no link, no font program. */
export class PagePictures {
  readonly #worker: PDFWorker
  readonly #port: Worker
  readonly #document: Promise<PDFDocumentProxy>

  constructor(bytes: Uint8Array) {
    this.#port = startOwnWorker(pdfWorkerUrl)
    this.#worker = PDFWorker.create({ port: this.#port })
    this.#document = getDocument({
      // The library takes the bytes away from whoever gave them.
      data: bytes.slice(),
      worker: this.#worker,
      enableXfa: false,
      disableAutoFetch: true,
      useWorkerFetch: false,
      disableFontFace: true,
      wasmUrl: PDF_ASSETS.wasm,
      standardFontDataUrl: PDF_ASSETS.fonts,
      cMapUrl: PDF_ASSETS.cmaps,
      stopAtErrors: false,
      verbosity: 0,
    }).promise
    this.#document.catch(() => undefined)
  }

  /** Draws a page, as wide as asked. Rejects where the page cannot be drawn. */
  async draw(page: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<PageSize> {
    const document = await this.#document
    const drawn = await document.getPage(page)
    signal.throwIfAborted()
    const natural = drawn.getViewport({ scale: 1 })
    const viewport = drawn.getViewport({ scale: width / natural.width })
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const task = drawn.render({ canvas, viewport })
    const stop = () => task.cancel()
    signal.addEventListener('abort', stop, { once: true })
    try {
      await task.promise
    } finally {
      signal.removeEventListener('abort', stop)
      drawn.cleanup()
    }
    return { width: natural.width, height: natural.height }
  }

  close(): void {
    this.#worker.destroy()
    this.#port.terminate()
  }
}
