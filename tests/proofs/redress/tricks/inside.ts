import { press, type Trick } from '../trick.ts'

/** The root is open: the page writes into our own part. */
export const INSIDE: readonly Trick[] = [
  {
    name: 'our parts made transparent from within',
    hold: 'look',
    set: () => window.redress.style('[data-slot]{opacity:.01!important}', 'root'),
  },
  {
    name: 'our words made transparent',
    hold: 'look',
    set: () => window.redress.style('.sh-bar *{color:transparent!important;-webkit-text-fill-color:transparent!important}', 'root'),
  },
  {
    name: 'our words moved out of their button',
    hold: 'look',
    set: () => window.redress.style('.sh-bar button{text-indent:-999px!important;overflow:hidden!important}', 'root'),
  },
  {
    name: 'other words by a pseudo-element',
    hold: 'look',
    set: () => window.redress.style('.sh-bar button *{font-size:0!important}.sh-bar button::before{content:"Luk";font-size:13px}', 'root'),
  },
  {
    name: 'our button made a line',
    hold: 'look',
    aim: 'button',
    set: () => window.redress.style('.sh-bar .sh-bar-action{block-size:2px!important;overflow:hidden!important}', 'root'),
  },
  {
    name: 'our own rules taken away, the host made transparent',
    hold: 'look',
    set: () => {
      for (const sheet of window.redress.root().adoptedStyleSheets)
        for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) if (sheet.cssRules[at]?.cssText.startsWith(':host')) sheet.deleteRule(at)
      window.redress.host().style.cssText = 'opacity:.01;position:absolute;inset:0 auto auto 0;z-index:2147483647'
    },
  },
  {
    name: 'a style on the button itself',
    hold: 'look',
    set: () => window.redress.button().style.setProperty('opacity', '.01'),
  },
  {
    name: 'styled as a part',
    hold: 'look',
    set: () => {
      window.redress.button().setAttribute('part', 'bait')
      window.redress.style('[data-sagshjaelp]::part(bait){clip-path:inset(0 0 0 99%);opacity:.01!important}')
    },
  },
  {
    name: 'other words on the button',
    hold: 'look',
    set: () => {
      window.redress.button().textContent = 'Luk'
    },
  },
  {
    name: 'covered from within',
    hold: 'look',
    set: (at) => {
      window.redress.root().append(window.redress.cover('pointer-events:none', at))
    },
  },
  {
    name: 'the mark that the gate looks for taken away, and covered',
    hold: 'look',
    set: (at) => {
      window.redress.button().removeAttribute('data-act')
      window.redress.cover('pointer-events:none', at)
    },
  },
  {
    name: 'our part renamed, and covered',
    hold: 'look',
    set: (at) => {
      window.redress.button().closest('[data-slot]')?.setAttribute('data-slot', 'nothing')
      window.redress.cover('pointer-events:none', at)
    },
  },
  {
    name: 'a part of ours made up over the button, and covered',
    hold: 'look',
    set: (at) => {
      const part = document.createElement('div')
      part.setAttribute('data-slot', 'card')
      part.style.cssText = 'position:fixed;inset:0;pointer-events:none'
      window.redress.root().append(part)
      window.redress.cover('pointer-events:none', at)
    },
  },
  {
    name: 'our button taken out into the page',
    hold: 'look',
    set: ({ x, y }) => {
      const button = window.redress.button()
      button.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 40}px;width:200px;height:80px;opacity:.01;z-index:2147483647`
      document.body.append(button)
    },
  },
  {
    name: 'our button taken out of its part',
    hold: 'look',
    set: ({ x, y }) => {
      const button = window.redress.button()
      button.style.cssText = `position:fixed;left:${x - 100}px;top:${y - 40}px;width:200px;height:80px;z-index:2147483647`
      window.redress.root().append(button)
    },
  },
  {
    name: 'a label of the page for our button',
    hold: 'reached',
    set: ({ x, y }) => {
      window.redress.button().id = 'redress-target'
      const label = document.createElement('label')
      label.htmlFor = 'redress-target'
      label.textContent = 'Luk'
      label.style.cssText = `position:fixed;left:${x - 100}px;top:${y + 90}px;width:200px;height:40px;background:#fff;z-index:9`
      window.redress.root().append(label)
    },
    user: async (page, { x, y }) => press(page, { x, y: y + 110 }),
  },
  {
    name: 'pointer hidden and another drawn',
    hold: 'own',
    set: (at) => {
      window.redress.style('*{cursor:none!important}')
      window.redress.style('*{cursor:none!important}', 'root')
      const drawn = window.redress.cover('pointer-events:none;width:16px;height:20px;background:#000', at)
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        drawn.style.left = `${clientX + 160}px`
        drawn.style.top = `${clientY + 120}px`
        if (getComputedStyle(window.redress.button()).cursor === 'none') window.redress.evidence = 'another pointer is drawn'
      })
    },
  },
]
