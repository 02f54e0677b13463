/** A page's attempt to get a click on our part that the user did not mean, or could not see what it was. Runs in the page. */
export interface Trick {
  readonly name: string
  /** `made-up`: the page clicks itself; `covered`: the user is made to click where our button is. */
  readonly kind: 'made-up' | 'covered'
  /** Sets the trap. Given the button's place; stands alone. `text` is what differs between tricks of one shape. */
  readonly set: (at: Place) => void
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly css: string
}

const style = (name: string, css: string): Trick & { readonly css: string } => ({
  name,
  kind: 'covered',
  css,
  set: ({ css: text }) => {
    // A made sheet, because a hardened page's policy refuses inline styles.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    // Our host stands in the page, so the page may write into its style as well.
    const host = document.querySelector<HTMLElement>('[data-sagshjaelp]')
    for (const [, rules = ''] of text.matchAll(/\[data-sagshjaelp\]\{([^}]*)\}/g)) {
      const [property = '', value = ''] = rules.replace('!important', '').split(/:(.*)/)
      host?.style.setProperty(property, value, 'important')
    }
  },
})

const cover = (name: string, css: string): Trick & { readonly css: string } => ({
  name,
  kind: 'covered',
  css,
  set: ({ x, y, css: text }) => {
    const over = document.createElement('div')
    over.className = 'redress'
    over.textContent = 'Vind en præmie'
    over.style.cssText = `position:fixed;left:${x - 200}px;top:${y - 60}px;width:400px;height:120px;background:#fff;z-index:2147483647;${text}`
    document.documentElement.append(over)
  },
})

const madeUp = (name: string, set: Trick['set']): Trick & { readonly css: string } => ({ name, kind: 'made-up', css: '', set })

export const TRICKS: readonly (Trick & { readonly css: string })[] = [
  style('host nearly transparent', '[data-sagshjaelp]{opacity:.01!important}'),
  style('host half transparent', '[data-sagshjaelp]{opacity:.5!important}'),
  style('page transparent', 'html{opacity:.02!important}'),
  style('body and host transparent together', 'html{opacity:.9!important}[data-sagshjaelp]{opacity:.9!important}'),
  style('filter opacity', '[data-sagshjaelp]{filter:opacity(0)!important}'),
  style('filter blur', '[data-sagshjaelp]{filter:blur(20px)!important}'),
  style('page filter brightness', 'html{filter:brightness(0)!important}'),
  style('page inverted', 'html{filter:invert(1) contrast(0)!important}'),
  style('blended away', '[data-sagshjaelp]{mix-blend-mode:difference!important}'),
  style('page clipped to nothing', 'html{clip-path:circle(0)!important}'),
  style('host clipped', '[data-sagshjaelp]{clip-path:inset(0 100% 0 0)!important}'),
  style('host masked', '[data-sagshjaelp]{mask-image:linear-gradient(transparent,transparent)!important}'),
  style('page masked', 'html{mask-image:linear-gradient(transparent,transparent)!important}'),
  style('host hidden', '[data-sagshjaelp]{visibility:hidden!important}'),
  style('host not displayed', '[data-sagshjaelp]{display:none!important}'),
  style('host skipped', '[data-sagshjaelp]{content-visibility:hidden!important}'),
  style('host made tiny', '[data-sagshjaelp]{transform:scale(.05)!important}'),
  style('host scaled on its own', '[data-sagshjaelp]{scale:.1!important}'),
  style('host turned', '[data-sagshjaelp]{transform:rotate(90deg)!important}'),
  style('host edge-on', 'html{perspective:100px}[data-sagshjaelp]{transform:rotateY(89deg)!important}'),
  style('page tiny', 'html{transform:scale(.1)!important}'),
  style(
    'covered by a pseudo-element',
    'body::after{content:"Tryk her";position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none}',
  ),
  cover('covered, clicks pass through', 'pointer-events:none'),
  cover('covered, nearly opaque', 'pointer-events:none;opacity:.97'),
  cover('covered by a picture', 'pointer-events:none;background:repeating-linear-gradient(45deg,#fff,#eee 10px)'),
  cover(
    'covered with a hole for the pointer',
    'clip-path:polygon(0 0,100% 0,100% 100%,0 100%,0 0,49.5% 49%,49.5% 51%,50.5% 51%,50.5% 49%,49.5% 49%);pointer-events:none',
  ),
  {
    ...cover('covered by a popover', 'pointer-events:none;margin:0;border:0;padding:0'),
    set: ({ x, y, css: text }) => {
      const over = document.createElement('div')
      over.className = 'redress'
      over.popover = 'manual'
      over.textContent = 'Vind en præmie'
      over.style.cssText = `position:fixed;inset:auto;left:${x - 200}px;top:${y - 60}px;width:400px;height:120px;background:#fff;${text}`
      document.body.append(over)
      over.showPopover()
    },
  },
  {
    ...cover('behind a modal dialog', ''),
    set: () => {
      const over = document.createElement('dialog')
      over.className = 'redress'
      over.textContent = 'Vind en præmie'
      over.style.cssText = 'width:90vw;height:90vh;pointer-events:none'
      document.body.append(over)
      over.showModal()
    },
  },
  {
    ...cover('covered by a frame', ''),
    set: ({ x, y }) => {
      const over = document.createElement('iframe')
      over.className = 'redress'
      over.style.cssText = `position:fixed;left:${x - 200}px;top:${y - 60}px;width:400px;height:120px;z-index:2147483647;pointer-events:none;border:0;background:#fff`
      document.documentElement.append(over)
    },
  },
  {
    ...style('host inert', ''),
    set: () => {
      document.querySelector('[data-sagshjaelp]')?.setAttribute('inert', '')
    },
  },
  {
    ...style('styled from within', ''),
    set: () => {
      const root = document.querySelector('[data-sagshjaelp]')?.shadowRoot
      if (!root) return
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('[data-slot]{opacity:.01!important}')
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    },
  },
  {
    ...style('covered from within', ''),
    set: ({ x, y }) => {
      const over = document.createElement('div')
      over.className = 'redress'
      over.textContent = 'Vind'
      over.style.cssText = `position:fixed;left:${x - 200}px;top:${y - 60}px;width:400px;height:120px;background:#fff;z-index:2147483647;pointer-events:none`
      document.querySelector('[data-sagshjaelp]')?.shadowRoot?.append(over)
    },
  },
  {
    ...style('moved under the pointer', ''),
    set: () => {
      // The whole page jumps the moment before the click, so that another button lies under the pointer.
      document.addEventListener(
        'pointermove',
        () => {
          const host = document.querySelector<HTMLElement>('[data-sagshjaelp]')
          if (host) host.style.setProperty('transform', 'translate(30px, 0)', 'important')
          document.body.style.setProperty('padding-top', '40px')
        },
        { once: true, capture: true },
      )
    },
  },
  {
    ...style('moved between press and release', ''),
    set: () => {
      window.addEventListener(
        'pointerdown',
        () => {
          document.querySelector<HTMLElement>('[data-sagshjaelp]')?.style.setProperty('translate', '0 120px', 'important')
        },
        { once: true, capture: true },
      )
    },
  },
  madeUp('click()', () => {
    document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector<HTMLElement>('.sh-bar-action')?.click()
  }),
  madeUp('dispatched click', () => {
    document
      .querySelector('[data-sagshjaelp]')
      ?.shadowRoot?.querySelector('.sh-bar-action')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }))
  }),
  madeUp('dispatched press and release', () => {
    const button = document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector('.sh-bar-action')
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      button?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, button: 0 }))
  }),
  madeUp('dispatched keys', () => {
    const button = document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector<HTMLElement>('.sh-bar-action')
    button?.focus()
    for (const key of ['Enter', ' '])
      for (const type of ['keydown', 'keypress', 'keyup'])
        button?.dispatchEvent(new KeyboardEvent(type, { key, code: key === ' ' ? 'Space' : key, bubbles: true, composed: true }))
  }),
  madeUp('dispatched shortcut', () => {
    for (const target of [window, document, document.body])
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'S', code: 'KeyS', altKey: true, shiftKey: true, bubbles: true }))
  }),
  madeUp('a label for the button', () => {
    const root = document.querySelector('[data-sagshjaelp]')?.shadowRoot
    const button = root?.querySelector('.sh-bar-action')
    if (!root || !button) return
    button.id = 'redress-target'
    const label = document.createElement('label')
    label.className = 'redress'
    label.htmlFor = 'redress-target'
    root.append(label)
    label.click()
  }),
  madeUp('a form that submits it', () => {
    const button = document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector<HTMLButtonElement>('.sh-bar-action')
    if (!button) return
    button.setAttribute('command', 'show-modal')
    button.dispatchEvent(new Event('command', { bubbles: true }))
    button.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
    button.dispatchEvent(new Event('press', { bubbles: true }))
  }),
]

/** Keeps how our host was styled. Runs in the page. */
export function rememberHost(): void {
  document.documentElement.dataset['hostStyle'] = document.querySelector('[data-sagshjaelp]')?.getAttribute('style') ?? ''
}

/** Takes every trap away. Runs in the page. */
export function clearTraps(): void {
  const host = document.querySelector<HTMLElement>('[data-sagshjaelp]')
  const root = host?.shadowRoot
  for (const place of [document, root]) for (const one of place?.querySelectorAll('.redress') ?? []) one.remove()
  host?.removeAttribute('inert')
  host?.setAttribute('style', document.documentElement.dataset['hostStyle'] ?? '')
  document.body.style.removeProperty('padding-top')
  document.adoptedStyleSheets = []
  if (root)
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
      (sheet) => !([...sheet.cssRules].length === 1 && [...sheet.cssRules][0]?.cssText.includes('opacity: 0.01')),
    )
}
