import { type PDFDocument, StandardFonts } from 'pdf-lib'
import { drawLine } from './draw-line.ts'

/** A page in the place of one that nobody could read, so that the numbering still tells what is missing. */
export function addLeftOutPage(pdf: PDFDocument, number: number): void {
  const page = pdf.addPage([595, 842])
  const font = pdf.embedStandardFont(StandardFonts.Helvetica)
  drawLine(page, font, `Side ${number} i dokumentet kunne ikke læses og er udeladt.`, { x: 56, y: 740, size: 11 })
}
