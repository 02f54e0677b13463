import { accessibleName, roleOf, roleSelector } from './aria.ts'
import { scopesOf } from './find.ts'
import type { KnownLabels } from './known-labels.ts'
import { valuesByLabel } from './label-value.ts'
import type { Hit, LabelQuery } from './label-value.ts'
import { labelSet, normalLabel } from './labels.ts'
import { regionOf, seenOf } from './read-context.ts'
import type { ReadContext } from './read-context.ts'
import { iconName, rawOf, rawOfControl } from './seen-text.ts'
import type { Locator, ReadFrom } from './site-profile.ts'
import { parentOf } from './visible.ts'

/** Where to look, and the labels that may stand there; without them, those of the whole page. */
export interface LocatePlace {
  readonly within: Element
  readonly known?: KnownLabels | undefined
}

/** A hit and which locator made it. */
export interface LocatedHit extends Hit {
  readonly locator: string
}

/**
 * All places where a key stands. Roles and labels are asked together, because two visible places that disagree must be
 * noticed; attributes and CSS only when those find nothing.
 */
export function locateValues(context: ReadContext, locators: readonly Locator[], place: LocatePlace): LocatedHit[] {
  const byMeaning = locators.filter((locator) => locator.by === 'role' || locator.by === 'label' || locator.by === 'route')
  const hits = byMeaning.flatMap((locator) => evaluate(context, locator, place))
  if (hits.length > 0) return hits
  for (const locator of locators) {
    if (locator.by !== 'attribute' && locator.by !== 'css') continue
    const found = evaluate(context, locator, place)
    if (found.length > 0) return found
  }
  return []
}

/** All hits of one locator. */
export function evaluate(context: ReadContext, locator: Locator, place: LocatePlace): LocatedHit[] {
  const name = locatorName(locator)
  if (locator.by === 'route') {
    const value = context.params[locator.param]
    return value === undefined ? [] : [{ element: context.root, raw: { text: value }, locator: name }]
  }
  const scope = locator.in === undefined ? place.within : regionOf(context, locator.in)
  if (!scope) return []
  return hitsIn(context, locator, { within: scope, known: place.known }).map((hit) => ({ ...hit, locator: name }))
}

function hitsIn(context: ReadContext, locator: Exclude<Locator, { by: 'route' }>, { within: scope, known }: LocatePlace): Hit[] {
  switch (locator.by) {
    case 'label': {
      const part = seenOf(context, scope)
      if (!part) return []
      const relations = locator.relations === undefined ? null : new Set(locator.relations)
      const query: LabelQuery = { names: labelSet(locator.text), relations, within: part, known: known ?? context.known }
      return valuesByLabel(context.labels, query)
    }
    case 'role': {
      const names = labelSet(locator.name)
      const found = select(context, scope, roleSelector(locator.role)).filter(
        (element) =>
          seenOf(context, element) !== null && roleOf(element) === locator.role && names.has(normalLabel(accessibleName(element))),
      )
      return found.flatMap((element) => hitOf(context, element, locator.read))
    }
    case 'attribute': {
      const escaped = locator.equals === undefined ? '' : `=${JSON.stringify(locator.equals)}`
      return select(context, scope, `[${CSS.escape(locator.attribute)}${escaped}]`).flatMap((element) =>
        hitOf(context, element, locator.read),
      )
    }
    case 'css':
      return select(context, scope, locator.css).flatMap((element) => hitOf(context, element, locator.read))
  }
}

/** A part with more elements than this is asked by way of what is seen in it: the rows of its long lists are not. */
const LARGE = 2000

function select(context: ReadContext, scope: Element, css: string): Element[] {
  try {
    if (scope.getElementsByTagName('*').length > LARGE) return seenIn(context, scope, css)
    return scopesOf(scope).flatMap((root) => [...root.querySelectorAll(css)])
  } catch {
    // A selector this browser does not know finds nothing.
    return []
  }
}

function seenIn({ seen }: ReadContext, scope: Element, css: string): Element[] {
  const isInside = (element: Element) => {
    for (let at: Element | null = parentOf(element); at; at = parentOf(at)) if (at === scope) return true
    return false
  }
  return [...seen.byElement.keys()].filter((element) => element.matches(css) && isInside(element)).toSorted(inPageOrder)
}

function inPageOrder(one: Element, other: Element): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function hitOf(context: ReadContext, element: Element, read: ReadFrom | undefined): Hit[] {
  const node = seenOf(context, element)
  if (!node) return []
  if (read === 'title') return [{ element, raw: { text: iconName(node) ?? '' } }]
  if (typeof read === 'object') {
    const value = element.getAttribute(read.attribute)
    return value === null ? [] : [{ element, raw: { text: value } }]
  }
  return [{ element, raw: read === 'control' ? rawOfControl(node) : rawOf(node) }]
}

/** How the locator is named in a provenance and in the health report. */
export function locatorName(locator: Locator): string {
  switch (locator.by) {
    case 'role':
      return `role:${locator.role}`
    case 'label':
      return 'label'
    case 'attribute':
      return `attribute:${locator.attribute}`
    case 'css':
      return 'css'
    case 'route':
      return `route:${locator.param}`
  }
}
