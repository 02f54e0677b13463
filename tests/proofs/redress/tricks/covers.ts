import type { Trick } from '../trick.ts'

/** Something lies over the button, mostly so that clicks pass through it. */
export const COVERS: readonly Trick[] = [
  { name: 'covered, clicks pass through', hold: 'look', set: (at) => void window.redress.cover('pointer-events:none', at) },
  { name: 'covered, nearly opaque', hold: 'look', set: (at) => void window.redress.cover('pointer-events:none;opacity:.97', at) },
  {
    name: 'covered by a picture',
    hold: 'look',
    set: (at) => void window.redress.cover('pointer-events:none;background:repeating-linear-gradient(45deg,#fff,#eee 10px)', at),
  },
  {
    name: 'covered, blended to white',
    hold: 'look',
    set: (at) => void window.redress.cover('pointer-events:none;mix-blend-mode:screen', at),
  },
  {
    name: 'blurred from above',
    hold: 'look',
    set: (at) => void window.redress.cover('pointer-events:none;background:none;color:transparent;backdrop-filter:blur(14px)', at),
  },
  {
    name: 'covered but for a hole under the pointer',
    hold: 'look',
    set: (at) =>
      void window.redress.cover(
        'pointer-events:none;clip-path:polygon(0 0,100% 0,100% 100%,0 100%,0 0,49.5% 49%,49.5% 51%,50.5% 51%,50.5% 49%,49.5% 49%)',
        at,
      ),
  },
  {
    name: 'covered by a pseudo-element',
    hold: 'look',
    set: () =>
      window.redress.style('html::after{content:"Tryk her";position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none}'),
  },
  {
    name: 'covered by a canvas',
    hold: 'look',
    set: (at) => void window.redress.cover('pointer-events:none', at, 'canvas'),
  },
  {
    name: 'covered by a frame, clicks pass through',
    hold: 'look',
    set: (at) => void window.redress.cover('pointer-events:none', at, 'iframe'),
  },
  { name: 'covered by a frame', hold: 'look', set: (at) => void window.redress.cover('', at, 'iframe') },
  {
    name: 'covered by a popover',
    hold: 'look',
    set: (at) => {
      const over = window.redress.cover('pointer-events:none', at)
      over.popover = 'manual'
      over.showPopover()
    },
  },
  {
    name: 'behind a modal dialog',
    hold: 'look',
    set: (at) => {
      const over = window.redress.cover('pointer-events:none', at, 'dialog')
      if (over instanceof HTMLDialogElement) over.showModal()
    },
  },
  {
    name: 'behind a full screen element',
    hold: 'look',
    lies: 1500,
    set: (at) => {
      const over = window.redress.cover('pointer-events:none', at)
      // Needs a press of the user, which any page gets sooner or later.
      document.addEventListener('pointerdown', () => void over.requestFullscreen(), { once: true, capture: true })
    },
    user: async (page, at) => {
      await page.mouse.click(640, 880)
      await page.waitForTimeout(900)
      await page.mouse.click(at.x, at.y)
    },
  },
  {
    name: 'put on top again in every frame',
    hold: 'look',
    set: (at) => {
      const over = window.redress.cover('pointer-events:none', at)
      const again = () => {
        document.documentElement.append(over)
        requestAnimationFrame(again)
      }
      again()
    },
  },
  {
    name: 'a dragged thing under the pointer',
    hold: 'look',
    set: (at) => {
      const drawn = window.redress.cover('pointer-events:none', at)
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        drawn.style.left = `${clientX - 200}px`
        drawn.style.top = `${clientY - 60}px`
      })
    },
  },
  {
    name: 'a frozen picture of the page over it',
    hold: 'look',
    lies: 900,
    set: async (at) => {
      window.redress.style(
        '::view-transition{pointer-events:none}::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:60s}::view-transition-new(root){display:none}',
      )
      const over = window.redress.cover('', at)
      document.startViewTransition(() => over.remove())
      await new Promise((resolve) => {
        setTimeout(resolve, 400)
      })
    },
  },
  {
    name: 'a copy of our host over it',
    hold: 'look',
    set: () => {
      const copy = window.redress.host().cloneNode(false)
      if (!(copy instanceof HTMLElement)) return
      const inside = copy.attachShadow({ mode: 'open' })
      inside.adoptedStyleSheets = [...window.redress.root().adoptedStyleSheets]
      for (const node of window.redress.root().childNodes) inside.append(node.cloneNode(true))
      for (const text of inside.querySelectorAll('.sh-bar-label')) text.textContent = 'Luk'
      copy.dataset['copy'] = ''
      document.documentElement.append(copy)
    },
  },
  { name: 'our host inert', hold: 'look', set: () => void window.redress.host().setAttribute('inert', '') },
  {
    name: 'our host put into something transparent',
    hold: 'look',
    set: () => {
      const box = document.createElement('div')
      box.style.cssText = 'opacity:.01;position:absolute;inset:0 auto auto 0;z-index:2147483647'
      document.documentElement.append(box)
      box.append(window.redress.host())
    },
  },
]
