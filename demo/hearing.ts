import { PDFDocument, StandardFonts } from 'pdf-lib'

/** An invented hearing: whose file it is, and whose numbers must not leave with it. */
export interface Hearing {
  readonly bytes: Uint8Array
  readonly citizen: { readonly cpr: string; readonly name: string }
  /** Ten digits each. */
  readonly foreign: readonly string[]
}

const CITIZEN = { cpr: '140752-6123', name: 'Mette Solbakke Øvelse' }
/** Nobody has these: the seventh digit says a century that no living person is born in. */
const OTHERS = [
  { cpr: '020361-5518', name: 'Torben Prøvegaard', part: 'nabo' },
  { cpr: '110948-7742', name: 'Aase Lindtorp Øvelse', part: 'søster' },
  { cpr: '230577-6630', name: 'Jonna Krogsbæk', part: 'tidligere samlever' },
  { cpr: '300169-8127', name: 'Verner Håstrup', part: 'udlejer' },
  { cpr: '050483-5094', name: 'Signe Tvedholm', part: 'kollega' },
] as const

const SPELLINGS = [
  (cpr: string) => cpr,
  (cpr: string) => cpr.replace('-', ''),
  (cpr: string) => cpr.replace('-', ' '),
  (cpr: string) => `${cpr.slice(0, 2)}.${cpr.slice(2, 4)}.${cpr.slice(4, 6)}-${cpr.slice(7)}`,
]

const PLAIN = [
  'Borgeren har deltaget i samtale om jobmål og om tilbud i kommunen.',
  'Det blev drøftet, hvordan aktiviteterne kan tilrettelægges den kommende tid.',
  'Borgeren oplyser, at det går bedre, og at hun gerne vil i gang.',
  'Der er aftalt opfølgning, og indkaldelsen sendes i Digital Post.',
  'Planen er gennemgået, og der er ingen ændringer siden sidst.',
]

/** Pages of notes about one citizen, in which others are named every few pages. */
export async function inventedHearing(pages = 40): Promise<Hearing> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold)
  const foreign = new Set<string>()
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([595, 842])
    page.drawText('Øvelse Kommune – Jobcenter', { x: 56, y: 786, size: 9, font })
    page.drawText(`Journalnotat ${number}`, { x: 56, y: 752, size: 16, font: bold })
    page.drawText(`Vedrørende ${CITIZEN.name}, CPR ${CITIZEN.cpr}`, { x: 56, y: 732, size: 10, font })
    const other = number % 4 === 2 ? OTHERS[Math.floor(number / 4) % OTHERS.length] : undefined
    const spell = SPELLINGS[Math.floor(number / 4) % SPELLINGS.length]
    const lines = Array.from({ length: 12 }, (_, line) => PLAIN[(line + number) % PLAIN.length] ?? '')
    if (other && spell) {
      foreign.add(other.cpr.replace('-', ''))
      lines.splice(4, 0, `Hendes ${other.part} ${other.name}, CPR-nr. ${spell(other.cpr)}, har kontaktet jobcentret.`)
    }
    lines.forEach((line, at) => page.drawText(line, { x: 56, y: 694 - at * 22, size: 11, font }))
    page.drawText(`Side ${number} af ${pages}`, { x: 270, y: 40, size: 9, font })
  }
  return {
    bytes: await pdf.save(),
    citizen: { cpr: CITIZEN.cpr.replace('-', ''), name: CITIZEN.name },
    foreign: [...foreign],
  }
}
