import { test as base, type Page } from '@playwright/test'
import { launch, type Launched } from './launch.ts'

/** A test with one browser for the file's whole run: start-up costs more than a test. */
export const test = base.extend<{ page: Page }, { browserWithExtension: Launched }>({
  browserWithExtension: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from its pattern.
    async ({}, use) => {
      const launched = await launch()
      await use(launched)
      await launched.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ browserWithExtension }, use) => {
    const page = await browserWithExtension.context.newPage()
    await use(page)
    await page.close()
  },
})

export { expect } from '@playwright/test'
