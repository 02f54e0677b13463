import type { Page } from '@playwright/test'
import { launch, type LaunchOptions } from '#build/browser/launch.ts'
import { differences, type Difference } from './compare.ts'
import { quiet, snapshotOf } from './faults.ts'
import { keepWatch, takeSnapshot, type Snapshot } from './in-page.ts'

/** How the extension went away, and what of it stayed. */
export interface Removal {
  readonly how: string
  readonly cameUp: boolean
  readonly differences: readonly Difference[]
  readonly hosts: string
  /** What a host that stayed says. */
  readonly says: string
}

// The browser reads a changed policy file within some seconds.
const POLICY_MS = 12_000

/** The extension is reloaded under an open case, as an update does it. */
export async function afterReload(address: string): Promise<Removal> {
  return removed(address, {}, 'reloaded under the page', async (page, { worker }) => {
    await worker.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0))
    await page
      .waitForFunction(
        () => document.querySelector('[data-sagshjaelp]')?.shadowRoot?.textContent?.includes('opdateret') ?? false,
        undefined,
        { timeout: 6000 },
      )
      .catch(() => undefined)
  })
}

/** The organisation switches it off while a case is open. Needs root, for a policy of the browser's own. */
export async function afterPolicy(address: string): Promise<Removal | null> {
  if (process.getuid?.() !== 0) return null
  return removed(address, { policy: { municipality: 'København' } }, 'switched off by policy', async (page, { setPolicy }) => {
    setPolicy({ features: { overlay: false, panel: false } })
    await page
      .locator('[data-sagshjaelp]')
      .waitFor({ state: 'detached', timeout: POLICY_MS })
      .catch(() => undefined)
  })
}

type Launch = Awaited<ReturnType<typeof launch>>

async function removed(
  address: string,
  options: LaunchOptions,
  how: string,
  remove: (page: Page, browser: Launch) => Promise<void>,
): Promise<Removal> {
  const browser = await launch(options)
  try {
    const page = await browser.context.newPage()
    await page.addInitScript(keepWatch)
    await page.goto(address)
    const cameUp = await page
      .locator('[data-sagshjaelp]')
      .waitFor({ state: 'attached', timeout: 9000 })
      .then(
        () => true,
        () => false,
      )
    await remove(page, browser)
    await quiet(page)
    await page.keyboard.press('Shift')
    const after: Snapshot = await page.evaluate(takeSnapshot)
    const says = await page.evaluate(() => document.querySelector('[data-sagshjaelp]')?.shadowRoot?.textContent ?? '')
    const without = await withoutUs(address)
    return { how, cameUp, differences: differences(without, after), hosts: after['hosts'] ?? '', says }
  } finally {
    await browser.close()
  }
}

async function withoutUs(address: string): Promise<Snapshot> {
  const { openProfile } = await import('../support/profile-browser.ts')
  const browser = await openProfile(null)
  try {
    const page = await browser.context.newPage()
    await page.addInitScript(keepWatch)
    return await snapshotOf(page, address)
  } finally {
    await browser.close()
    browser.throwAway()
  }
}
