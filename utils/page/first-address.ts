const NOTED = Symbol.for('sagshjaelp.case-address')
const world = globalThis as { [NOTED]?: string }

/** Keeps, for the scripts of this document, the address at which a case was first recognised. */
export function noteCaseAddress(href: string): void {
  world[NOTED] ??= withoutHash(href)
}

/** Has the page gone elsewhere since? Then someone may have passed by before anybody was there to see. */
export function movedSinceRecognised(href: string): boolean {
  return world[NOTED] !== undefined && world[NOTED] !== withoutHash(href)
}

function withoutHash(href: string): string {
  return href.split('#')[0] ?? href
}
