import { parentOf } from './visible.ts'

const SECTIONS = new Set(['SECTION', 'ARTICLE', 'FIELDSET', 'DETAILS', 'DIALOG', 'TABLE', 'ASIDE'])
const SECTION_ROLES = new Set(['region', 'dialog', 'alertdialog', 'tabpanel', 'article', 'group'])
const TOO_LARGE = new Set(['BODY', 'HTML', 'MAIN'])
const RANKED = 'h1,h2,h3,h4,h5,h6,[role="heading"]'

/** The elements below a box that a selector describes. */
export type Inside = (box: Element, css: string) => readonly Element[]

const insideNow: Inside = (box, css) => [...box.querySelectorAll(css)]

/**
 * The part of the page that a heading heads: the section around it, or the largest box that holds no other heading of its
 * rank. Works on markup with and without sections, whatever is wrapped around either.
 */
export function sectionOf(heading: Element, inside = insideNow): Element {
  const rank = rankOf(heading)
  let section: Element = heading
  for (let at = parentOf(heading); at && !TOO_LARGE.has(at.tagName); at = parentOf(at)) {
    if (holdsOtherHeading(at, heading, { rank, inside })) break
    section = at
    if (isSection(at) && hasMoreThan(at, heading)) break
  }
  return section
}

function isSection(element: Element): boolean {
  return SECTIONS.has(element.tagName) || SECTION_ROLES.has(element.getAttribute('role') ?? '')
}

/** A group that holds nothing but the heading is decoration, not the section. */
function hasMoreThan(section: Element, heading: Element): boolean {
  return (
    (section.textContent ?? '').trim().length > (heading.textContent ?? '').trim().length ||
    section.querySelector('input,select,textarea') !== null
  )
}

/** 1–6; a heading without a rank of its own takes that of the heading it stands in, else the lowest. */
function rankOf(heading: Element): number {
  const level = heading.getAttribute('aria-level') ?? /^H([1-6])$/.exec(heading.tagName)?.[1]
  if (level) return Number(level)
  const around = heading.parentElement?.closest(RANKED)
  return around ? rankOf(around) : 6
}

function holdsOtherHeading(box: Element, heading: Element, { rank, inside }: { rank: number; inside: Inside }): boolean {
  for (const other of inside(box, RANKED)) {
    if (other !== heading && !other.contains(heading) && !heading.contains(other) && rankOf(other) <= rank) return true
  }
  return otherExpander(box, heading, inside)
}

/** Two accordions side by side may have no heading elements at all. */
function otherExpander(box: Element, heading: Element, inside: Inside): boolean {
  const own = heading.hasAttribute('aria-expanded') ? heading : heading.querySelector('[aria-expanded]')
  if (!own) return false
  const level = own.parentElement?.tagName
  return inside(box, '[aria-expanded]').some(
    (other) => other !== own && other.parentElement?.tagName === level && other.tagName === own.tagName && !isInsideBodyOf(own, other),
  )
}

function isInsideBodyOf(expander: Element, other: Element): boolean {
  const controlled = expander.getAttribute('aria-controls')
  const body = controlled ? expander.ownerDocument.getElementById(controlled) : null
  return body?.contains(other) ?? false
}
