import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/gallery.ts'

const PANEL = [
  'open',
  'unverified',
  'unknown',
  'broken',
  'none',
  'many',
  'logged-out',
  'no-access',
  'settling',
  'waiting',
  'invalid',
  'disconnected',
  'guidance',
  'health',
  'connection',
  'switchboard',
]
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function faults(page: Page, include?: string) {
  const axe = new AxeBuilder({ page }).withTags(TAGS)
  const { violations, passes } = await (include ? axe.include(include) : axe).analyze()
  expect(passes.length).toBeGreaterThan(3)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

for (const theme of ['light', 'dark'] as const) {
  for (const view of PANEL) {
    test(`${view}, ${theme}: no fault, nothing cut off at 320 px`, async ({ page, gallery }) => {
      await page.setViewportSize({ width: 320, height: 900 })
      await page.goto(`${gallery}/index.html?view=${view}&theme=${theme}&away=1`)
      await page.locator('main').waitFor()
      // One of each kind is unfolded: the rest looks the same.
      for (const name of [
        /^Læst/,
        /^Fristerne/,
        /^Kan ikke vurderes/,
        /^I orden/,
        /^Aktindsigt inden 7/,
        /^Alle betingelser/,
        /^Hvorfor ikke/,
        /vises ikke/,
        /^Hvis intet sker/,
        /^Kommende regler/,
        /^Ny regel/,
        /^Slå fra …/,
      ]) {
        const fold = page.getByRole('button', { name, expanded: false }).first()
        if (await fold.count()) await fold.click()
      }
      expect(await faults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    })
  }

  test(`overlay, ${theme}: no fault in bar, list, card and chip`, async ({ page, gallery }) => {
    await page.goto(`${gallery}/host-page.html?theme=${theme}`)
    await page.locator('.sh-chip').waitFor()
    expect(await faults(page, '[data-sagshjaelp]')).toEqual([])
    await page.locator('.sh-bar-more').click()
    expect(await faults(page, '[data-sagshjaelp]')).toEqual([])
    await page.keyboard.press('Escape')
    for (const marker of await page.locator('.sh-marker').all()) {
      await marker.click()
      await page
        .locator('.sh-card')
        .getByRole('button', { name: /Udsæt|Luk/ })
        .first()
        .click()
      expect(await faults(page, '[data-sagshjaelp]')).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
}
