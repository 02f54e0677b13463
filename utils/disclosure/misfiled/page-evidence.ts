import { type CprHit, findCpr } from '#utils/privacy/find-cpr.ts'
import type { FileSubject } from '../model/finding.ts'

/** A code for the sentence that says why a page is somebody's. Never text from the case. */
export type OwnerReason =
  | 'cpr-in-head'
  | 'cpr-labelled'
  | 'cpr-in-body'
  | 'name-labelled'
  | 'recipient'
  | 'name-in-body'
  | 'continues'
  | 'goes-on-in-next'

/** How much of a page speaks for one person. */
export interface PersonEvidence {
  /** Ten digits, or a name in small letters. */
  readonly key: string
  weight: number
  readonly reasons: Set<OwnerReason>
}

/** What a page says of whose it is; the citizen's own evidence has the key of their number. */
export interface PageEvidence {
  readonly persons: ReadonlyMap<string, PersonEvidence>
  /** `side 2 af 3`: 2 and 3. */
  readonly number: number | null
  readonly of: number | null
  /** Looks like the first page of a letter, a note or a form. */
  readonly begins: boolean
}

/** A page's text with the numbers in it, found once. */
export interface PageText {
  readonly page: number | null
  readonly text: string
  readonly hits: readonly CprHit[]
}

export const readPage = (page: number | null, text: string): PageText => ({ page, text, hits: findCpr(text) })

const HEAD = 600
const SEEN_BEFORE = 50
const NAME = String.raw`\p{Lu}[\p{L}'’.-]*(?: (?:(?:van|von|de|la|el|al|bin|der) ){0,2}\p{Lu}[\p{L}'’-]+){1,4}`
const LABELS =
  'vedrørende vedr. vedr angående ang. borger borgeren patient patienten navn sagen·vedrører sag sag·om emne ansøger sygemeldt sygemeldte part til personoplysninger'
/** Case counts in names, so each label is written with both. */
const bothCases = (words: string): string =>
  words
    .split(' ')
    .map(
      (word) =>
        `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word
          .slice(1)
          .replace('.', String.raw`\.`)
          .replace('·', ' ')}`,
    )
    .join('|')
const LABEL = new RegExp(
  String.raw`(?:^|\n|[.!?|] )[ \t]*(?:${bothCases(LABELS)})(?:[ \t]{0,3}:[ \t]{0,3}(?:\n[ \t]{0,4})?|[ \t]{1,3})(?<name>${NAME})`,
  'gu',
)
const RECIPIENT = new RegExp(String.raw`(?:^|\n)[ \t]*(?<name>${NAME})[ \t]*\n[^\n]{3,60}\d{1,3}[^\n]{0,30}\n[ \t]*\d{4} \p{Lu}`, 'gu')
const GREETING = new RegExp(String.raw`(?:^|\n)[ \t]*[Kk]ære (?<name>${NAME})`, 'gu')
const NAME_AFTER = new RegExp(String.raw`^[ \t]{0,2}[,)–-]?[ \t]{0,2}(?<name>${NAME})`, 'u')
const NAME_BEFORE = new RegExp(String.raw`(?<name>${NAME})[ \t]{0,2}[,(–-]?[ \t]{0,2}(?:\(?cpr(?:-?nr)?\.?:?[ \t]{0,2})?$`, 'u')
const RELATIVE =
  /(?:samlever|ægtefælle|ægtemand|hustru|kone|søn|datter|barn|børn|mor|moderen|far|faderen|søster|bror|nabo|kontaktperson|pårørende|værge|bisidder|kæreste|udlejer|anmelder|vidne|tolk|læge|konsulent|sagsbehandler|partner|eksmand|ekskone|eks|forælder|bedste\p{L}{2,4})\p{L}{0,4}[^.\n]{0,40}$/iu
const CALLED = /(?:cpr|personn|vedr|borger|patient|ansøger|sag)[^\n]{0,44}$/i
const PAGE_NUMBER = /(?:^|[\s(|])(?:side|s\.|page)[ \t]{0,2}(?<n>\d{1,3})(?:[ \t]{0,2}(?:af|\/|of)[ \t]{0,2}(?<m>\d{1,3}))?(?!\d)/giu
const OPENING = /^(?:kære |hej |vedr|emne:|borger:|patient:)/iu
const TITLE =
  /(?<!\p{L})(?:journalnotat|telefonnotat|samtalenotat|notat|afgørelse|indkaldelse|partshøring|lægeattest|statusattest|attest|lægeerklæring|erklæring|epikrise|referat|ansøgning|samtykke|kontrakt)/iu
const FIRST_LINES = 12
const LONGEST_TITLE = 70

const WEIGHTS: Readonly<Partial<Record<OwnerReason, number>>> = {
  'cpr-in-head': 6,
  'cpr-labelled': 6,
  'cpr-in-body': 3,
  'name-labelled': 4,
  recipient: 4,
  'name-in-body': 1,
}
const OF_RELATIVE = 1
const MOST_FOR_MENTIONS = 3

/** Everything on one page that says whose it is. `names` are the citizen's own names, in small letters. */
export function evidenceOf({ text, hits }: PageText, subject: FileSubject, names: ReadonlySet<string>): PageEvidence {
  const persons = new Map<string, PersonEvidence>()
  const add = adder(persons)
  for (const { key, reason, weight } of numbersOf(text, hits, subject.cpr)) add(key, reason, weight)
  // Without knowing what the citizen is called, no name says that a page is somebody else's.
  if (names.size > 0) for (const { name, reason } of namesOf(text)) add(isOwnName(name, names) ? subject.cpr : name, reason)
  for (let count = mentions(text, names); count > 0; count -= 1) add(subject.cpr, 'name-in-body')
  const { number, of } = pageNumber(text)
  return { persons, number, of, begins: number === 1 || (number === null && beginsLetter(text.slice(0, HEAD))) }
}

/** The last one on the page: numbers of other pages stand above the foot. */
function pageNumber(text: string): Pick<PageEvidence, 'number' | 'of'> {
  const { n, m } = [...text.matchAll(PAGE_NUMBER)].at(-1)?.groups ?? {}
  return { number: n === undefined ? null : Number(n), of: m === undefined ? null : Number(m) }
}

/** A greeting, a subject or a title that stands alone on one of the first lines. */
function beginsLetter(head: string): boolean {
  const lines = head.split('\n', FIRST_LINES).map((line) => line.trim())
  return lines.some((line) => line.length < LONGEST_TITLE && !line.endsWith('.') && (OPENING.test(line) || TITLE.test(line)))
}

function adder(persons: Map<string, PersonEvidence>) {
  return (key: string, reason: OwnerReason, weight = WEIGHTS[reason] ?? 0): void => {
    const one = persons.get(key) ?? { key, weight: 0, reasons: new Set<OwnerReason>() }
    persons.set(key, one)
    one.weight += weight
    one.reasons.add(reason)
  }
}

interface NumberSeen {
  readonly key: string
  readonly reason: OwnerReason
  readonly weight: number
}

function numbersOf(text: string, hits: readonly CprHit[], own: string): readonly NumberSeen[] {
  return hits
    .filter(({ confidence, digits }) => confidence !== 'low' || digits === own)
    .map(({ start, digits }) => {
      const before = text.slice(Math.max(0, start - SEEN_BEFORE), start)
      const reason = CALLED.test(before) ? 'cpr-labelled' : start < HEAD ? 'cpr-in-head' : 'cpr-in-body'
      return { key: ownOr(digits, own), reason, weight: RELATIVE.test(before) ? OF_RELATIVE : (WEIGHTS[reason] ?? 0) }
    })
}

/** The citizen's number also where its last digits are hidden. */
function ownOr(digits: string, own: string): string {
  return Array.from(digits).every((digit, at) => digit === 'X' || digit === own.charAt(at)) ? own : digits
}

/** Names in the places where a document says whom it is about or to. */
function namesOf(text: string): readonly { readonly name: string; readonly reason: OwnerReason }[] {
  const head = text.slice(0, 2 * HEAD)
  return [
    ...named(head, LABEL).map((name) => ({ name, reason: 'name-labelled' as const })),
    ...named(head, GREETING).map((name) => ({ name, reason: 'recipient' as const })),
    ...named(head, RECIPIENT).map((name) => ({ name, reason: 'recipient' as const })),
  ].filter(({ name }) => !NOT_A_PERSON.test(name))
}

const NOT_A_PERSON =
  /kommune|jobcenter|region|hospital|sygehus|styrelse|center|afdeling|klinik|læge|a\/s|aps|forening|statusattest|opfølgning|afgørelse|indkaldelse|partshøring|praktik|ansøgning|møde|samtale|min plan|forbund|skole|bank|hus(?:et)?$/iu

const named = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => (match.groups?.['name'] ?? '').toLowerCase()).filter((name) => /^\p{L}/u.test(name))

function isOwnName(name: string, names: ReadonlySet<string>): boolean {
  if (names.has(name)) return true
  const parts = name.split(' ')
  return [...names].some((own) => own.split(' ')[0] === parts[0] && own.split(' ').at(-1) === parts.at(-1))
}

function mentions(text: string, names: ReadonlySet<string>): number {
  const lower = text.toLowerCase()
  return Math.min(
    MOST_FOR_MENTIONS,
    [...names].reduce((sum, name) => sum + lower.split(name).length - 1, 0),
  )
}

/** Names on a page that holds this number and no other: beside it, or where a document says whom it is about. */
export function namesBesideNumber({ text, hits }: PageText, cpr: string): readonly string[] {
  const numbers = hits.filter(({ confidence, digits }) => confidence !== 'low' || digits === cpr)
  if (numbers.length === 0 || numbers.some(({ digits }) => ownOr(digits, cpr) !== cpr)) return []
  const beside = numbers.flatMap(({ start, end }) => [
    NAME_BEFORE.exec(text.slice(Math.max(0, start - SEEN_BEFORE), start))?.groups?.['name'],
    NAME_AFTER.exec(text.slice(end, end + SEEN_BEFORE))?.groups?.['name'],
  ])
  const near = beside.filter((name) => name !== undefined && !NOT_A_PERSON.test(name)).map((name) => (name ?? '').toLowerCase())
  return [...new Set([...near, ...namesOf(text).map(({ name }) => name)])]
}
