import type { Dice } from './dice.ts'

/** Mutators that change what the page is built of, not what it says. */

/** Every class gets a new name, in the markup and in the style sheets: what a new build of the host does. */
export function renameClasses(random: Dice): void {
  const names = new Map<string, string>()
  const renamed = (name: string) => {
    const known = names.get(name) ?? `x${Math.floor(random.next() * 1e9).toString(36)}`
    names.set(name, known)
    return known
  }
  for (const element of document.querySelectorAll('[class]')) element.setAttribute('class', [...element.classList].map(renamed).join(' '))
  for (const sheet of document.styleSheets) renameIn(rulesOf(sheet), renamed)
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    return []
  }
}

function renameIn(rules: readonly CSSRule[], renamed: (name: string) => string): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule)
      rule.selectorText = rule.selectorText.replace(/\.(-?[A-Za-z_][\w-]*)/gu, (_whole, name: string) => `.${renamed(name)}`)
    if ('cssRules' in rule) renameIn([...(rule.cssRules as CSSRuleList)], renamed)
  }
}

/** Panels, cards, list rows and label–value pairs change places among their likes. */
export function shuffleSiblings(random: Dice): void {
  const groups = [...document.querySelectorAll('main div, main ul, main ol, main section, main tbody, [role="rowgroup"], article > div')]
  for (const group of groups) {
    const kids = [...group.children]
    if (kids.length < 2 || !kids.every((kid) => isUnit(kid) && kid.tagName === kids[0]?.tagName)) continue
    group.append(...random.shuffled(kids))
  }
}

/** A whole of its own: a pair, a card, a panel, a row. Never half of a pair, never a heading. */
function isUnit(element: Element): boolean {
  // The items of a value: their order is what it says.
  if (element.matches('li') && element.childElementCount === 0) return false
  if (element.matches('section, article, li')) return true
  if (element.matches('tr, [role="row"]')) return isFreeRow(element)
  return element.tagName === 'DIV' && element.querySelectorAll('dt').length === 1 && element.children.length === 2
}

/** Not a header, not placed by pixels, and not one of a row and its unfolded part. */
function isFreeRow(row: Element): boolean {
  const isBound = row.matches('.notat-tekst') || (row.nextElementSibling?.matches('.notat-tekst') ?? false)
  return !isBound && row.querySelector('th[scope="col"], [role="columnheader"]') === null && !(row as HTMLElement).style.transform
}

/** Values stand one to three boxes deeper. */
export function wrapValues(random: Dice): void {
  for (const value of valueBoxes()) {
    if (value.childNodes.length === 0) continue
    for (let depth = random.int(1, 3); depth > 0; depth -= 1) {
      const wrapper = document.createElement(random.chance(0.5) ? 'span' : 'div')
      wrapper.append(...value.childNodes)
      value.append(wrapper)
    }
  }
}

export function valueBoxes(): Element[] {
  return [...document.querySelectorAll('main dd, main td, main [role="gridcell"]')].filter(
    (box) => box.querySelector('iframe, textarea, select') === null,
  )
}

/** Tables and definition pairs become plain boxes that look the same. */
export function tablesToBoxes(): void {
  for (const old of document.querySelectorAll('main dt, main dd')) replaceBy(old, 'div')
  for (const tag of ['th', 'td', 'tr', 'tbody', 'thead', 'table']) {
    for (const old of document.querySelectorAll(`main ${tag}`)) replaceBy(old, 'div')
  }
}

function replaceBy(old: Element, tag: string): void {
  const { display } = getComputedStyle(old)
  const box = document.createElement(tag)
  for (const { name, value } of old.attributes) if (!['scope', 'colspan'].includes(name)) box.setAttribute(name, value)
  if (display !== 'block') box.style.display = display
  box.append(...old.childNodes)
  old.replaceWith(box)
}

/** The citizen's header moves into an open shadow root. */
export function headerToShadow(): void {
  const header =
    document.querySelector('header[aria-label="Borger"]') ??
    [...document.querySelectorAll('[data-person-id]')]
      .find((person) => person.checkVisibility())
      ?.querySelector('.person-hoved, [id^="person-hoved"]')?.parentElement
  if (!header || header.shadowRoot) return
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  root.append(...[...header.childNodes].filter((node) => !(node instanceof Element && node.matches('.arbejdsflade'))))
  header.prepend(host)
}

/** A banner the host puts up for its own purposes. */
export function insertBanner(random: Dice): void {
  const texts = [
    'Nyt i systemet: læs om den nye kalender',
    'Driftsmeddelelse: planlagt vedligehold på søndag',
    'Husk: kursus i god journalføring torsdag kl. 13',
  ]
  const places = random
    .shuffled([document.querySelector('main'), ...document.querySelectorAll('main section, main > div')].filter((place) => place !== null))
    .slice(0, 3)
  for (const place of places) {
    const banner = document.createElement('div')
    banner.append(
      Object.assign(document.createElement('strong'), { textContent: texts[random.int(0, 2)] ?? '' }),
      Object.assign(document.createElement('a'), { href: '#', textContent: 'Læs mere' }),
    )
    place.prepend(banner)
  }
}

/** Each text is cut into two or three text nodes. */
export function splitTexts(random: Dice): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if ((node.nodeValue ?? '').trim().length > 3) texts.push(node as Text)
  for (const text of texts) {
    const rest = text.splitText(random.int(1, text.length - 1))
    if (rest.length > 2 && random.chance(0.5)) rest.splitText(1)
  }
}
