import type { Ask } from './find.ts'

/** A page with more elements than this is asked beside its long lists: thousands of rows would be searched once a question. */
const LARGE = 4000
const MANY_ROWS = 60
const ROW = 'tr, [role="row"]'

/**
 * Answers the selectors of one look at a page. What is looked for (headers, notices, dialogs) never stands among the rows
 * of a long table, which are read by their own code; so on a large page everything else is gathered once and asked.
 */
export function askPage(body: Element | null): Ask {
  let beside: readonly Element[] | null = null
  const isLarge = body !== null && body.getElementsByTagName('*').length > LARGE
  return (scope, css) => {
    if (!isLarge || scope !== body) return [...scope.querySelectorAll(css)]
    beside ??= besideLongLists(body)
    return beside.filter((element) => element.matches(css))
  }
}

function besideLongLists(body: Element): Element[] {
  const found: Element[] = []
  // The list itself is on the page like anything else; only what is in it is passed over.
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT, (node) => {
    found.push(node as Element)
    return isLongList(node as Element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
  })
  while (walker.nextNode()) continue
  return found
}

function isLongList(element: Element): boolean {
  return element.lastElementChild?.matches(ROW) === true && element.childElementCount > MANY_ROWS
}
