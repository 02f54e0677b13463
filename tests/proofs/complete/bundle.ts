import { PDFDocument, StandardFonts } from 'pdf-lib'
import { makeDocx, makeZip, paragraph } from '../../unit/utils/disclosure-intake/make-zip.ts'
import type { Random } from '../support/random.ts'
import { nobodysNumber, written } from '../support/screened.ts'

/** One item of an invented list: a file, how many documents are in it, and the numbers they hold. */
export interface Item {
  readonly name: string
  readonly bytes: Uint8Array
  readonly documents: number
  /** How many of them the case system's list counts: what is attached to a letter belongs to it. */
  readonly items: number
  readonly numbers: readonly string[]
}

type Make = (random: Random) => Promise<Omit<Item, 'name'>>

const text: Make = (random) => {
  const number = nobodysNumber(random)
  return Promise.resolve({
    bytes: new TextEncoder().encode(`Notat om samtale. Cpr ${written(number)}.`),
    documents: 1,
    items: 1,
    numbers: [number],
  })
}
const mail: Make = (random) => {
  const number = nobodysNumber(random)
  const lines = ['From: a@example.dk', `Subject: Vedr. ${written(number)}`, 'MIME-Version: 1.0', '', 'Hej']
  return Promise.resolve({ bytes: new TextEncoder().encode(lines.join('\r\n')), documents: 1, items: 1, numbers: [number] })
}
const docx: Make = async (random) => {
  const number = nobodysNumber(random)
  return {
    bytes: await makeDocx(paragraph('Nummer ', number.slice(0, 4), `${number.slice(4, 6)}-${number.slice(6)}`)),
    documents: 1,
    items: 1,
    numbers: [number],
  }
}
const pdf: Make = async (random) => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const numbers = Array.from({ length: random.int(1, 4) }, () => nobodysNumber(random))
  for (const number of numbers)
    document.addPage([595, 842]).drawText(`Borgeren har nummer ${written(number)}`, { x: 50, y: random.int(50, 800), size: 10, font })
  return { bytes: await document.save(), documents: 1, items: 1, numbers }
}
const broken: Make = (random) => {
  const starts = ['%PDF-1.7\n', 'PK\u0003\u0004', '\u0089PNG\r\n\u001a\n', '']
  return Promise.resolve({ bytes: Uint8Array.from(random.pick(starts), (sign) => sign.charCodeAt(0)), documents: 1, items: 1, numbers: [] })
}
const mailWithAttachment: Make = (random) => {
  const numbers = [nobodysNumber(random), nobodysNumber(random)]
  const [own = '', attached = ''] = numbers.map(written)
  const lines = [
    'From: a@example.dk',
    `Subject: Vedr. ${own}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=del',
    '',
    '--del',
    'Content-Type: text/plain',
    '',
    'Se bilaget.',
    '--del',
    'Content-Type: text/plain; name=bilag.txt',
    'Content-Disposition: attachment; filename=bilag.txt',
    '',
    `Hendes nummer er ${attached}.`,
    '--del--',
    '',
  ]
  return Promise.resolve({ bytes: new TextEncoder().encode(lines.join('\r\n')), documents: 2, items: 1, numbers })
}
const SIMPLE = [text, mail, mailWithAttachment, docx, pdf, broken]
const zip: Make = async (random) => {
  const inside = await Promise.all(Array.from({ length: random.int(1, 5) }, () => random.pick(SIMPLE)(random)))
  const bytes = await makeZip(Object.fromEntries(inside.map((one, at) => [`mappe/${at}.bin`, one.bytes])))
  const items = inside.reduce((sum, one) => sum + one.items, 0)
  return {
    bytes,
    documents: 1 + inside.reduce((sum, one) => sum + one.documents, 0),
    items,
    numbers: inside.flatMap(({ numbers }) => numbers),
  }
}

/** A bundle as a caseworker drops it: equal names, broken files and archives among the rest. */
export async function makeBundle(random: Random): Promise<readonly Item[]> {
  const items: Item[] = []
  for (let at = random.int(1, 12); at > 0; at -= 1)
    items.push({ name: `bilag ${random.int(1, 6)}`, ...(await random.pick([...SIMPLE, zip])(random)) })
  return items
}
