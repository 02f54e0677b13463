import type { Page } from '@playwright/test'
import type { Tally } from '../support/tally.ts'
import { arrive, type Stance, traces } from './stance.ts'
import { press, type Place } from './trick.ts'

const ANSWER_MS = 450
const LATE_MS = 1500
/** As long as people need to see what has opened. */
const SEEN_MS = 700

/** A part of the overlay, how a user gets to it, and how many of its controls are pressed. */
interface Part {
  readonly name: string
  /** Controls pressed on the way, by selector. */
  readonly way: readonly string[]
  readonly inside: string
  readonly most: number
}

const LIST = '.sh-list'
const CARD = '[role="dialog"]'
const PARTS: readonly Part[] = [
  { name: 'bar', way: [], inside: '.sh-bar', most: 6 },
  { name: 'message', way: [], inside: '.sh-chip', most: 2 },
  { name: 'hints', way: [], inside: '[data-slot^="marker:"]', most: 4 },
  { name: 'list', way: ['.sh-bar-more'], inside: LIST, most: 5 },
  { name: 'Hvorfor?', way: ['.sh-bar-more', `${LIST} button[aria-label^="Hvorfor"]`], inside: CARD, most: 8 },
  {
    name: 'Udsæt',
    way: ['.sh-bar-more', `${LIST} button[aria-label^="Hvorfor"]`, `${CARD} .sh-put-away .sh-row button:first-child`],
    inside: '[data-act="snooze"]',
    most: 1,
  },
  {
    name: 'Skjul',
    way: ['.sh-bar-more', `${LIST} button[aria-label^="Hvorfor"]`, `${CARD} .sh-put-away .sh-row button:last-child`],
    inside: '[data-act="dismiss"]',
    most: 1,
  },
]

/** Real presses of a user who sees what she presses, on a page that nobody has touched: each must be answered. */
export async function honestPresses(stance: Stance, tally: Tally): Promise<number> {
  let pressed = 0
  for (const part of PARTS) {
    const names = await reach(stance, part)
    for (let at = 0; at < Math.min(names.length, part.most); at += 1) {
      if (at > 0) await reach(stance, part)
      await pressOne(stance, tally, { part, at })
      pressed += 1
    }
  }
  return pressed + (await honestKeys(stance, tally))
}

async function pressOne(stance: Stance, tally: Tally, { part, at }: { readonly part: Part; readonly at: number }): Promise<void> {
  const control = (await controlsIn(stance.page, part.inside))[at]
  if (!control) return
  const { ok, why } = await isAnswered(stance, control)
  tally.check('false refusal', ok, () => `${stance.dialect}, ${part.name}, "${control.name}": ${why}`)
}

/** Presses, and tells whether anything came of it. */
export async function isAnswered(stance: Stance, at: Place): Promise<{ readonly ok: boolean; readonly why: string }> {
  const before = await stateOf(stance)
  await press(stance.page, at)
  await stance.page.waitForTimeout(ANSWER_MS)
  const refused = await toldRefused(stance.page)
  // A page that an act leads to may come late.
  if (refused === '' && before === (await stateOf(stance))) await stance.page.waitForTimeout(LATE_MS)
  return { ok: refused === '' && before !== (await stateOf(stance)), why: refused === '' ? 'no answer' : refused }
}

/** To the bar by its key, along it, and Enter: without waiting, as people do who know their way. */
async function honestKeys(stance: Stance, tally: Tally): Promise<number> {
  await arrive(stance)
  const before = await stateOf(stance)
  for (const key of ['Alt+Shift+KeyS', 'Enter']) {
    await stance.page.keyboard.press(key)
    await stance.page.waitForTimeout(120)
  }
  await stance.page.waitForTimeout(ANSWER_MS)
  const refused = await toldRefused(stance.page)
  tally.check('false refusal', !refused && before !== (await stateOf(stance)), () => `${stance.dialect}, keys: ${refused || 'no answer'}`)
  return 1
}

/** A fresh page with the part open; gives the names of its controls. */
async function reach(stance: Stance, { way, inside }: Part): Promise<readonly string[]> {
  await closePanel(stance)
  await arrive(stance)
  for (const step of way) {
    const [control] = await controlsIn(stance.page, step)
    if (!control) return []
    await press(stance.page, control)
    await stance.page.waitForTimeout(SEEN_MS)
  }
  return (await controlsIn(stance.page, inside)).map(({ name }) => name)
}

/** So that opening it is seen. */
async function closePanel({ stage }: Stance): Promise<void> {
  for (const enabled of [false, true])
    await stage.control.evaluate(async (allowed) => {
      await chrome.sidePanel.setOptions({ enabled: allowed })
    }, enabled)
}

interface Control {
  readonly name: string
  readonly x: number
  readonly y: number
}

/** The buttons in a part of the overlay, or the button itself, that lie in the window and under nothing of ours. */
async function controlsIn(page: Page, selector: string): Promise<readonly Control[]> {
  return page.evaluate((css) => {
    const root = window.redress.root()
    const found = [...root.querySelectorAll(css)].flatMap((part) =>
      part.matches('button') ? [part] : [...part.querySelectorAll('button')],
    )
    return found.flatMap((button) => {
      const box = button.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const lies = root.elementFromPoint(x, y)
      const name = button.getAttribute('aria-label') ?? button.textContent
      return box.width > 0 && lies !== null && button.contains(lies) ? [{ name, x, y }] : []
    })
  }, selector)
}

/** What a user could see of an answer. */
async function stateOf(stance: Stance): Promise<string> {
  const shown = await stance.page
    .evaluate(() => {
      const root = window.redress.root()
      const open = [...root.querySelectorAll('[aria-expanded="true"], [role="dialog"], .sh-list, .sh-chip, .sh-ring')]
      return open.map((one) => `${one.className} ${one.textContent}`).join('|')
    })
    .catch(() => 'another page')
  return `${await traces(stance)} ${shown}`
}

async function toldRefused(page: Page): Promise<string> {
  return page
    .evaluate(() => {
      const told = [...window.redress.root().querySelectorAll('[role="status"]')].map(({ textContent }) => textContent ?? '')
      return told.find((text) => text.includes('Klikket blev ikke udført')) ?? ''
    })
    .catch(() => '')
}
