import wasmUrl from '@embedpdf/pdfium/pdfium.wasm?url'
import { canvasPainter } from '#utils/disclosure/export/build/canvas-painter.ts'
import { ExportRefused, type ExportItem, type ItemContent } from '#utils/disclosure/export/build/built-file.ts'
import { exportFile } from '#utils/disclosure/export/export-file.ts'
import type { PagePicture } from '#utils/disclosure/export/pdf/pdf-page.ts'
import { openPdfium } from '#utils/disclosure/export/pdf/pdfium.ts'
import { LetterReader } from '#utils/disclosure/intake/recognition/letter-reader.ts'
import { packedLetters } from '#utils/disclosure/intake/recognition/packed-letters.ts'
import type { FromExporter, OrderedItem, ToExporter } from './export-messages.ts'
import { newCanvas, picturePng, pixelsOf } from './off-screen.ts'
import { openWithPdfjs } from './open-pdf.ts'
import { zipOf } from './zip-files.ts'

const tell = (message: FromExporter) => self.postMessage(message, { transfer: [] })

self.addEventListener('message', ({ data }: MessageEvent<ToExporter>) => {
  make(data).then(tell, (error: unknown) => tell({ kind: 'failed', code: error instanceof ExportRefused ? error.code : 'unexpected' }))
})

async function make({ items, cover, released }: ToExporter): Promise<FromExporter> {
  const letters = new LetterReader(packedLetters())
  try {
    const wasm = await (await fetch(wasmUrl)).arrayBuffer()
    const outcome = await exportFile(
      { items: await Promise.all(items.map(itemOf)), cover, released },
      {
        pdfium: await openPdfium(wasm),
        openWithPdfjs,
        recognise: async (picture) => textOf(letters, picture),
        painter: canvasPainter(newCanvas),
        onProgress: (done, of) => tell({ kind: 'progress', done, of }),
        onAttack: (attack, file) => tell({ kind: 'attack', attack, file }),
      },
    )
    if (outcome.export === null) return { kind: 'refused', leaks: outcome.leaks }
    const { files, pages } = outcome.export
    return { kind: 'held', archive: await zipOf(files), pages, picturePages: outcome.picturePages }
  } finally {
    await letters.close()
  }
}

async function itemOf({ number, document, plan, bytes }: OrderedItem): Promise<ExportItem> {
  return { number, document, plan, content: await contentOf(document.kind, bytes) }
}

async function contentOf(kind: OrderedItem['document']['kind'], bytes: Uint8Array): Promise<ItemContent> {
  if (kind === 'pdf') return { kind: 'pdf', bytes }
  if (kind !== 'image') return { kind: 'text' }
  const picture = await pixelsOf(bytes)
  return { kind: 'pictures', pages: [{ picture, width: picture.width, height: picture.height }] }
}

async function textOf(letters: LetterReader, picture: PagePicture): Promise<string> {
  const { lines } = await letters.recognise({ bytes: await picturePng(picture), width: picture.width, height: picture.height })
  return lines.map((words) => words.map(({ text }) => text).join(' ')).join('\n')
}
