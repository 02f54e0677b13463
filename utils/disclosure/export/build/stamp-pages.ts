import { type PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib'
import { drawLine } from './draw-line.ts'

const SIZE = 7.5
const EDGE = 14

/** Writes number of the document and of the page, counted over all files, at the foot of each page as it is shown. */
export function stampPages(pdf: PDFDocument, label: string, from: number, of: number): void {
  const font = pdf.embedStandardFont(StandardFonts.Helvetica)
  for (const [index, page] of pdf.getPages().entries()) {
    const text = `${label} · Side ${from + index} af ${of}`
    const width = font.widthOfTextAtSize(text, SIZE)
    drawLine(page, font, text, { ...placeOf(page, width), size: SIZE })
  }
}

function placeOf(page: PDFPage, width: number): { x: number; y: number; turned: number } {
  const box = page.getMediaBox()
  const turned = ((page.getRotation().angle % 360) + 360) % 360
  const [right, top] = [box.x + box.width, box.y + box.height]
  switch (turned) {
    case 90:
      return { x: right - EDGE, y: top - EDGE - width, turned: 90 }
    case 180:
      return { x: box.x + EDGE + width, y: top - EDGE, turned: 180 }
    case 270:
      return { x: box.x + EDGE, y: box.y + EDGE + width, turned: 270 }
    default:
      return { x: right - EDGE - width, y: box.y + EDGE, turned: 0 }
  }
}
