const CONTROLS = [
  'a[href]',
  'button',
  'input',
  'select',
  'textarea',
  'summary',
  'label',
  'iframe',
  'object',
  'embed',
  'video[controls]',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="button"]',
  '[role="link"]',
  '[role="tab"]',
  '[role="menuitem"]',
  '[role="checkbox"]',
  '[role="radio"]',
  '[role="switch"]',
  '[role="combobox"]',
  '[role="textbox"]',
  '[role="option"]',
].join(',')

/** Words that begin the name of a button which keeps, sends or undoes work. */
const SAVES = /^(gem|godkend|udsted|send|bekræft|afslut|annull|slet|fortryd|luk|ok\b|opret|registr|tilføj|videre|næste)/i

/** The nearest control that an element belongs to, seen through open shadow roots. */
export function controlOf(element: Element): Element | null {
  const own = element.closest(CONTROLS)
  if (own) return own
  // A custom element with a closed root may hold anything: treat it as a control, since it cannot be looked into.
  if (element.localName.includes('-') && !element.shadowRoot && element.childElementCount === 0) return element
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? controlOf(root.host) : null
}

/** Whether a control saves, sends or closes. */
export function isSaveControl(control: Element): boolean {
  if (control.matches('[type="submit"], form button:not([type])')) return true
  const name = control.getAttribute('aria-label') ?? (control instanceof HTMLInputElement ? control.value : control.textContent)
  return control.matches('button, a, input, [role="button"]') && SAVES.test((name ?? '').trim())
}

/** The topmost element of the page at a point, ours left out, seen into open shadow roots. */
export function hostElementAt(root: Document | ShadowRoot, at: { x: number; y: number }, self: Element): Element | null {
  // Asking for the whole stack costs several times as much as for its top: only where we are on top ourselves.
  const first = root.elementFromPoint(at.x, at.y)
  const top = first === self ? (root.elementsFromPoint(at.x, at.y).find((element) => element !== self) ?? null) : first
  if (!top?.shadowRoot || top.shadowRoot === root) return top
  return hostElementAt(top.shadowRoot, at, self) ?? top
}
