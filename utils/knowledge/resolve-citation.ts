import type { CalendarDay } from '../domain/calendar-day.ts'
import { isRelative, type Citation, type Unit } from './citation.ts'
import { isReplaced, isValidOn, pickVersion } from './pick-version.ts'
import type { ActVersion, Outline, Shelf } from './register.ts'
import { resolveAct, type ContextAct } from './resolve-act.ts'
import { resolvePlace, type Place } from './resolve-place.ts'

/** Where a citation leads in one version; no places: the act itself. */
export interface Spot {
  readonly version: ActVersion
  /** Whether the version holds on the day that was asked for. */
  readonly inForce: boolean
  readonly places: readonly Place[]
}

export type Resolution =
  | ({ readonly status: 'found' } & Spot)
  /** The number stands in the text, and behind it that it is repealed. */
  | ({ readonly status: 'repealed' } & Spot)
  | {
      readonly status: 'not-found'
      readonly missing: 'act' | Unit
      readonly version: ActVersion | null
      /** Other versions of the act that do have the place. */
      readonly elsewhere: readonly Spot[]
    }
  | { readonly status: 'ambiguous'; readonly between: 'no-act' | 'no-paragraph' | 'acts' | 'places'; readonly candidates: readonly Spot[] }

export interface ResolveOptions {
  /** The day whose law counts; `null` takes the newest text of each act. */
  readonly on: CalendarDay | null
  /** What "loven", or a place without an act, means. */
  readonly context: ContextAct | null
}

const MOST_CANDIDATES = 10

/** Leads a citation to what it cites. Never guesses: what is not there is `not-found`, what could be several is `ambiguous`. */
export async function resolveCitation(citation: Citation, shelf: Shelf, { on, context }: ResolveOptions): Promise<Resolution> {
  const register = await shelf.register()
  const act = resolveAct(citation.acts, register, context)
  if (act.found === 'unknown') return { status: 'not-found', missing: 'act', version: null, elsewhere: [] }
  if (act.found === 'none') return { status: 'ambiguous', between: 'no-act', candidates: [] }
  const versionsOf = (work: string): readonly ActVersion[] => register.versions.filter((version) => version.work === work)
  const chosen = act.works.flatMap((work) => {
    const version = pickVersion(act.pinned?.filter((each) => each.work === work) ?? versionsOf(work), on)
    return version ? [version] : []
  })
  if (isRelative(citation)) return { status: 'ambiguous', between: 'no-paragraph', candidates: [] }
  const [version, ...others] = chosen
  if (!version) return { status: 'not-found', missing: 'act', version: null, elsewhere: [] }
  if (others.length === 0) return inVersion(citation, { version, on, siblings: act.pinned ? [] : versionsOf(version.work) }, shelf)
  return { status: 'ambiguous', between: 'acts', candidates: await spotsIn(citation, chosen.slice(0, MOST_CANDIDATES), { shelf, on }) }
}

interface Choice {
  readonly version: ActVersion
  readonly on: CalendarDay | null
  readonly siblings: readonly ActVersion[]
}

async function inVersion(citation: Citation, { version, on, siblings }: Choice, shelf: Shelf): Promise<Resolution> {
  const inForce = on === null || isValidOn(version, on)
  if (citation.steps.length === 0) return { status: 'found', version, inForce, places: [] }
  const outline = await shelf.outline(version.id)
  const answer = resolvePlace(outline, citation.steps)
  if (answer.found === 'several')
    return { status: 'ambiguous', between: 'places', candidates: [{ version, inForce, places: answer.places }] }
  if (answer.found === 'none') {
    const other = siblings.filter(({ id }) => id !== version.id).slice(-MOST_CANDIDATES)
    return { status: 'not-found', missing: answer.missing, version, elsewhere: await spotsIn(citation, other, { shelf, on }) }
  }
  const repealed = answer.places.every(({ node }) => isRepealed(outline, node))
  return { status: repealed ? 'repealed' : 'found', version, inForce, places: answer.places }
}

function isRepealed(outline: Outline, node: number): boolean {
  for (let at = node; at >= 0; at = outline[at]?.parent ?? -1) if (outline[at]?.repealed === true) return true
  return false
}

interface Among {
  readonly shelf: Shelf
  readonly on: CalendarDay | null
}

async function spotsIn(citation: Citation, versions: readonly ActVersion[], { shelf, on }: Among): Promise<readonly Spot[]> {
  const spots = await Promise.all(
    versions
      .filter((version) => !isReplaced(version))
      .map(async (version): Promise<readonly Spot[]> => {
        const inForce = on === null || isValidOn(version, on)
        if (citation.steps.length === 0) return [{ version, inForce, places: [] }]
        const answer = resolvePlace(await shelf.outline(version.id), citation.steps)
        return answer.found === 'none' ? [] : [{ version, inForce, places: answer.places }]
      }),
  )
  return spots.flat()
}
