import type { Trick } from '../trick.ts'

const nobody = async () => {}

/** Presses that the page makes up, or real keys that it leads to our button. */
export const MADE_UP: readonly Trick[] = [
  { name: 'click()', hold: 'made-up', set: () => window.redress.button().click(), user: nobody },
  {
    name: 'press and release made up',
    hold: 'made-up',
    set: () => {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        window.redress
          .button()
          .dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, button: 0, detail: 1 }))
    },
    user: nobody,
  },
  {
    name: 'keys made up',
    hold: 'made-up',
    set: () => {
      window.redress.button().focus()
      for (const key of ['Enter', ' '])
        for (const type of ['keydown', 'keypress', 'keyup'])
          window.redress
            .button()
            .dispatchEvent(new KeyboardEvent(type, { key, code: key === ' ' ? 'Space' : key, bubbles: true, composed: true }))
    },
    user: nobody,
  },
  {
    name: 'a real click of the user sent on to our button',
    hold: 'made-up',
    set: () => {
      document.addEventListener('click', (event) => {
        // An event that is on its way cannot be sent again; a moment later it can.
        setTimeout(() => window.redress.button().dispatchEvent(event), 0)
      })
    },
    user: async (page) => page.mouse.click(640, 880),
  },
  {
    name: 'what the browser tells of sight is forged, and the page transparent',
    hold: 'look',
    set: () => {
      const { host } = window.redress
      Element.prototype.checkVisibility = () => true
      window.getComputedStyle = () => document.createElement('div').style
      Document.prototype.elementFromPoint = () => host()
      Object.defineProperty(IntersectionObserverEntry.prototype, 'isVisible', { get: () => true })
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true })
      window.redress.style('html{opacity:.02}')
    },
  },
  {
    name: 'the focus led to our button, then Enter',
    hold: 'reached',
    set: () => window.redress.button().focus(),
    user: async (page) => page.keyboard.press('Enter'),
  },
  {
    name: 'the focus led to our button, then the space bar',
    hold: 'reached',
    set: () => window.redress.button().focus(),
    user: async (page) => page.keyboard.press('Space'),
  },
  {
    name: 'the focus led to our button at the tabulator, then Enter at once',
    hold: 'reached',
    set: () => {
      window.addEventListener('keydown', (event) => {
        if (event.key !== 'Tab') return
        event.preventDefault()
        window.redress.button().focus()
      })
    },
    user: async (page) => {
      await page.keyboard.press('Tab')
      await page.waitForTimeout(80)
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'the focus led back to our button after a refusal',
    hold: 'reached',
    set: () => {
      window.redress.button().focus()
      window.addEventListener('keydown', () => {
        window.redress.button().blur()
        window.redress.button().focus()
      })
    },
    user: async (page) => {
      for (const key of ['Enter', 'Enter', 'Enter']) {
        await page.keyboard.press(key)
        await page.waitForTimeout(150)
      }
    },
  },
]
