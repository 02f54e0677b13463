import { parseCalendarDay, type CalendarDay } from '../../../utils/domain/calendar-day.ts'

/** The fields of `Meta`, each with every value it has. */
export type Meta = ReadonlyMap<string, readonly string[]>

export interface LawIdentity {
  readonly title: string
  readonly names: readonly string[]
  readonly type: string | null
  readonly number: number | null
  readonly year: number | null
  readonly signed: CalendarDay | null
  readonly eli: string | null
  readonly accession: string | null
  readonly startsOn: CalendarDay | null
  readonly endsOn: CalendarDay | null
}

const GAZETTES: ReadonlyMap<string, string> = new Map([
  ['lovtidende a', 'lta'],
  ['lovtidende b', 'ltb'],
  ['lovtidende c', 'ltc'],
  ['ministerialtidende', 'mt'],
])
const OTHER_NAMES = ['PopularTitle', 'ShortTitle', 'AlternativeTitle', 'TitleShort', 'Abbreviation']

/** What a document says it is. `printedTitle` is the title in the text, for a document whose `Meta` has none. */
export function identify(meta: Meta, printedTitle: string): LawIdentity {
  const one = (name: string): string => meta.get(name)?.find((value) => value !== '') ?? ''
  const day = (name: string): CalendarDay | null => parseCalendarDay(one(name).slice(0, 10))
  const signed = day('DiesSigni')
  const number = whole(one('Number'))
  const year = whole(one('Year')) ?? whole(one('DiesSigni').slice(0, 4))
  const title = one('DocumentTitle') || printedTitle
  const others = [printedTitle, ...OTHER_NAMES.flatMap((name) => meta.get(name) ?? [])]
  return {
    title,
    names: others.filter((name) => name !== '' && name !== title),
    type: /^[A-ZÆØÅ]+/u.exec(one('DocumentType'))?.[0] ?? null,
    number,
    year,
    signed,
    eli: eliOf(one('AnnouncedIn'), year, number),
    accession: one('AccessionNumber') || null,
    startsOn: day('StartDate') ?? signed,
    endsOn: day('EndDate') ?? (one('Status').toLowerCase() === 'historic' ? day('DateOfHistoricMark') : null),
  }
}

function eliOf(gazette: string, year: number | null, number: number | null): string | null {
  return number === null || year === null ? null : `eli/${GAZETTES.get(gazette.toLowerCase()) ?? 'retsinfo'}/${year}/${number}`
}

function whole(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) : null
}
