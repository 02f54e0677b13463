import type { Catalogue, GroupName } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { PlantedFact, SizeClass } from './case-record.ts'
import type { When } from './moment.ts'

/**
 * The story of a named person, as data. What it says is kept; what it leaves out is filled in by the builder (address, phone,
 * caseworker, months of benefit …). Days are seen from today: in a date field a number means days from today, in a date-time
 * field `[days, 'HH:mm']`.
 */
export interface Story {
  readonly slug: string
  /** The citizen's number in dialect K; drawn from the slug when absent. */
  readonly number?: number
  readonly name: string
  readonly born: string
  readonly female: boolean
  /** One or two sentences for the index of the practice environment. */
  readonly story: string
  readonly size: SizeClass
  readonly case: StoryRow<'case'>
  readonly citizen?: StoryRow<'citizen'>
  readonly contact?: StoryRow<'contact'>
  readonly sick?: StoryRow<'sick'>
  readonly prep?: StoryRow<'prep'>
  readonly plan?: StoryRow<'plan'>
  readonly access?: StoryRow<'access'>
  readonly cash?: StoryRow<'cash'>
  readonly flex?: StoryRow<'flex'>
  readonly cv?: StoryRow<'cv'>
  readonly integration?: StoryRow<'integration'>
  readonly process?: StoryRow<'process'>
  readonly meetings?: readonly StoryRow<'meeting'>[]
  readonly deadlines?: readonly StoryRow<'deadline'>[]
  readonly offers?: readonly StoryRow<'offer'>[]
  readonly decisions?: readonly StoryRow<'decision'>[]
  readonly tasks?: readonly StoryRow<'task'>[]
  readonly agreements?: readonly StoryRow<'agreement'>[]
  readonly sections?: readonly StoryRow<'section'>[]
  readonly benefits?: readonly StoryRow<'benefit'>[]
  readonly personGroups?: readonly StoryRow<'personGroup'>[]
  readonly documents?: readonly StoryRow<'doc'>[]
  readonly notes?: readonly StoryRow<'note'>[]
  readonly cases?: readonly StoryRow<'caseList'>[]
  readonly relations?: readonly StoryRelation[]
  readonly planted?: readonly PlantedFact[]
  readonly lock?: { readonly kind: 'reserved'; readonly by: string } | { readonly kind: 'no-access' }
  /** How many notes the builder adds around the written ones. Absent: as many as the size class says. */
  readonly fillerNotes?: number
}

interface StoryRelation {
  /** Names it in texts: `{cpr:barn}`, `{navn:barn}`. */
  readonly as: string
  readonly role: string
  readonly name: string
  readonly born: string
}

/** A field of a story: a value, a day seen from today, or a day and a time. */
export type StoryValue = FactValue | When | readonly [When, string]
type Names<G extends GroupName> = Extract<keyof Catalogue[G]['facts'], string>
/** Short names of a group's keys; `id` names a row so that a planted fact can point at it. */
export type StoryRow<G extends GroupName> = { readonly [N in Names<G>]?: StoryValue } & { readonly rowId?: string }
