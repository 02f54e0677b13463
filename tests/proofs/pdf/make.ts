import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import type { Random } from '../support/random.ts'
import { nobodysNumber } from '../support/screened.ts'
import { FONT, PLACES } from './places.ts'

export interface Placed {
  readonly bytes: Uint8Array
  readonly numbers: ReadonlyMap<string, string>
  /** Pages that hold a drawing and no letters. */
  readonly unreadable: boolean
}

/** A file with numbers in a few places, things that would like to run or to call home, and now and then a page without letters. */
export async function makePlaced(random: Random, trap: string): Promise<Placed> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(FONT)
  const numbers = new Map<string, string>()
  for (const place of random.sample(Object.keys(PLACES), random.int(1, 4))) {
    const page = document.addPage([595, 842])
    page.drawText('Et brev i sagen.', { x: 60, y: 780, size: 11, font })
    const number = nobodysNumber(random)
    await PLACES[place]?.({ document, page, font, trap }, number)
    // Two of these own the same entry of the catalogue: the later one wins, and only it is asked for.
    if (place === 'the name of a layer') numbers.delete('in a hidden layer')
    if (!(place === 'the name of a layer' && numbers.has(place))) numbers.set(place, number)
  }
  const unreadable = random.chance(0.2)
  if (unreadable) document.addPage([595, 842]).drawRectangle({ x: 50, y: 50, width: 400, height: 600 })
  if (random.chance(0.5)) arm(document, trap)
  return { bytes: await document.save({ useObjectStreams: random.chance(0.5) }), numbers, unreadable }
}

/** Script, a launch and a call home at opening: nothing of it may happen. */
function arm(document: PDFDocument, trap: string): void {
  const script = `app.launchURL(${JSON.stringify(trap)}, true); this.getURL(${JSON.stringify(trap)});`
  document.addJavaScript('start', script)
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'URI', URI: PDFString.of(trap) }))
  document.catalog.set(PDFName.of('AA'), document.context.obj({ WC: { S: 'SubmitForm', F: PDFString.of(trap) } }))
}

/** Damage of the kinds that disks, mail programs and malice do. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const kind = random.int(0, 4)
  const at = random.int(0, bytes.length - 1)
  if (kind === 0) return bytes.slice(0, at)
  if (kind === 1) return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(random.int(0, bytes.length - 1))])
  const copy = bytes.slice()
  if (kind === 2) copy.fill(random.int(0, 255), at, Math.min(copy.length, at + random.int(1, 64)))
  else
    for (let left = random.int(1, 40); left > 0; left -= 1)
      copy[random.int(0, copy.length - 1)] = kind === 3 ? random.int(0, 255) : random.int(48, 57)
  return copy
}
