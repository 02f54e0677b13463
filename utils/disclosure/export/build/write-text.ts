import { PDFDocument, type PDFFont, StandardFonts, rgb } from 'pdf-lib'
import type { PagePicture } from '../pdf/pdf-page.ts'
import { drawLine } from './draw-line.ts'
import { addPicturePage } from './add-picture.ts'
import { type BuiltPage, ExportRefused } from './built-file.ts'
import { type LaidOutPage, type Piece, PAPER, layOutText } from './lay-out-text.ts'

/** Draws letters that the standard fonts of PDF do not have; a canvas in a worker. */
export interface TextPainter {
  readonly measure: (text: string, size: number) => number
  /** The page at `scale` pixels a point, its bars included. */
  readonly paint: (page: LaidOutPage, scale: number) => PagePicture
}

export interface WrittenText {
  readonly pdf: PDFDocument
  readonly pages: readonly BuiltPage[]
}

const SCALE = 2

/** Text as a new PDF with a bar where something is struck out. Letters of any alphabet: as text where it can, else as a picture. */
export async function writeText(pieces: readonly Piece[], painter: TextPainter | null): Promise<WrittenText> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const clean = pieces.map((piece) => (piece === null ? null : printable(piece)))
  const font = pdf.embedStandardFont(StandardFonts.Helvetica)
  if (clean.every((piece) => piece === null || canWrite(font, piece))) {
    const pages = layOutText(clean, (text) => font.widthOfTextAtSize(text, PAPER.size))
    for (const page of pages) writePage(pdf, font, page)
    return { pdf, pages: pages.map(({ bars }) => ({ blacks: bars, isPicture: false })) }
  }
  if (painter === null) throw new ExportRefused('letters-not-drawable')
  // An unused font would be an object that nothing points to.
  const painted = await PDFDocument.create({ updateMetadata: false })
  const pages = layOutText(clean, (text) => painter.measure(text, PAPER.size))
  for (const page of pages) addPicturePage(painted, painter.paint(page, SCALE), PAPER)
  return { pdf: painted, pages: pages.map(({ bars }) => ({ blacks: bars, isPicture: true })) }
}

function writePage(pdf: PDFDocument, font: PDFFont, { lines, bars }: LaidOutPage): void {
  const page = pdf.addPage([PAPER.width, PAPER.height])
  for (const { text, x, y } of lines) drawLine(page, font, text, { x, y: PAPER.height - y, size: PAPER.size })
  for (const { left, top, right, bottom } of bars)
    page.drawRectangle({ x: left, y: PAPER.height - bottom, width: right - left, height: bottom - top, color: rgb(0, 0, 0) })
}

/** Without signs that show nothing and can carry something; letters in their composed form. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\t/g, '    ')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/(?![\r\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
}

function canWrite(font: PDFFont, text: string): boolean {
  try {
    font.encodeText(text.replace(/[\r\n]/g, ' '))
    return true
  } catch {
    return false
  }
}
