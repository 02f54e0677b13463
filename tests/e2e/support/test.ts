import { test as base, type Page } from '@playwright/test'
import type { StandIn } from '#demo/server/stand-in.ts'
import { launch, type Launched } from './launch.ts'
import { startPractice } from './stand-in.ts'

/** A test with one browser for the file's whole run: start-up costs more than a test. */
export const test = base.extend<{ page: Page }, { browserWithExtension: Launched; standIn: StandIn }>({
  browserWithExtension: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from its pattern.
    async ({}, use) => {
      const launched = await launch()
      await use(launched)
      await launched.close()
    },
    { scope: 'worker' },
  ],
  standIn: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const standIn = await startPractice()
      await use(standIn)
      await standIn.stop()
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
