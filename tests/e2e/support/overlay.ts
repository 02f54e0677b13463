import { expect, type Locator, type Page } from '@playwright/test'

/** The overlay as a user meets it. The locators see into its open shadow root. */
export interface OverlayParts {
  readonly host: Locator
  readonly bar: Locator
  /** Unfolds the list of everything open. */
  openList(): Promise<Locator>
  openPanel(): Promise<void>
}

// The overlay answers no click on what has not been in sight for half a second.
const SEEN_MS = 600

export function overlayOf(page: Page): OverlayParts {
  const host = page.locator('[data-sagshjaelp]')
  const bar = host.getByRole('group', { name: 'Næste handlinger' })
  const list = host.getByRole('region', { name: 'Alle hints i sagen' })
  const openList = async () => {
    await expect(bar).toBeVisible()
    await page.waitForTimeout(SEEN_MS)
    await bar.locator('.sh-bar-more').click()
    await expect(list).toBeVisible()
    await page.waitForTimeout(SEEN_MS)
    return list
  }
  return {
    host,
    bar,
    openList,
    openPanel: async () => {
      await expect(bar).toBeVisible()
      await page.waitForTimeout(SEEN_MS)
      const button = bar.getByRole('button', { name: 'Åbn Sagshjælps panel' })
      if (await button.isVisible()) return button.click()
      // Where the bar has little room, the way to the panel is in the list.
      await openList()
      await list.getByRole('button', { name: 'Se det hele i panelet' }).click()
      await bar.locator('.sh-bar-more').click()
    },
  }
}
