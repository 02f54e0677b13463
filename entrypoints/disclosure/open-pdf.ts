import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { startOwnWorker } from '#utils/browser/own-worker.ts'
import { PDF_ASSETS } from './pdf-assets.ts'
import { pdfWorkerUrl } from './pdf-worker-url.ts'

/** Opens a finished file with the second engine, in a worker that ends with it. */
export async function openWithPdfjs(bytes: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  const port = startOwnWorker(pdfWorkerUrl)
  const worker = PDFWorker.create({ port, verbosity: 0 })
  const task = getDocument({
    data: bytes,
    worker,
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    wasmUrl: PDF_ASSETS.wasm,
    standardFontDataUrl: PDF_ASSETS.fonts,
    cMapUrl: PDF_ASSETS.cmaps,
    verbosity: 0,
  })
  const end = task.destroy.bind(task)
  task.destroy = async () => {
    await end()
    worker.destroy()
    port.terminate()
  }
  return task.promise
}
