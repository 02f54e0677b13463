import { type WrappedPdfiumModule, init } from '@embedpdf/pdfium'

/** The PDF engine and its memory. One for a worker; what it opens must be closed. */
export interface Pdfium {
  readonly api: WrappedPdfiumModule
  readonly allocate: (bytes: number) => number
  readonly free: (pointer: number) => void
  /** Asked for anew each time: the memory moves when it grows. */
  readonly heap: () => Uint8Array<ArrayBuffer>
}

/** `wasm` is the module's bytes, so that it starts in Node and in a worker alike and fetches nothing. */
export async function openPdfium(wasm: ArrayBuffer): Promise<Pdfium> {
  const api = await init({ wasmBinary: wasm })
  api.PDFiumExt_Init()
  const { malloc, free } = api.pdfium.wasmExports
  const { pdfium } = api as unknown as { readonly pdfium: { readonly HEAPU8: Uint8Array<ArrayBuffer> } }
  return { api, allocate: malloc, free, heap: () => pdfium.HEAPU8 }
}

/** Memory for the length of one call. */
export function borrow<T>(pdfium: Pdfium, bytes: number, use: (pointer: number) => T): T {
  const pointer = pdfium.allocate(bytes)
  try {
    return use(pointer)
  } finally {
    pdfium.free(pointer)
  }
}

export function readNumber(pdfium: Pdfium, pointer: number, type: 'double' | 'float' | 'i32'): number {
  return Number(pdfium.api.pdfium.getValue(pointer, type))
}
