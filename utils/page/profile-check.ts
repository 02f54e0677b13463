import type { NotReadReason } from '#utils/domain/case-view.ts'
import { isFactKey } from '#utils/domain/fact-catalogue.ts'
import { blockState } from './block-state.ts'
import { findSeen } from './read-context.ts'
import { labelsOfBlock } from './known-labels.ts'
import { asList } from './labels.ts'
import { evaluate, locatorName } from './locate-values.ts'
import { blocksOf, contextOf } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import { readFact } from './read-block.ts'
import type { RecognisedPage } from './page-reading.ts'
import type { Finder, ProfileBlock, SiteProfile } from './site-profile.ts'

/** For IT: what each locator of a profile hits on a page. Counts and names only, never what stands there. */
export interface ProfileCheck {
  readonly pageKind: string
  readonly identity: readonly { readonly source: string; readonly hits: number }[]
  readonly blocks: readonly BlockCheck[]
  readonly canaries: readonly { readonly finder: string; readonly found: boolean }[]
}

export interface BlockCheck {
  readonly block: string
  readonly state: 'found' | NotReadReason
  readonly facts: readonly {
    readonly key: string
    readonly result: 'read' | NotReadReason
    readonly locators: readonly { readonly locator: string; readonly hits: number }[]
  }[]
}

/** Tries every locator of the page kind. `null` when there is no page to try them on. */
export function checkProfile(profile: SiteProfile, page: RecognisedPage, window: Window): ProfileCheck | null {
  const context = contextOf(profile, page, window, {})
  if (!context) return null
  const count = (source: SiteProfile['identity']['sources'][number]) =>
    source.locators.reduce((sum, locator) => sum + evaluate(context, locator, { within: context.root }).length, 0)
  return {
    pageKind: page.pageKind,
    identity: profile.identity.sources.map((source) => ({ source: source.id, hits: count(source) })),
    blocks: blocksOf(profile, context.page).map(([id, block]) => checkBlock(context, id, block)),
    canaries: asList<Finder>(context.page.canaries).map((finder) => ({
      finder: JSON.stringify(finder),
      found: findSeen(context, finder, context.root).length > 0,
    })),
  }
}

function checkBlock(context: ReadContext, id: string, block: ProfileBlock): BlockCheck {
  const state = blockState(context, block)
  if (state.why !== null) return { block: id, state: state.why, facts: [] }
  const { region } = state
  const known = labelsOfBlock(block)
  const facts = Object.entries(block.facts ?? {}).flatMap(([key, reading]) => {
    if (!isFactKey(key)) return []
    const fact = readFact(context, { key, reading, region, known })
    const locators = reading.locators.map((locator) => ({
      locator: locatorName(locator),
      hits: evaluate(context, locator, { within: region, known }).length,
    }))
    return [{ key, result: typeof fact === 'string' ? fact : ('read' as const), locators }]
  })
  return { block: id, state: 'found', facts }
}
