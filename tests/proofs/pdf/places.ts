import {
  type PDFDocument,
  type PDFFont,
  PDFName,
  PDFOperator,
  type PDFPage,
  PDFString,
  StandardFonts,
  degrees,
  PDFHexString,
  PDFOperatorNames,
} from 'pdf-lib'
import { written } from '../support/screened.ts'

export interface Sheet {
  readonly document: PDFDocument
  readonly page: PDFPage
  readonly font: PDFFont
  /** Where a request would arrive if anything of the file were followed. */
  readonly trap: string
}

/** A place where a number can stand or hide. */
export type Place = (sheet: Sheet, number: string) => void | Promise<void>

const AT = { x: 60, y: 500, size: 11 }
const draw = ({ page, font }: Sheet, text: string, more: object = {}) => page.drawText(text, { ...AT, font, ...more })

export const PLACES: Readonly<Record<string, Place>> = {
  body: (sheet, number) => draw(sheet, `Nummer ${written(number)}`),
  'over two lines': (sheet, number) => {
    draw(sheet, `Nummer ${number.slice(0, 6)}-`)
    draw(sheet, number.slice(6), { y: 486 })
  },
  'in a second column': (sheet, number) => {
    for (let at = 0; at < 5; at += 1) {
      draw(sheet, 'Her er en spalte med prosa', { y: 400 - at * 14 })
      draw(
        sheet,
        at === 1 ? `cpr-nr. ${number.slice(0, 6)}-` : at === 2 ? `${number.slice(6)} og mere tekst her` : 'og den anden spalte ved siden',
        { x: 320, y: 400 - at * 14 },
      )
    }
  },
  'turned text': (sheet, number) => draw(sheet, `Margen ${written(number)}`, { x: 30, y: 200, rotate: degrees(90) }),
  'turned page': (sheet, number) => {
    draw(sheet, `Nummer ${written(number)}`)
    sheet.page.setRotation(degrees(270))
  },
  'letter by letter': (sheet, number) => {
    let x = 60
    for (const letter of `Nr ${written(number)}`) {
      draw(sheet, letter, { x, y: 300 })
      x += sheet.font.widthOfTextAtSize(letter, 11)
    }
  },
  'split in pieces': (sheet, number) => {
    const [head, tail] = [`Nr ${number.slice(0, 4)}`, `${number.slice(4, 6)}-${number.slice(6)}`]
    draw(sheet, tail, { x: 60 + sheet.font.widthOfTextAtSize(head, 11), y: 280 })
    draw(sheet, head, { y: 280 })
  },
  'beside the page': (sheet, number) => draw(sheet, `Nr ${written(number)}`, { x: 900 }),
  'too small': (sheet, number) => draw(sheet, `Nr ${written(number)}`, { size: 0.5 }),
  'without ink': (sheet, number) => {
    sheet.page.pushOperators(PDFOperator.of(PDFOperatorNames.SetTextRenderingMode, ['3']))
    draw(sheet, `Nr ${written(number)}`, { y: 260 })
  },
  'in a hidden layer': (sheet, number) => {
    const { context, catalog } = sheet.document
    const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('skjult') }))
    catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }))
    sheet.page.node.Resources()?.set(PDFName.of('Properties'), context.obj({ L0: layer }))
    sheet.page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('OC'), PDFName.of('L0')]))
    draw(sheet, `Lag ${written(number)}`, { y: 240 })
    sheet.page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent))
  },
  'the name of a layer': ({ document }, number) => {
    const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFString.of(`Lag ${written(number)}`) }))
    document.catalog.set(PDFName.of('OCProperties'), document.context.obj({ OCGs: [layer], D: {} }))
  },
  comment: (sheet, number) => annotate(sheet, { Subtype: 'Text', Contents: PDFString.of(`Husk ${written(number)}`) }),
  'the author of a comment': (sheet, number) =>
    annotate(sheet, { Subtype: 'Text', T: PDFString.of(`Bo ${written(number)}`), Contents: PDFString.of('x') }),
  link: (sheet, number) => annotate(sheet, { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(`${sheet.trap}?cpr=${written(number)}`) } }),
  form: ({ document, page }, number) => {
    const field = document.getForm().createTextField(`felt${number}`)
    field.setText(written(number))
    field.addToPage(page, { x: 50, y: 100, width: 200, height: 20 })
  },
  title: ({ document }, number) => document.setTitle(`Sag ${written(number)}`),
  keywords: ({ document }, number) => document.setKeywords([`cpr ${written(number)}`]),
  XMP: ({ document }, number) => {
    const xml = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject>${written(number)}</dc:subject></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
    const stream = document.context.stream(xml, { Type: 'Metadata', Subtype: 'XML' })
    document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
  },
  outline: ({ document, page }, number) => {
    const { context } = document
    const root = context.nextRef()
    const item = context.register(
      context.obj({ Title: PDFHexString.fromText(`Bilag ${written(number)}`), Parent: root, Dest: [page.ref, 'Fit'] }),
    )
    context.assign(root, context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 }))
    document.catalog.set(PDFName.of('Outlines'), root)
  },
  attachment: ({ document }, number) => document.attach(new TextEncoder().encode(`Bilag om ${written(number)}`), 'bilag.txt'),
  'the name of an attachment': ({ document }, number) => document.attach(new TextEncoder().encode('Bilag'), `bilag ${written(number)}.txt`),
}

function annotate({ document, page }: Sheet, what: Readonly<Record<string, unknown>>): void {
  const annotation = document.context.obj({ Type: 'Annot', Rect: [10, 10, 60, 30], ...what } as never)
  page.node.addAnnot(document.context.register(annotation))
}

export const FONT = StandardFonts.Helvetica
