import { makeDocx, makeZip, paragraph, wordPart } from '../../unit/utils/disclosure-intake/make-zip.ts'
import type { Random } from '../support/random.ts'
import { nobodysNumber, written } from '../support/screened.ts'

/** A file made to hurt, and what must become of it: a refusal for one of these reasons, or its text. */
export interface Attack {
  readonly bytes: Uint8Array
  /** One of them must be among the reasons; none: it must be read. */
  readonly refusedAs: readonly string[]
  /** Numbers that must be seen all the same. */
  readonly numbers: readonly string[]
}

type Make = (random: Random) => Promise<Attack>

const MIB = 1024 * 1024
const note = (number: string) => `Notat, cpr ${written(number)}`

async function beside(files: Readonly<Record<string, string | Uint8Array>>, random: Random, refusedAs: readonly string[]): Promise<Attack> {
  const number = nobodysNumber(random)
  return { bytes: await makeZip({ ...files, 'notat.txt': note(number) }), refusedAs, numbers: [number] }
}

export const ATTACKS: Readonly<Record<string, Make>> = {
  'a bomb': (random) => beside({ 'b.txt': new Uint8Array(random.int(20, 150) * MIB) }, random, ['bomb']),
  'a bomb in an archive': async (random) =>
    beside({ 'i.zip': await makeZip({ 'b.txt': new Uint8Array(random.int(20, 80) * MIB) }) }, random, ['bomb']),
  'too deep': async (random) => {
    let bytes = await makeZip({ 'x.txt': 'x' })
    for (let level = random.int(3, 8); level > 0; level -= 1) bytes = await makeZip({ 'i.zip': bytes })
    return { bytes, refusedAs: ['nested-too-deep'], numbers: [] }
  },
  'too many': async (random) => {
    const files = Object.fromEntries(Array.from({ length: 10_001 + random.int(0, 50) }, (_, at) => [`${at}`, '']))
    return { bytes: await makeZip(files), refusedAs: ['too-many'], numbers: [] }
  },
  'a lie about a size': async (random) => {
    const made = await beside({ 'b.txt': new Uint8Array(random.int(20, 60) * MIB) }, random, ['bomb', 'corrupt'])
    return { ...made, bytes: withSize(made.bytes, 20 * MIB, random.int(1, 500)) }
  },
  'a claim of more than memory': async (random) => {
    const made = await beside({ 'b.txt': new Uint8Array(3 * MIB).fill(65) }, random, ['bomb', 'corrupt', 'too-large'])
    return { ...made, bytes: withSize(made.bytes, 3 * MIB, 0xff_ff_ff_f0), numbers: [] }
  },
  'a way out of the folder': (random) => beside({ '../../ud.txt': 'ud', 'C:\\windows\\x.txt': 'ud', '/etc/x': 'ud' }, random, []),
  'a password': async (random) => ({
    bytes: await makeZip({ 'l.txt': note(nobodysNumber(random)) }, 'kode'),
    refusedAs: ['password'],
    numbers: [],
  }),
  'half an archive': async (random) => {
    const { bytes } = await beside({ 'a.txt': 'a' }, random, [])
    return { bytes: bytes.slice(0, random.int(8, bytes.length - 30)), refusedAs: ['corrupt'], numbers: [] }
  },
  'entities that multiply': async (random) => {
    const number = nobodysNumber(random)
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">${levels}]><x>&a9;</x>`
    return { bytes: await makeDocx(paragraph(note(number)), { 'word/footer1.xml': xml }), refusedAs: ['bomb'], numbers: [number] }
  },
  'an entity from a file': async (random) => {
    const xml = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    return { bytes: await makeDocx(paragraph(note(nobodysNumber(random))), { 'word/header1.xml': xml }), refusedAs: ['bomb'], numbers: [] }
  },
  'elements without end': async (random) => {
    const number = nobodysNumber(random)
    return {
      bytes: await makeDocx(paragraph(note(number)), { 'word/footer1.xml': wordPart('ftr', '<w:p>'.repeat(random.int(5000, 90_000))) }),
      refusedAs: ['bomb', 'corrupt'],
      numbers: [number],
    }
  },
  'a flood of pixels': (random) => beside({ 'p.png': png(random.int(20_000, 2_000_000_000), 60_000) }, random, ['too-large']),
  'letters in letters': async (random) => {
    let mail = 'From: a@example.dk\nSubject: inderst\n\nHej'
    for (let level = random.int(8, 30); level > 0; level -= 1)
      mail = `From: a@example.dk\nSubject: x\nContent-Type: message/rfc822\n\n${mail}`
    return Promise.resolve({ bytes: new TextEncoder().encode(mail), refusedAs: ['nested-too-deep', 'corrupt'], numbers: [] })
  },
  'an old file of Word': (random) => {
    const bytes = new Uint8Array(4096).map(() => random.int(0, 255))
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    return Promise.resolve({ bytes, refusedAs: ['unknown-kind', 'corrupt'], numbers: [] })
  },
}

/** Writes another unpacked size over the real one of big members, in the list and in the member's own head. */
function withSize(bytes: Uint8Array, least: number, claim: number): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at += 1) {
    const mark = view.getUint32(at, true)
    const place = mark === 0x02_01_4b_50 ? at + 24 : mark === 0x04_03_4b_50 ? at + 22 : -1
    if (place > 0 && view.getUint32(place, true) >= least) view.setUint32(place, claim, true)
  }
  return changed
}

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}
