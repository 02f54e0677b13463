import { cleanText } from './labels.ts'
import { isMarkedHidden, isShadowRoot } from './visible.ts'

const BY_TAG: Readonly<Record<string, string>> = {
  A: 'link',
  BUTTON: 'button',
  SELECT: 'combobox',
  TEXTAREA: 'textbox',
  TABLE: 'table',
  TR: 'row',
  TD: 'cell',
  TH: 'columnheader',
  NAV: 'navigation',
  MAIN: 'main',
  HEADER: 'banner',
  FOOTER: 'contentinfo',
  SECTION: 'region',
  ARTICLE: 'article',
  ASIDE: 'complementary',
  FORM: 'form',
  UL: 'list',
  OL: 'list',
  LI: 'listitem',
  DIALOG: 'dialog',
  FIELDSET: 'group',
  DETAILS: 'group',
  IMG: 'img',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  PROGRESS: 'progressbar',
  DT: 'term',
  DD: 'definition',
  OUTPUT: 'status',
  SEARCH: 'search',
}
const BY_INPUT: Readonly<Record<string, string>> = {
  checkbox: 'checkbox',
  radio: 'radio',
  button: 'button',
  submit: 'button',
  reset: 'button',
  number: 'spinbutton',
  search: 'searchbox',
  range: 'slider',
  hidden: '',
  image: 'button',
}

/** CSS that finds all elements which may have a role, so that a role look-up never walks the page. */
export function roleSelector(role: string): string {
  const tags = Object.entries(BY_TAG)
    .filter(([, of]) => of === role)
    .map(([tag]) => tag.toLowerCase())
  const inputs = Object.entries(BY_INPUT)
    .filter(([, of]) => of === role)
    .map(([type]) => `input[type=${type}]`)
  const text = role === 'textbox' ? ['input', '[contenteditable]'] : []
  return [`[role~="${role}"]`, ...tags, ...inputs, ...text].join(',')
}

/** The element's role: the stated one, else what its tag means. */
export function roleOf(element: Element): string {
  const stated = element.getAttribute('role')?.trim().split(/\s+/)[0]
  if (stated) return stated
  if (element.tagName === 'INPUT') return BY_INPUT[element.getAttribute('type') ?? 'text'] ?? 'textbox'
  const editable = element.getAttribute('contenteditable')
  if (editable === '' || editable === 'true') return 'textbox'
  return BY_TAG[element.tagName] ?? ''
}

/** The name a screen reader would say, in the order of the standard; enough of it to find things by. */
export function accessibleName(element: Element): string {
  const named = byIds(element, 'aria-labelledby') || cleanText(element.getAttribute('aria-label') ?? '')
  if (named) return named
  if (isField(element)) return fieldName(element)
  return cleanText(nameFromContent(element)) || cleanText(element.getAttribute('title') ?? element.getAttribute('alt') ?? '')
}

function fieldName(element: Element): string {
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => labelWithoutFields(label)).filter(Boolean)
  return labels[0] ?? cleanText(element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '')
}

/** The texts that name a field: what a label, a legend, a placeholder or a tooltip says. */
export function labelWithoutFields(label: Element): string {
  return cleanText(nameFromContent(label))
}

/** Texts of the elements that an id list points to. */
export function byIds(element: Element, attribute: string): string {
  const root = element.getRootNode()
  const ids = element.getAttribute(attribute)?.trim().split(/\s+/) ?? []
  const texts = ids.map((id) => (id === '' ? null : elementById(root, id))).map((found) => (found ? nameFromContent(found) : ''))
  return cleanText(texts.join(' '))
}

export function elementById(root: Node, id: string): Element | null {
  if (root.nodeType === 9) return (root as Document).getElementById(id)
  return isShadowRoot(root) ? root.getElementById(id) : null
}

export function isField(element: Element): boolean {
  const { tagName } = element
  if (tagName === 'INPUT') return !['hidden', 'button', 'submit', 'reset', 'image', 'file'].includes(element.getAttribute('type') ?? 'text')
  if (tagName === 'SELECT' || tagName === 'TEXTAREA') return true
  const editable = element.getAttribute('contenteditable')
  return editable === '' || editable === 'true'
}

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SELECT', 'TEXTAREA', 'INPUT', 'svg'])

/** Text without fields and marked-hidden parts; an image gives its name. */
export function nameFromContent(element: Element): string {
  let text = ''
  for (const child of element.childNodes) {
    if (child.nodeType === 3) text += child.nodeValue ?? ''
    else if (child.nodeType === 1) text += nameOfChild(child as Element)
  }
  return text
}

const BLOCK = new Set(['DIV', 'P', 'LI', 'UL', 'TD', 'TH', 'TR', 'SECTION', 'BR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'DT', 'DD'])

function nameOfChild(child: Element): string {
  if (SKIPPED.has(child.tagName) || isMarkedHidden(child)) return ''
  if (child.tagName === 'IMG') return ` ${child.getAttribute('alt') ?? ''} `
  const inner = nameFromContent(child)
  return BLOCK.has(child.tagName) ? ` ${inner} ` : inner
}
