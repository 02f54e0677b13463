import controls from '#components/ui/controls.css?inline'
import tokens from '#components/ui/tokens.css?inline'
import advice from '#components/ui/advice/advice.css?inline'
import overlay from '#components/overlay/overlay.css?inline'
import type { Theme } from '#utils/storage/theme.ts'

/** The one element of ours in the page and what is in it. */
export interface ShadowHost {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  /** Where the overlay is rendered; carries tokens and theme. */
  readonly layer: HTMLElement
  setTheme(theme: Theme): void
  /** Puts the host into the page, if it is not there. */
  attach(): void
  /** Takes it out, with all that it holds, at once. */
  detach(): void
}

/** A shadow host beside `body`: the page's own nodes are not touched, and a framework that redraws `body` does not take it along. */
export function createShadowHost(document: Document): ShadowHost {
  const host = document.createElement('div')
  host.setAttribute('data-sagshjaelp', '')
  // Open: a closed root hides nothing from the page's scripts and would blind tests and accessibility tools.
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [tokens, controls, advice, overlay].map((css) => sheetOf(document, css))
  const layer = document.createElement('div')
  layer.className = 'sh-root sh-layer'
  root.append(layer)
  return {
    host,
    root,
    layer,
    setTheme: (theme) => {
      if (theme === 'system') layer.removeAttribute('data-theme')
      else layer.setAttribute('data-theme', theme)
    },
    attach: () => {
      if (!host.isConnected) document.documentElement.append(host)
    },
    detach: () => host.remove(),
  }
}

/** A constructed sheet, because the page's CSP may refuse style elements. It has to be of the page's own window. */
function sheetOf(document: Document, css: string): CSSStyleSheet {
  const Sheet = document.defaultView?.CSSStyleSheet ?? CSSStyleSheet
  const sheet = new Sheet()
  sheet.replaceSync(css)
  return sheet
}
