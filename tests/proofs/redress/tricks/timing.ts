import { pressAtOnce, type Trick } from '../trick.ts'

/** What the user aimed at is no longer there when the button of the mouse goes down. */
export const TIMING: readonly Trick[] = [
  {
    name: 'uncovered right before the press',
    hold: 'own',
    set: (at) => {
      const over = window.redress.cover('pointer-events:none', at)
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (Math.hypot(clientX - at.x, clientY - at.y) > 3 || !over.isConnected) return
        over.remove()
        window.redress.evidence = 'the cover went'
      })
    },
    user: async (page, at) => pressAtOnce(page, at),
  },
  {
    name: 'shown again right before the press',
    hold: 'own',
    set: (at) => {
      document.documentElement.style.opacity = '0.01'
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (Math.hypot(clientX - at.x, clientY - at.y) > 3 || document.documentElement.style.opacity === '') return
        document.documentElement.style.opacity = ''
        window.redress.evidence = 'the page came back'
      })
    },
    user: async (page, at) => pressAtOnce(page, at),
  },
  {
    name: 'the second click of a double click',
    hold: 'own',
    set: (at) => {
      const over = window.redress.cover('', at, 'button')
      over.addEventListener('mousedown', () => {
        over.remove()
        window.redress.evidence = 'the first click took the cover away'
      })
    },
    user: async (page, at) => {
      await page.mouse.move(at.x, at.y)
      await page.mouse.click(at.x, at.y)
      await page.waitForTimeout(110)
      await page.mouse.click(at.x, at.y)
    },
  },
  {
    name: 'the page pushed so that our button slides under the pointer',
    hold: 'own',
    set: (at) => {
      window.redress.shield()
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (Math.hypot(clientX - at.x, clientY - at.y - 60) > 3 || window.redress.evidence !== '') return
        const before = window.redress.button().getBoundingClientRect().top
        document.documentElement.style.cssText += 'position:relative;top:60px'
        window.redress.evidence = window.redress.button().getBoundingClientRect().top === before ? '' : 'the page was pushed'
      })
    },
    user: async (page, { x, y }) => pressAtOnce(page, { x, y: y + 60 }),
  },
  {
    name: 'the page moved so that our button slides under the pointer',
    hold: 'own',
    set: (at) => {
      window.redress.shield()
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (Math.hypot(clientX - at.x, clientY - at.y - 60) > 3 || window.redress.evidence !== '') return
        document.documentElement.style.translate = '0 60px'
        window.redress.evidence = 'the page was moved'
      })
    },
    user: async (page, { x, y }) => pressAtOnce(page, { x, y: y + 60 }),
  },
  {
    name: 'the page scrolled so that our button slides under the pointer',
    hold: 'own',
    set: (at) => {
      window.redress.shield()
      window.redress.style('html,body{min-height:4000px!important;height:auto!important;overflow:visible!important}')
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (Math.hypot(clientX - at.x, clientY - at.y + 50) > 3 || window.redress.evidence !== '') return
        const before = window.redress.button().getBoundingClientRect().top
        window.scrollBy({ top: 50, behavior: 'instant' })
        const moved = before - window.redress.button().getBoundingClientRect().top
        window.redress.evidence = moved > 20 ? 'the page scrolled' : ''
      })
    },
    user: async (page, { x, y }) => pressAtOnce(page, { x, y: y - 50 }),
  },
  {
    name: 'our host put back elsewhere right before the press',
    hold: 'own',
    set: (at) => {
      window.redress.shield()
      const box = document.createElement('div')
      box.style.cssText = 'position:absolute;left:0;top:60px;z-index:2147483647'
      document.documentElement.append(box)
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        if (Math.hypot(clientX - at.x, clientY - at.y - 60) > 3 || window.redress.evidence !== '') return
        box.append(window.redress.host())
        window.redress.evidence = 'the host went elsewhere'
      })
    },
    user: async (page, { x, y }) => pressAtOnce(page, { x, y: y + 60 }),
  },
]
