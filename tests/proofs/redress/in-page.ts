/** Tools that every trick of the page may use; put into the page before the tricks. */
export interface Redress {
  host(): HTMLElement
  root(): ShadowRoot
  button(): HTMLElement
  /** A sheet for the page, or for the inside of our root. A policy of the page may refuse inline styles, so it is made. */
  style(css: string, where?: 'page' | 'root'): void
  /** Something over the button. */
  cover(css: string, at: { readonly x: number; readonly y: number }, name?: string): HTMLElement
  /** Something behind our parts that swallows every press on the page itself, so that only our own acts are seen. */
  shield(): void
  /** Whatever shows that a trick took hold. */
  evidence: string
  /** Trusted and made-up events that were on their way to the button. */
  reached: number
  madeUp: number
}

declare global {
  interface Window {
    redress: Redress
    redressButton?: HTMLElement
    redressRest?: { readonly of: string; readonly since: number }
  }
}

/** Runs in the page. */
export function installRedress(): void {
  const nothing = document.createElement('div')
  nothing.attachShadow({ mode: 'open' })
  const host = () => document.querySelector<HTMLElement>('[data-sagshjaelp]:not([data-copy])') ?? nothing
  const root = () => host().shadowRoot ?? new ShadowRoot()
  const button = () => (window.redressButton ??= root().querySelector<HTMLElement>('.sh-bar-action') ?? nothing)
  window.redress = {
    host,
    root,
    button,
    evidence: '',
    reached: 0,
    madeUp: 0,
    style: (css, where = 'page') => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      const place = where === 'root' ? root() : document
      place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet]
    },
    shield: () => {
      const shield = document.createElement('div')
      shield.style.cssText = 'position:fixed;inset:-200px;z-index:2147300000'
      document.documentElement.append(shield)
    },
    cover: (css, { x, y }, name = 'div') => {
      const over = document.createElement(name)
      over.textContent = 'Vind en præmie'
      over.style.cssText = `position:fixed;inset:auto;left:${x - 200}px;top:${y - 60}px;width:400px;height:120px;margin:0;border:0;padding:0;background:#fff;color:#000;z-index:2147483647;${css}`
      document.documentElement.append(over)
      return over
    },
  }
  // Before the overlay's own listeners in the way of every event.
  const count = (event: Event) => {
    if (!event.composedPath().includes(button())) return
    if (event.isTrusted) window.redress.reached += 1
    else window.redress.madeUp += 1
  }
  for (const type of ['click', 'keydown'] as const) window.addEventListener(type, count, { capture: true })
}
