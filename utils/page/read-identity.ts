import { glimpseOf } from './candidate.ts'
import { locateValues } from './locate-values.ts'
import { asList } from './labels.ts'
import type { IdentityReading } from './page-reading.ts'
import type { ReadContext } from './read-context.ts'
import { compilePattern } from './safe-pattern.ts'
import type { IdentitySource, SiteProfile } from './site-profile.ts'
import { toValue } from './to-value.ts'
import type { RawText } from './to-value.ts'

export const NO_IDENTITY: IdentityReading = {
  citizenId: null,
  cpr: null,
  name: null,
  caseId: null,
  sources: [],
  confirmed: false,
  linked: false,
  disagreement: false,
  glimpsed: [],
}

const KEYS = { citizenId: 'citizen.id', cpr: 'citizen.cpr', name: 'citizen.name', caseId: 'case.id' } as const
type Field = keyof typeof KEYS

interface Said {
  readonly source: IdentitySource
  readonly value: string
}

/** Told of each element that says whose page it is. */
export type NoteElement = (element: Element) => void

/** Whose page it is, by all the sources the profile names. Any contradiction, and it is nobody's. */
export function readIdentity(context: ReadContext, note: NoteElement = () => undefined): IdentityReading {
  const said: Said[] = []
  let disagreement = false
  for (const source of context.profile.identity.sources) {
    const values = valuesOf(context, source, note)
    if (values === 'unsure' || values.length > 1) disagreement = true
    else if (values[0] !== undefined) said.push({ source, value: values[0] })
  }
  return concluded(context.profile, said, disagreement)
}

/** Distinct values one source gives. */
function valuesOf(context: ReadContext, source: IdentitySource, note: NoteElement): string[] | 'unsure' {
  const values = new Set<string>()
  for (const hit of locateValues(context, source.locators, { within: context.root })) {
    const found = valueOf(context, source, hit.raw)
    if (found === null) continue
    note(hit.element)
    values.add(found)
  }
  return [...values]
}

function valueOf(context: ReadContext, source: IdentitySource, raw: RawText): string | null {
  const text = cut(raw.text, asList(source.extract))
  if (text === null) return null
  const conversion = toValue(KEYS[source.gives], { text }, {}, context)
  return conversion.ok && typeof conversion.value === 'string' ? conversion.value : null
}

function cut(text: string, patterns: readonly string[]): string | null {
  if (patterns.length === 0) return text
  for (const pattern of patterns) {
    const match = compilePattern(pattern).exec(text.slice(0, 1000))
    if (match) return match[1] ?? match[0]
  }
  return null
}

function concluded(profile: SiteProfile, said: readonly Said[], sourceUnsure: boolean): IdentityReading {
  const of = (field: Field) => [...new Set(said.filter(({ source }) => source.gives === field).map(({ value }) => value))]
  const fields = { citizenId: of('citizenId'), cpr: of('cpr'), name: of('name'), caseId: of('caseId') }
  const disagreement = sourceUnsure || Object.values(fields).some((values) => values.length > 1)
  const single = (field: Field) => (fields[field].length === 1 ? (fields[field][0] ?? null) : null)
  const personal = said.filter(({ source }) => source.gives !== 'caseId')
  const independent = new Set(personal.map(({ source }) => source.independent))
  const reading = { citizenId: single('citizenId'), cpr: single('cpr'), name: single('name'), caseId: single('caseId') }
  const complete = reading.citizenId !== null && reading.cpr !== null && reading.name !== null
  return {
    ...reading,
    sources: said.map(({ source }) => source.id),
    confirmed: complete && !disagreement && personal.length >= profile.identity.need && independent.size >= 2,
    linked: linksTwo(personal),
    disagreement,
    glimpsed: said.filter(({ source }) => source.gives !== 'name').map(({ source, value }) => glimpseOf(source.gives, value)),
  }
}

/** The same field from two independent places: an address of one citizen beside the header of another is then seen at once. */
function linksTwo(said: readonly Said[]): boolean {
  return said.some((one) =>
    said.some((other) => one.source.gives === other.source.gives && one.source.independent !== other.source.independent),
  )
}
