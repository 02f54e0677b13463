import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, ImageData } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { createWorker } from 'tesseract.js'
import { canvasPainter } from '#utils/disclosure/export/build/canvas-painter.ts'
import type { ExportTools } from '#utils/disclosure/export/export-file.ts'
import type { PagePicture } from '#utils/disclosure/export/pdf/pdf-page.ts'
import { openPdfium } from '#utils/disclosure/export/pdf/pdfium.ts'

const require = createRequire(import.meta.url)

export interface ProofEngines {
  readonly tools: ExportTools
  readonly close: () => Promise<void>
}

/** The product's engines, as Node has them: the same as in a browser's worker. */
export async function openEngines(): Promise<ProofEngines> {
  const wasm = readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await openPdfium(Uint8Array.from(wasm).buffer)
  const readers = await Promise.all([newReader(), newReader()])
  let next = 0
  const tools: ExportTools = {
    pdfium,
    openWithPdfjs: (bytes) => getDocument({ data: bytes, verbosity: 0, useSystemFonts: false, disableFontFace: true }).promise,
    recognise: async (picture) => {
      next += 1
      const reader = readers[next % readers.length]
      if (reader === undefined) throw new RangeError('no-reader')
      const { data } = await reader.recognize(toPng(picture))
      return data.text
    },
    painter: canvasPainter((width, height) => createCanvas(width, height)),
  }
  return { tools, close: async () => void (await Promise.all(readers.map((reader) => reader.terminate()))) }
}

async function newReader() {
  const langPath = join(dirname(require.resolve('@tesseract.js-data/dan/package.json')), '4.0.0_best_int')
  return createWorker('dan', 1, { langPath, gzip: true, cacheMethod: 'none' })
}

export function toPng({ width, height, pixels }: PagePicture): Buffer {
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0)
  return canvas.toBuffer('image/png')
}
