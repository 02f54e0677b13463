import { type PDFDocument, PDFName } from 'pdf-lib'
import type { PagePicture } from '../pdf/pdf-page.ts'

/** A page that is nothing but its picture, grey where it has no colour. */
export function addPicturePage(pdf: PDFDocument, picture: PagePicture, size: { readonly width: number; readonly height: number }): void {
  const { width, height } = picture
  const grey = isGrey(picture)
  const image = pdf.context.flateStream(grey ? oneOfFour(picture) : threeOfFour(picture), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
  })
  const page = pdf.addPage([size.width, size.height])
  const content = pdf.context.flateStream(`q ${size.width} 0 0 ${size.height} 0 0 cm /Side Do Q`)
  page.node.set(PDFName.of('Contents'), pdf.context.register(content))
  page.node.set(PDFName.of('Resources'), pdf.context.obj({ XObject: { Side: pdf.context.register(image) } }))
}

function isGrey({ pixels }: PagePicture): boolean {
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  return true
}

function oneOfFour({ pixels }: PagePicture): Uint8Array {
  const bytes = new Uint8Array(pixels.length / 4)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = pixels[at * 4] ?? 0
  return bytes
}

function threeOfFour({ pixels }: PagePicture): Uint8Array {
  const bytes = new Uint8Array((pixels.length / 4) * 3)
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) bytes.set(pixels.subarray(from, from + 3), to)
  return bytes
}
