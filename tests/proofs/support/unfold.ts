import type { Page } from '@playwright/test'
import { attachSidePanel, type SidePanel } from '#build/browser/side-panel.ts'
import type { Stage } from './stage.ts'

/** Opens the real side panel in the window of the page in front. */
export async function openPanel(stage: Stage, page: Page): Promise<SidePanel> {
  const tab = await stage.tabId(page)
  await stage.control.evaluate(async (tabId) => chrome.sidePanel.open({ tabId }), tab)
  await page.bringToFront()
  return attachSidePanel(stage.browser.context)
}

/** Unfolds everything that can be unfolded, `rounds` levels deep. Runs in a page of ours or on the overlay. */
export async function unfoldAll(rounds: number): Promise<number> {
  const root: ParentNode =
    location.protocol === 'chrome-extension:' ? document : (document.querySelector('[data-sagshjaelp]')?.shadowRoot ?? document)
  let opened = 0
  for (let round = 0; round < rounds; round += 1) {
    const closed = [...root.querySelectorAll<HTMLElement>('.sh-disclosure-button[aria-expanded="false"], summary:not([open])')]
    for (const button of closed) button.click()
    opened += closed.length
    await new Promise((resolve) => {
      setTimeout(resolve, 120)
    })
    if (closed.length === 0) break
  }
  return opened
}

/** What was shown while walking through the overlay. */
export interface Walk {
  readonly cards: number
  readonly texts: readonly string[]
}

/**
 * Opens the overlay's list and "Hvorfor?" of up to `most` lines, by real keys: what a page makes up is ignored there.
 * Gives the text of every element that was ever shown.
 */
export async function walkOverlay(page: Page, most: number): Promise<Walk> {
  const texts = new Set<string>()
  const note = async () => {
    for (const text of await page.evaluate(textsInOverlay)) texts.add(text)
  }
  let cards = 0
  let count = await openList(page)
  await note()
  for (let at = 0; at < Math.min(count, most); at += 1) {
    await press(page, '.sh-list li button[aria-label^="Hvorfor"]', at)
    const open = await page.evaluate(() => document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector('[role=dialog]') !== null)
    if (open) cards += 1
    await note()
    if (open) await page.keyboard.press('Escape')
    count = await openList(page)
  }
  return { cards, texts: [...texts] }
}

async function openList(page: Page): Promise<number> {
  const isOpen = () => document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector('.sh-list') !== null
  if (!(await page.evaluate(isOpen))) await press(page, '.sh-bar-more', 0)
  await press(page, '.sh-list .sh-disclosure-button[aria-expanded="false"]', 0)
  return page.evaluate(
    () =>
      document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelectorAll('.sh-list li button[aria-label^="Hvorfor"]').length ?? 0,
  )
}

/** Focuses a control of the overlay and presses Enter. Nothing happens when it is not there. */
export async function press(page: Page, selector: string, at: number): Promise<boolean> {
  const there = await page.evaluate(
    ({ css, index }) => {
      const control = document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelectorAll<HTMLElement>(css)[index]
      control?.focus({ preventScroll: true })
      return control !== undefined
    },
    { css: selector, index: at },
  )
  if (!there) return false
  await page.keyboard.press('Enter')
  await page.evaluate(
    async () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 0))
      }),
  )
  return true
}

/** Stands alone. */
export function textsInOverlay(): readonly string[] {
  return [...(document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelectorAll(':not(style)') ?? [])]
    .map((element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.nodeValue ?? '')
        .join(''),
    )
    .filter((text) => text.trim() !== '')
}
