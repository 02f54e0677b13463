import { getDocument, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ImportError } from './import-error.ts'
import type { ReadBlocks } from './blocks.ts'
import { blocksOf, type PdfLine } from './pdf-blocks.ts'

const MOST_PAGES = 3000

/** Headings and text of a PDF: only text, no forms, no scripts, no fonts. @throws ImportError */
export async function readPdf(file: Buffer): Promise<ReadBlocks> {
  const task = getDocument({
    data: new Uint8Array(file),
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    isOffscreenCanvasSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > MOST_PAGES) throw new ImportError('too-complex')
    const pages: (readonly PdfLine[])[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      pages.push(await linesOf(page))
      page.cleanup()
    }
    const blocks = blocksOf(pages)
    if (blocks.length === 0) throw new ImportError('no-text')
    return { blocks, front: {} }
  } catch (cause) {
    if (cause instanceof ImportError) throw cause
    throw new ImportError('not-well-formed', { cause })
  } finally {
    await task.destroy()
  }
}

/** The lines of a page: pieces of text on the same height are one. */
async function linesOf(page: PDFPageProxy): Promise<readonly PdfLine[]> {
  const { items } = await page.getTextContent()
  const lines: { text: string; size: number; y: number }[] = []
  for (const item of items) {
    if (!('str' in item)) continue
    const y = Number(item.transform[5])
    const last = lines.at(-1)
    if (last && Math.abs(last.y - y) < Math.max(2, item.height * 0.4)) {
      last.text += item.str
      last.size = Math.max(last.size, item.height)
    } else if (item.str.trim() !== '') lines.push({ text: item.str, size: item.height, y })
  }
  return lines.map(({ text, size, y }) => ({ text: text.replace(/\s+/gu, ' ').trim(), size, y })).filter(({ text }) => text !== '')
}
