import {
  type PDFFont,
  PDFName,
  type PDFPage,
  beginText,
  endText,
  popGraphicsState,
  pushGraphicsState,
  rotateAndSkewTextDegreesAndTranslate,
  setFillingGrayscaleColor,
  setFontAndSize,
  showText,
} from 'pdf-lib'

export interface LinePlace {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly turned?: number
}

/** The library's own way names the font with a random number of ten digits, and such a number may look like a person's. */
function keyOf(font: PDFFont): string {
  return `Skrift${font.ref.objectNumber}`
}

export function drawLine(page: PDFPage, font: PDFFont, text: string, { x, y, size, turned = 0 }: LinePlace): void {
  page.node.setFontDictionary(PDFName.of(keyOf(font)), font.ref)
  page.pushOperators(
    pushGraphicsState(),
    setFillingGrayscaleColor(0),
    beginText(),
    setFontAndSize(keyOf(font), size),
    rotateAndSkewTextDegreesAndTranslate(turned, 0, 0, x, y),
    showText(font.encodeText(text)),
    endText(),
    popGraphicsState(),
  )
  // It also leaves an empty list of comments on each page it draws on.
  page.node.delete(PDFName.of('Annots'))
}
