import type { CaseRecord, RowRecord } from '#demo/data/case-record.ts'
import type { FactKey, ListGroup } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'

/**
 * Invented cases in which every person's free text carries a word that is nobody else's: whose a text is can then be
 * told from the text alone, wherever it turns up.
 */
export interface MarkedCases {
  readonly cases: readonly CaseRecord[]
  /** Everyone whose marks stand in a text; by guid. */
  readonly ownersOf: (text: string) => ReadonlySet<string>
}

/** Free text only: a word added to a coded value would change what the rules say. */
const MARKED: ReadonlySet<string> = new Set<FactKey>([
  'citizen.address',
  'citizen.obsNote1',
  'citizen.obsNote2',
  'citizen.guardian',
  'citizen.representative',
  'case.caseworker',
  'case.team',
  'contact.exemptionReason',
  'plan.goal',
  'plan.steps',
  'sick.employer',
  'access.scope',
  'access.period',
  'meeting.participants',
  'meeting.note',
  'note.title',
  'note.body',
  'note.author',
  'doc.title',
  'doc.fileName',
  'doc.from',
  'agreement.text',
  'offer.provider',
  'offer.purpose',
  'decision.reasons',
  'decision.outcome',
  'task.title',
  'task.owner',
  'section.text',
])
const LETTERS = 'bdfgklmnprstv'

/** Marks each case. `salt` moves the marks, so that two runs do not share them. */
export function markCases(cases: readonly CaseRecord[], salt: number): MarkedCases {
  const marks = cases.map((_, index) => markOf(index + (salt % LETTERS.length)))
  const marked = cases.map((found, index) => markCase(found, marks[index] ?? 'qxxx'))
  return { cases: marked, ownersOf: finder(marked, marks) }
}

function markOf(index: number): string {
  const letter = (at: number) => LETTERS.charAt(at % LETTERS.length)
  return `qx${letter(Math.floor(index / LETTERS.length))}${letter(index)}`
}

/** One case with a word in every free text, and a name that is the word's. */
export function markCase(found: CaseRecord, mark: string, nameMark = mark): CaseRecord {
  const lists = Object.create(null) as Record<ListGroup, readonly RowRecord<ListGroup>[]>
  for (const group of Object.keys(found.lists) as ListGroup[]) {
    let made: readonly RowRecord<ListGroup>[] | undefined
    // Journals are written when first asked for; keep it so.
    Object.defineProperty(lists, group, { enumerable: true, get: () => (made ??= found.lists[group].map((row) => markValues(row, mark))) })
  }
  const [first = 'Navn'] = String(found.facts['citizen.name']).split(' ')
  const name = `${first} ${nameMark.charAt(0).toUpperCase()}${nameMark.slice(1)}sen`
  const facts = { ...markValues(found.facts, mark), 'citizen.name': name, 'citizen.email': `${mark}@post.example` }
  return { ...found, facts, lists: lists, lock: null }
}

function markValues<T extends object>(values: T, mark: string): T {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, MARKED.has(key) ? markValue(value as FactValue, mark) : (value as unknown)]),
  ) as T
}

function markValue(value: FactValue, mark: string): FactValue {
  if (typeof value === 'string') return `${value} ${mark}`
  return Array.isArray(value) ? (value as readonly string[]).map((one) => `${one} ${mark}`) : value
}

function finder(cases: readonly CaseRecord[], marks: readonly string[]): MarkedCases['ownersOf'] {
  const words = new Map(marks.map((mark, index) => [mark, cases[index]?.guid ?? '']))
  const exact = cases.flatMap(({ guid, facts, caseGuid }) =>
    [guid, caseGuid, String(facts['case.number'])].map((text) => [text, guid] as const),
  )
  const numbers = cases.map(({ guid, facts }) => [String(facts['citizen.cpr']), guid] as const)
  return (text) => {
    const owners = new Set<string>()
    for (const [word] of text.toLowerCase().matchAll(/qx[a-z]{2}/g)) {
      const owner = words.get(word)
      if (owner !== undefined) owners.add(owner)
    }
    for (const [needle, guid] of exact) if (text.includes(needle)) owners.add(guid)
    const digits = text.replaceAll(/(?<=\d)[\s.–-]{1,3}(?=\d)/g, '')
    for (const [cpr, guid] of numbers) if (digits.includes(cpr)) owners.add(guid)
    return owners
  }
}
