import { ACT_NAMES, type ActNames } from './act-names.ts'
import { fold } from './fold.ts'

/** Acts whose title says what they change: each stands for itself, however many bear the same title. */
const SINGLE = /^(?:lov|bekendtgørelse|vejledning) om (?:ændring|ændringer|ophævelse|ikrafttræden|ikraftsættelse)\b/u

export interface NamedAct {
  /** Folded title without "Bekendtgørelse af": the same through all consolidations. */
  readonly base: string
  /** Whether other documents with the same title are versions of the same act. */
  readonly single: boolean
  /** "LAB"; `null` when the act has none. */
  readonly short: string | null
  /** Folded, each once. */
  readonly names: readonly string[]
}

/** Everything a document may be called, from its title, the names in its own metadata and what is known of the title. */
export function nameAct(title: string, own: readonly string[] = []): NamedAct {
  const [, bare = title, bracketed = ''] = /^(.*?)\s*(?:\(([^()]{2,80})\))?\s*$/su.exec(title.trim()) ?? []
  const whole = fold(bare)
  const base = whole.replace(/^(?:bekendtgørelse|lovbekendtgørelse) af (?=(?:lov|forordning|anordning) |\S*lov(?:en)?$)/u, '')
  const { short, also } = knownNames(base)
  const names = new Set([whole, base, ...derived(base), ...short, ...also, ...own, bracketed].map(fold).filter((name) => name.length > 1))
  return { base, single: SINGLE.test(base), short: short[0] ?? shortOf(own), names: [...names] }
}

function knownNames(base: string): Pick<ActNames, 'short' | 'also'> {
  return ACT_NAMES.find(({ titles }) => titles.some((each) => fold(each) === base)) ?? { short: [], also: [] }
}

/** "lov om sygedagpenge" is "sygedagpengeloven"; "forvaltningslov" is "forvaltningsloven". */
function derived(base: string): readonly string[] {
  const [, subject] = /^lov om (\p{L}{4,})$/u.exec(base) ?? []
  if (subject !== undefined) return [`${subject}lov`, `${subject}loven`, `${subject}sloven`]
  const [, stem] = /^(\p{L}{3,}lov)(?:en)?$/u.exec(base) ?? []
  return stem === undefined ? [] : [stem, `${stem}en`]
}

function shortOf(own: readonly string[]): string | null {
  return own.find((name) => /^\p{Lu}{2,8}$/u.test(name)) ?? null
}
