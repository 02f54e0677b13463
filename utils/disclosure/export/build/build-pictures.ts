import { PDFDocument } from 'pdf-lib'
import { blacken } from '../pdf/blacken.ts'
import { joinBoxes } from '../pdf/join-boxes.ts'
import type { PagePicture } from '../pdf/pdf-page.ts'
import { addLeftOutPage } from './add-left-out.ts'
import { addPicturePage } from './add-picture.ts'
import { type BuiltFile, type BuiltPage, type ExportItem, ExportRefused } from './built-file.ts'

interface ShownPicture {
  readonly picture: PagePicture
  readonly width: number
  readonly height: number
}

/** Photographs and scans: the pixels under the boxes become black; camera, place and thumbnail stay behind with the old file. */
export async function buildPictures({ number, plan }: ExportItem, pictures: readonly ShownPicture[]): Promise<BuiltFile> {
  // In a picture there is no text to find the place by.
  if (plan.redactions.some(({ page, boxes, source }) => page !== null && boxes.length === 0 && source === 'recognised'))
    throw new ExportRefused('text-not-placed')
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const pages = pictures.map((shown, index): BuiltPage => {
    if (plan.leftOut.includes(index + 1)) {
      addLeftOutPage(pdf, index + 1)
      return { blacks: [], isPicture: false }
    }
    const blacks = plan.redactions.filter(({ page }) => page === index + 1).flatMap(({ boxes }) => joinBoxes(boxes))
    const picture = { ...shown.picture, pixels: shown.picture.pixels.slice() }
    blacken(picture, blacks, picture.width / shown.width)
    addPicturePage(pdf, picture, shown)
    return { blacks, isPicture: true }
  })
  return { number, pdf, pages }
}
