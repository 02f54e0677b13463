import type { NotReadReason } from '#utils/domain/case-view.ts'
import { asList } from './labels.ts'
import { outermost } from './find.ts'
import { findSeen, findSeenFirst } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import type { Finder, ProfileBlock } from './site-profile.ts'

/** A block that can be read, and where; or why it cannot. */
export type BlockState = { readonly region: Element; readonly why: null } | { readonly region: Element | null; readonly why: NotReadReason }

/** Finds a block of a page and says whether what it shows can be believed. */
export function blockState(context: ReadContext, block: ProfileBlock): BlockState {
  const place = placeOf(context, block)
  if (place === 'ambiguous') return { region: null, why: 'ambiguous' }
  if (place === null) return { region: null, why: whyAbsent(context, block) }
  if (block.frame !== undefined && !isReadableFrame(context, block, place)) return { region: place, why: 'frame' }
  if (isFolded(context, block, place)) return { region: place, why: 'collapsed' }
  if (shows(context, context.profile.markers.busy, place)) return { region: place, why: 'loading' }
  return { region: place, why: null }
}

/** Notices by which the host says that it could not get something. */
export function failureNotices(context: ReadContext): Element[] {
  return context.profile.markers.failed.flatMap((marker) => findSeen(context, marker, context.root))
}

function placeOf(context: ReadContext, block: ProfileBlock): Element | 'ambiguous' | null {
  if (block.region === undefined) return context.root
  const found = innermost(findSeenFirst(context, block.region, context.root))
  const [only] = found
  return found.length > 1 ? 'ambiguous' : (only ?? null)
}

function innermost(elements: readonly Element[]): Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)))
}

function whyAbsent(context: ReadContext, block: ProfileBlock): NotReadReason {
  const expanders = outermost(findSeenFirst(context, block.expander, context.root))
  if (expanders.some(isClosed)) return 'collapsed'
  return shows(context, context.profile.markers.busy, context.root) ? 'loading' : 'not-found'
}

function isFolded(context: ReadContext, block: ProfileBlock, place: Element): boolean {
  const expanders = findSeenFirst(context, block.expander, place)
  return expanders.length > 0 ? expanders.every(isClosed) : place.tagName === 'DETAILS' && !place.hasAttribute('open')
}

function isClosed(expander: Element): boolean {
  const state =
    expander.getAttribute('aria-expanded') ??
    expander.querySelector('[aria-expanded]')?.getAttribute('aria-expanded') ??
    expander.closest('[aria-expanded]')?.getAttribute('aria-expanded')
  return state === 'false'
}

function isReadableFrame(context: ReadContext, block: ProfileBlock, place: Element): boolean {
  const frames = asList<Finder>(block.frame).flatMap((finder) => findSeen(context, finder, place))
  return frames.every((frame) => {
    try {
      return Boolean((frame as HTMLIFrameElement).contentDocument?.body)
    } catch {
      return false
    }
  })
}

function shows(context: ReadContext, markers: readonly Finder[], within: Element): boolean {
  return markers.some((marker) => findSeen(context, marker, within).length > 0)
}
