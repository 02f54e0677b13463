import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'

export interface Drawing {
  readonly document: PDFDocument
  readonly page: PDFPage
  readonly font: PDFFont
}

/** A PDF of A4 pages, each drawn by one function. */
export async function makePdf(...pages: ((drawing: Drawing) => void | Promise<void>)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const draw of pages) await draw({ document, page: document.addPage([595, 842]), font })
  return document.save()
}

/** Writes lines from the top, as a letter does. */
export function lines(texts: readonly string[], { x = 50, y = 780, size = 10 } = {}): (drawing: Drawing) => void {
  return ({ page, font }) => {
    for (const [at, text] of texts.entries()) page.drawText(text, { x, y: y - at * size * 1.4, size, font })
  }
}

export const turned =
  (text: string, angle: number, x: number, y: number) =>
  ({ page, font }: Drawing) =>
    page.drawText(text, { x, y, size: 11, font, rotate: degrees(angle) })
