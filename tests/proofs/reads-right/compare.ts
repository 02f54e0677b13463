import type { Fact, FactValue } from '#utils/domain/fact.ts'
import type { PageReading } from '#utils/page/page-reading.ts'
import type { ScreenTruth, TrueRow, Truth } from '../support/oracle.ts'

export type Reading = Omit<PageReading, 'places'>

export interface Deviation {
  readonly kind: 'wrong' | 'not-found' | 'identity' | 'incomplete' | 'third-person'
  readonly part: string
  readonly detail: string
}

export interface Comparison {
  readonly right: number
  readonly deviations: readonly Deviation[]
}

export interface Shown {
  readonly truth: Truth
  readonly screen: ScreenTruth
  readonly dialect: 'M' | 'K'
  /** Most rows that can be in the document at once. */
  readonly rowsShown: number
  /** Ids of rows whose unfolded part is open; `null` = all that can be are. */
  readonly unfolded: ReadonlySet<string> | null
}

/** Keys that a row shows only when it is unfolded, on screens with more than one row. */
const UNFOLDED = new Set(['note.body'])

/** Compares what was read of a screen with the truth: each value that should be there, and each that is. */
export function compare(reading: Reading | null, shown: Shown): Comparison {
  const deviations: Deviation[] = []
  if (!reading) return { right: 0, deviations: [{ kind: 'not-found', part: 'page', detail: 'not recognised' }] }
  deviations.push(...identityFaults(reading, shown), ...thirdPersons(reading, shown.truth))
  let right = compareFacts(reading, shown, deviations)
  for (const list of shown.screen.lists) right += compareList(reading, { ...shown, list }, deviations)
  return { right, deviations }
}

function identityFaults({ identity }: Reading, { truth, dialect }: Shown): Deviation[] {
  if (!identity.confirmed)
    return [{ kind: 'not-found', part: 'identity', detail: identity.disagreement ? 'disagreement' : 'not confirmed' }]
  const want: Readonly<Record<string, FactValue | undefined>> = {
    citizenId: dialect === 'M' ? truth.citizenId : truth.citizenNumber,
    cpr: truth.facts['citizen.cpr'],
    name: truth.facts['citizen.name'],
    caseId: truth.caseId,
  }
  const have: Readonly<Record<string, string | null>> = {
    citizenId: identity.citizenId,
    cpr: identity.cpr,
    name: identity.name,
    caseId: identity.caseId,
  }
  return Object.keys(want).flatMap((field) => {
    if (have[field] === want[field]) return []
    return [
      have[field] === null
        ? ({ kind: 'not-found', part: `identity.${field}`, detail: '' } as const)
        : ({ kind: 'identity', part: `identity.${field}`, detail: `${have[field] ?? ''} for ${String(want[field])}` } as const),
    ]
  })
}

/** A relation's CPR number may stand in a note, never in a field of the case. */
function thirdPersons({ facts, lists, identity }: Reading, { relations }: Truth): Deviation[] {
  const fields = [
    identity.cpr,
    ...Object.values(facts).map((fact) => fact?.value),
    ...Object.values(lists).flatMap(({ rows }) =>
      rows.flatMap((row) =>
        Object.values(row.facts)
          .filter((fact) => fact?.key !== 'note.body')
          .map((fact) => fact?.value),
      ),
    ),
  ]
  const digits = new Set(fields.map((value) => String(value ?? '').replace(/\D/gu, '')))
  return relations.filter(({ cpr }) => digits.has(cpr)).map(() => ({ kind: 'third-person', part: 'cpr', detail: 'CPR of a relation' }))
}

function compareFacts({ facts }: Reading, { screen, truth }: Shown, deviations: Deviation[]): number {
  const read: Readonly<Partial<Record<string, Fact>>> = facts
  const expected = screen.facts.filter((key) => truth.facts[key] !== undefined)
  // What is read though the screen does not list it must still be true.
  const extra = Object.keys(read).filter((key) => !screen.facts.includes(key) && !key.startsWith('session.'))
  let right = 0
  for (const key of [...expected, ...extra]) {
    const have = read[key]
    if (have === undefined) deviations.push({ kind: 'not-found', part: key, detail: '' })
    else if (isTrue(have.value, truth.facts[key])) right += 1
    else deviations.push(wrong(key, have.value, truth.facts[key]))
  }
  return right
}

function isTrue(have: FactValue, want: FactValue | undefined): boolean {
  return want !== undefined && same(have, want)
}

function wrong(part: string, have: FactValue | undefined, want: FactValue | undefined): Deviation {
  return {
    kind: 'wrong',
    part,
    detail: `${JSON.stringify(have)?.slice(0, 120) ?? ''} for ${JSON.stringify(want)?.slice(0, 120) ?? 'nothing'}`,
  }
}

/** Text is compared by its words: how a host breaks lines is its own business. Empty is empty, text or list. */
export function same(have: FactValue, want: FactValue): boolean {
  if (isEmpty(have) || isEmpty(want)) return isEmpty(have) && isEmpty(want)
  if (Array.isArray(have))
    return Array.isArray(want) && have.length === want.length && have.every((item, at) => words(String(item)) === words(String(want[at])))
  return typeof have === 'string' && typeof want === 'string' ? words(have) === words(want) : have === want
}

function isEmpty(value: FactValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function words(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}

interface ListShown extends Shown {
  readonly list: ScreenTruth['lists'][number]
}

function compareList(reading: Reading, shown: ListShown, deviations: Deviation[]): number {
  const { list, truth, rowsShown } = shown
  const byId = new Map((truth.lists[list.group] ?? []).map((row) => [row.id, row] as const))
  const expected = list.rows.flatMap((id) => byId.get(id) ?? [])
  const found = Object.entries(reading.lists).find(([group]) => group === list.group)?.[1]
  const shouldBe = Math.min(expected.length, rowsShown)
  const lack = (count: number, detail: string) =>
    deviations.push(...Array.from({ length: count }, () => ({ kind: 'not-found' as const, part: list.group, detail })))
  if (!found) {
    lack(Math.max(1, shouldBe), `list, ${expected.length} rows`)
    return 0
  }
  if (found.coverage.complete && found.rows.length !== expected.length)
    deviations.push({ kind: 'incomplete', part: list.group, detail: `called complete with ${found.rows.length} of ${expected.length}` })
  lack(Math.max(0, shouldBe - found.rows.length), 'row')
  return expected.length + found.rows.length === 0 ? 1 : compareRows(found.rows, { byId, left: new Set(expected) }, shown, deviations)
}

interface TrueRows {
  readonly byId: ReadonlyMap<string, TrueRow>
  /** Not matched yet. */
  readonly left: Set<TrueRow>
}

function compareRows(
  rows: readonly { readonly key: string; readonly facts: Readonly<Partial<Record<string, Fact>>> }[],
  { byId, left }: TrueRows,
  shown: ListShown,
  deviations: Deviation[],
): number {
  let right = 0
  for (const { key, facts } of rows) {
    const match = byId.get(key) ?? nearest(facts, left)
    if (match) left.delete(match)
    right += compareRow(facts, match, shown, deviations)
  }
  return right
}

/** The true row that most values of a read row agree with. */
function nearest(facts: Readonly<Partial<Record<string, Fact>>>, rows: ReadonlySet<TrueRow>): TrueRow | undefined {
  const score = (row: TrueRow) =>
    Object.entries(facts).filter(([key, fact]) => fact && row[key] !== undefined && same(fact.value, row[key])).length
  return [...rows].map((row) => ({ row, points: score(row) })).toSorted((a, b) => b.points - a.points)[0]?.row
}

function compareRow(
  facts: Readonly<Partial<Record<string, Fact>>>,
  row: TrueRow | undefined,
  shown: ListShown,
  deviations: Deviation[],
): number {
  let right = 0
  for (const key of new Set([...shown.list.keys, ...Object.keys(facts)])) {
    const deviation = cellDeviation(facts[key], row?.[key], { key, isFolded: isFolded(key, row, shown.unfolded) })
    if (deviation === 'right') right += 1
    else if (deviation) deviations.push(deviation)
  }
  return right
}

function isFolded(key: string, row: TrueRow | undefined, unfolded: ReadonlySet<string> | null): boolean {
  return UNFOLDED.has(key) && unfolded !== null && !(row && unfolded.has(row.id))
}

function cellDeviation(
  have: Fact | undefined,
  want: FactValue | undefined,
  cell: { key: string; isFolded: boolean },
): Deviation | 'right' | null {
  if (have === undefined) return want === undefined || cell.isFolded ? null : { kind: 'not-found', part: cell.key, detail: 'cell' }
  return same(have.value, want ?? null) ? 'right' : wrong(cell.key, have.value, want)
}
