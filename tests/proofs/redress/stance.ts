import type { Page } from '@playwright/test'
import type { CaseRecord } from '#demo/data/case-record.ts'
import type { Dialect, Stage } from '../support/stage.ts'
import { installRedress } from './in-page.ts'
import type { Place } from './trick.ts'

/** Our parts answer no press on what has just come or moved. */
export const SETTLED_MS = 700

/** Where the user stands: a page whose bar offers a next action that leads somewhere else. */
export interface Stance {
  readonly stage: Stage
  readonly page: Page
  readonly dialect: Dialect
  /** Read first: in dialect K a next action leads to the pane it is read on, so the press is made on another pane. */
  readonly read: string
  readonly stand: string
}

/** The first case whose bar offers something to press, in a tab of its own. */
export async function takeStance(stage: Stage, dialect: Dialect, cases: readonly CaseRecord[]): Promise<Stance> {
  const page = await stage.newTab()
  await page.addInitScript(installRedress)
  for (const found of cases) {
    const read = stage.address(dialect, found, 'contact')
    const stance = { stage, page, dialect, read, stand: dialect === 'M' ? read : stage.address(dialect, found, 'tasks') }
    if (await arrive(stance)) return stance
  }
  throw new Error('no case offers a next action')
}

/** A fresh page with the bar at rest on it; gives where its first action lies. */
export async function arrive({ page, read, stand }: Stance): Promise<Place | null> {
  await leave(page)
  await page.mouse.move(2, 2)
  await page.goto(read)
  if (!(await settle(page))) return null
  if (stand === read) return placeOf(page)
  await page.evaluate((hash) => {
    location.hash = hash
  }, new URL(stand).hash)
  return (await settle(page)) ? placeOf(page) : null
}

/** The page may still be on its way to where an act leads. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank').catch(async () => page.goto('about:blank'))
}

/** Back to where the user stood before an act, without a new page where the act made none. */
export async function goBack(stance: Stance): Promise<Place | null> {
  const { page, stand, dialect } = stance
  if (dialect === 'M') return arrive(stance)
  await page.mouse.move(2, 2)
  await page.evaluate((hash) => {
    location.hash = hash
  }, new URL(stand).hash)
  return (await settle(page)) ? placeOf(page) : null
}

/** Waits until the same first action has stood in the same place for a while. */
async function settle(page: Page): Promise<boolean> {
  return page
    .waitForFunction(
      (rest) => {
        delete window.redressButton
        const button = window.redress.button()
        const { left, top, width } = button.getBoundingClientRect()
        const now = `${left} ${top} ${button.textContent} ${location.href}`
        const shown = button.matches('.sh-bar-action') && width > 0 && button.checkVisibility({ visibilityProperty: true })
        if (!shown || window.redressRest?.of !== now) window.redressRest = { of: shown ? now : '', since: performance.now() }
        return shown && performance.now() - window.redressRest.since > rest
      },
      SETTLED_MS,
      { timeout: 7000, polling: 50 },
    )
    .then(() => true)
    .catch(() => false)
}

/** Where the button lies now, wherever the page has put it. */
export async function placeOf(page: Page): Promise<Place | null> {
  return page.evaluate(() => {
    const box = window.redress.button().getBoundingClientRect()
    const isButton = window.redress.button().matches('.sh-bar-action')
    return isButton && box.width > 0 ? { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) } : null
  })
}

/** What an act leaves behind: another address, another setting, a panel, something saved. */
export async function traces({ stage, page }: Pick<Stance, 'stage' | 'page'>): Promise<string> {
  const inside = await stage.browser.worker.evaluate(async () =>
    JSON.stringify([(await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length, await chrome.storage.local.get(null)]),
  )
  return `${page.url().replace(/#$/, '')} ${page.context().pages().length} ${inside}`
}
