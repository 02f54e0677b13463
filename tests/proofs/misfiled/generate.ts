import type { DocumentId, ScreenedDocument, TextPart } from '#utils/disclosure/model/screened-document.ts'
import { inventNumber } from '../foreign-cpr/numbers.ts'
import { inventName } from '../names/invent-names.ts'
import { firm, office, street, town } from '../names/distractors.ts'
import type { Random } from '../support/random.ts'

export interface Somebody {
  readonly name: string
  readonly cpr: string
}

/** A document and, for each page, whether it is somebody else's. */
export interface FiledDocument {
  readonly document: ScreenedDocument
  readonly foreign: readonly boolean[]
  readonly kind: string
}

export interface FileSample {
  readonly citizen: Somebody
  readonly documents: readonly FiledDocument[]
}

const body = (random: Random): string =>
  Array.from({ length: random.int(3, 9) }, () =>
    random.pick([
      `Der er søgt om praktik hos ${firm(random)} i ${town(random)}. `,
      'Smerterne er uændrede, og træningen fortsætter to gange om ugen. ',
      `Sagen er drøftet med ${office(random)}. `,
      'Næste opfølgning er aftalt om fire uger. ',
      'Arbejdsevnen vurderes at være nedsat i ethvert erhverv. ',
      'Der er givet vejledning om rettigheder og pligter. ',
      'Lønsedler for de sidste tre måneder er modtaget. ',
    ]),
  ).join('')

const spelled = (cpr: string, random: Random): string =>
  random.pick([`${cpr.slice(0, 6)}-${cpr.slice(6)}`, cpr, `${cpr.slice(0, 6)} ${cpr.slice(6)}`])

export const somebody = (random: Random): Somebody => {
  const { first, last } = inventName(random)
  return { name: `${first} ${last}`, cpr: inventNumber(random) }
}

/** Somebody beside the person a letter is about, with a number now and then. */
function relative(random: Random, known?: Somebody): string {
  const one = known ?? somebody(random)
  const who = random.pick(['Samlever', 'Ægtefælle', 'Hendes søn', 'Datteren', 'Kontaktperson', 'Faderen'])
  return `${who} ${one.name}${random.chance(0.6) ? ` (${spelled(one.cpr, random)})` : ''} er orienteret. `
}

type Head = (about: Somebody, random: Random) => string

const HEADS: readonly Head[] = [
  ({ name, cpr }, r) => `Journalnotat\nBorger: ${name}\nCPR-nr.: ${spelled(cpr, r)}\nDato: ${r.int(1, 28)}.03.2026\n\n`,
  ({ name }, r) => `${office(r)}\n\n${name}\n${street(r).replace(/, (\d{4})/, '\n$1')}\n\nAfgørelse\n\nKære ${name}\n\n`,
  ({ name, cpr }, r) => `Lægeattest LÆ285\nPatient: ${name}, ${spelled(cpr, r)}\n\n`,
  ({ cpr }, r) => `Statusattest\nVedr. ${spelled(cpr, r)}\n\n`,
  ({ name }, r) =>
    `Fra: ${office(r)}\nTil: Jobcenter ${town(r)}\nEmne: ${r.pick(['Praktik', 'Opfølgning', 'Møde'])}\n\nVedrørende: ${name}\n\n`,
  ({ name, cpr }, r) => `Epikrise fra ${office(r)}\n${spelled(cpr, r)} ${name}\n\n`,
]

/** One letter of one to four pages. Later pages name nobody, or only in the foot. */
function letter(about: Somebody, others: readonly string[], random: Random): readonly string[] {
  const pages = random.chance(0.5) ? 1 : random.int(2, 4)
  const numbered = pages > 1 && random.chance(0.6)
  return Array.from({ length: pages }, (_, at) => {
    const head = at === 0 ? random.pick(HEADS)(about, random) : random.chance(0.25) ? `${spelled(about.cpr, random)}\n` : ''
    const foot = numbered ? `\n\nSide ${at + 1} af ${pages}\n` : '\n'
    return head + body(random) + (at === 0 ? others.join('') : '') + body(random) + foot
  })
}

/** What names nobody: a form, a leaflet. */
const nameless = (random: Random): readonly string[] => [`Vejledning\n\n${body(random)}\nSe mere på hjemmesiden.\n`]

let made = 0

function filed(kind: string, pages: readonly { readonly text: string; readonly foreign: boolean }[]): FiledDocument {
  made += 1
  const parts: readonly TextPart[] = pages.map(({ text }, at) => ({ page: at + 1, source: 'body', text, boxes: [] }))
  const document = { id: `m${made}` as DocumentId, name: `${kind}.pdf`, kind: 'pdf' as const, pages: pages.length, parts, notScreened: [] }
  return { document, foreign: pages.map(({ foreign }) => foreign), kind }
}

const all = (texts: readonly string[], foreign: boolean) => texts.map((text) => ({ text, foreign }))

/** A file of twenty documents: most are the citizen's, some others', some bundles of both. */
export function generateFile(random: Random): FileSample {
  const citizen = somebody(random)
  const documents = Array.from({ length: 20 }, () => oneDocument(citizen, random))
  return { citizen, documents }
}

function oneDocument(citizen: Somebody, random: Random): FiledDocument {
  const other = somebody(random)
  const own = (): readonly string[] => letter(citizen, random.chance(0.4) ? [relative(random)] : [], random)
  const others = (): readonly string[] =>
    letter(other, random.chance(0.3) ? [relative(random, random.chance(0.5) ? citizen : undefined)] : [], random)
  const draw = random.next()
  if (draw < 0.5) return filed('own', all(own(), false))
  if (draw < 0.56) return filed('nameless', all(nameless(random), false))
  if (draw < 0.76) return filed('other', all(others(), true))
  const bundle = Array.from({ length: random.int(2, 4) }, (_, at) => (at % 2 === 0 ? all(own(), false) : all(others(), true)))
  return filed('bundle', random.chance(0.5) ? bundle.flat() : bundle.toReversed().flat())
}
