import { createCanvas } from '@napi-rs/canvas'
import { type PDFDocument, PDFHexString, PDFName, type PDFPage, PDFString, StandardFonts, rgb } from 'pdf-lib'

export interface HideAt {
  readonly pdf: PDFDocument
  readonly page: PDFPage
  readonly secret: string
}

type Hide = (at: HideAt) => Promise<void> | void

const annotation = ({ pdf, page }: HideAt, entries: Record<string, unknown>) => {
  const ref = pdf.context.register(pdf.context.obj({ Type: 'Annot', Rect: [20, 20, 60, 40], ...entries } as never))
  page.node.addAnnot(ref)
}

const raw = ({ pdf, page }: HideAt, content: string) => {
  page.node.addContentStream(pdf.context.register(pdf.context.flateStream(content)))
}

const font = (pdf: PDFDocument) => pdf.embedStandardFont(StandardFonts.Helvetica)

/** Latin letters as a PDF string writes them. */
const literal = (text: string) => PDFString.of(text).toString()

/** Ways in which a text stays in a file without being seen, or is seen without being text of the page. */
export const HIDES: Readonly<Record<string, Hide>> = {
  note: (at) => annotation(at, { Subtype: 'Text', Contents: PDFHexString.fromText(at.secret) }),
  'hidden-note': (at) => annotation(at, { Subtype: 'Text', F: 2, Contents: PDFString.of(at.secret), T: PDFHexString.fromText(at.secret) }),
  link: (at) =>
    annotation(at, { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(`https://example.dk/?id=${encodeURIComponent(at.secret)}`) } }),
  attachment: ({ pdf, secret }) => pdf.attach(new TextEncoder().encode(`om ${secret}`), `${secret}.txt`, { description: secret }),
  xmp: ({ pdf, secret }) => {
    const stream = pdf.context.flateStream(new TextEncoder().encode(`<x:xmpmeta><dc:title>${secret}</dc:title></x:xmpmeta>`), {
      Type: 'Metadata',
      Subtype: 'XML',
    })
    pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream))
  },
  info: ({ pdf, secret }) => {
    pdf.setTitle(secret)
    pdf.setAuthor(secret)
    pdf.setKeywords([secret])
  },
  form: ({ pdf, page, secret }) => {
    const field = pdf.getForm().createTextField('om')
    field.setText(secret)
    field.addToPage(page, { x: 40, y: 60, width: 180, height: 18 })
  },
  'form-default': ({ pdf, secret }) => {
    const field = pdf.getForm().createTextField(secret.replace(/\W/g, '-'))
    field.acroField.dict.set(PDFName.of('DV'), PDFHexString.fromText(secret))
  },
  layer: (at) => {
    const group = at.pdf.context.register(at.pdf.context.obj({ Type: 'OCG', Name: PDFString.of('lag') }))
    const state = { OCGs: [group], D: { OFF: [group], Order: [group] } }
    at.pdf.catalog.set(PDFName.of('OCProperties'), at.pdf.context.obj(state as never))
    at.page.node.setFontDictionary(PDFName.of('Lag'), font(at.pdf).ref)
    at.page.node.Resources()?.set(PDFName.of('Properties'), at.pdf.context.obj({ MC0: group } as never))
    raw(at, `/OC /MC0 BDC BT /Lag 9 Tf 40 90 Td ${literal(at.secret)} Tj ET EMC`)
  },
  thumbnail: ({ pdf, page, secret }) => {
    const small = pdf.context.flateStream(new TextEncoder().encode(secret.padEnd(48)), {
      Width: 4,
      Height: 4,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
    })
    page.node.set(PDFName.of('Thumb'), pdf.context.register(small))
    page.node.set(PDFName.of('PieceInfo'), pdf.context.obj({ App: { Private: PDFString.of(secret) } } as never))
  },
  outline: ({ pdf, page, secret }) => {
    const item = pdf.context.obj({ Title: PDFHexString.fromText(secret), Dest: [page.ref, 'Fit'] } as never)
    const ref = pdf.context.register(item)
    pdf.catalog.set(
      PDFName.of('Outlines'),
      pdf.context.register(pdf.context.obj({ Type: 'Outlines', First: ref, Last: ref, Count: 1 } as never)),
    )
  },
  'actual-text': (at) => raw(at, `/Span <</ActualText ${PDFHexString.fromText(at.secret).toString()}>> BDC 0 0 1 1 re f EMC`),
  structure: ({ pdf, secret }) => {
    const element = pdf.context.register(pdf.context.obj({ Type: 'StructElem', S: 'P', Alt: PDFHexString.fromText(secret) } as never))
    pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.register(pdf.context.obj({ Type: 'StructTreeRoot', K: [element] } as never)))
  },
  invisible: (at) => {
    at.page.node.setFontDictionary(PDFName.of('Skjult'), font(at.pdf).ref)
    raw(at, `q BT 3 Tr /Skjult 9 Tf 40 100 Td ${literal(at.secret)} Tj ET Q`)
  },
  'off-page': ({ page, secret, pdf }) => page.drawText(secret, { x: 40, y: -200, size: 10, font: font(pdf) }),
  white: ({ page, secret, pdf }) => page.drawText(secret, { x: 40, y: 110, size: 10, font: font(pdf), color: rgb(1, 1, 1) }),
  tiny: ({ page, secret, pdf }) => page.drawText(secret, { x: 40, y: 118, size: 0.4, font: font(pdf) }),
  'under-black': ({ page, secret, pdf }) => {
    page.drawText(secret, { x: 40, y: 74, size: 10, font: font(pdf) })
    page.drawRectangle({ x: 36, y: 70, width: 200, height: 16, color: rgb(0, 0, 0) })
  },
  'letter-by-letter': ({ page, secret, pdf }) => {
    let x = 40
    for (const letter of secret) {
      page.drawText(letter, { x, y: 42, size: 10, font: font(pdf) })
      x += font(pdf).widthOfTextAtSize(letter, 10)
    }
  },
  comment: (at) => raw(at, `% ${at.secret}\n0 0 1 1 re f`),
  script: ({ pdf, secret }) => pdf.addJavaScript('start', `app.alert("${secret}")`),
  orphan: ({ pdf, secret }) => void pdf.context.register(PDFString.of(secret)),
  'font-name': (at) => {
    const named = at.pdf.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: `Skrift-${at.secret.replace(/[^A-Za-z0-9]/g, '')}` })
    at.page.node.setFontDictionary(PDFName.of('Fremmed'), at.pdf.context.register(named))
    raw(at, 'BT /Fremmed 9 Tf 40 130 Td (hej) Tj ET')
  },
  'resource-name': (at) => {
    const key = at.secret.replace(/[^A-Za-z0-9]/g, '')
    at.page.node.setFontDictionary(PDFName.of(key), font(at.pdf).ref)
    raw(at, `BT /${key} 9 Tf 40 130 Td (hej) Tj ET`)
  },
  'photo-comment': async ({ pdf, page, secret }) => {
    const photo = createCanvas(60, 40).toBuffer('image/jpeg')
    const comment = Buffer.from(secret)
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment])
    const image = await pdf.embedJpg(Uint8Array.from(Buffer.concat([photo.subarray(0, 2), segment, photo.subarray(2)])))
    page.drawImage(image, { x: 340, y: 20, width: 30, height: 20 })
  },
  'behind-the-data': ({ pdf, page, secret }) => {
    const packed = pdf.context.flateStream('0 0 1 1 re f').getContents()
    const stream = pdf.context.stream(Buffer.concat([packed, Buffer.from(secret)]), { Filter: 'FlateDecode' })
    page.node.addContentStream(pdf.context.register(stream))
  },
  'page-label': ({ pdf, secret }) => {
    pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: [0, { P: PDFHexString.fromText(secret) }] } as never))
  },
}

/** An older state of the file below the newest: an editor's "save" adds to the end and takes nothing away. */
export function olderState(bytes: Uint8Array, secret: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? 0)
  const [, size = '0'] = /\/Size (\d+)/.exec(text) ?? []
  const [, root = '1 0 R'] = /\/Root (\d+ \d+ R)/.exec(text) ?? []
  const at = bytes.length + 1
  const object = `\n${size} 0 obj\n(${secret})\nendobj\n`
  const table = `xref\n${size} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${Number(size) + 1} /Root ${root} /Prev ${start} >>\n`
  return Buffer.concat([bytes, Buffer.from(`${object}${table}startxref\n${bytes.length + object.length}\n%%EOF\n`, 'latin1')])
}
