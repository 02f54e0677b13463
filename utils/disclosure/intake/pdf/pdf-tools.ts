/** A worker that PDF.js reads one document in, and the way to end it in the middle of whatever it does. */
export interface PdfPort {
  readonly port: Worker
  readonly close: () => void
}

/** A surface that a page can be drawn on. */
export interface Surface {
  readonly canvas: OffscreenCanvas
  readonly context: OffscreenCanvasRenderingContext2D
  readonly toPng: () => Promise<Uint8Array>
}

/** What reading a PDF needs from where it runs. */
export interface PdfTools {
  /** A fresh worker: one a document, ended with it. */
  readonly openPort: () => PdfPort
  /** Without it, pages are never drawn and so never recognised. */
  readonly surface?: (width: number, height: number) => Surface
  /** Folders with PDF.js' own files, ending in a slash: decoders of scans and the standard fonts. */
  readonly assets?: { readonly wasm: string; readonly fonts: string; readonly cmaps: string }
}
