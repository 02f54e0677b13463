import { overlayOf } from './support/overlay.ts'
import { attachSidePanel } from './support/side-panel.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'
import { expect, test } from './support/test.ts'

// One acceptance test for both dialects: only the site profile differs.

for (const dialect of ['M', 'K'] as const) {
  test.describe(`dialect ${dialect}`, () => {
    test('open a case: see what to do, why, and get there in one click; nothing is saved', async ({
      page,
      standIn,
      browserWithExtension: { context },
    }) => {
      const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
      if (!first) throw new Error('no case')
      await page.goto(first.urls[dialect])
      const overlay = overlayOf(page)
      await expect(overlay.bar).toBeVisible()
      await expect(overlay.host).toHaveCount(1)

      await overlay.openPanel()
      const panel = await attachSidePanel(context)
      const text = await panel.waitForText(first.name)
      const list = await overlay.openList()
      const titles = await list.locator('li p').allInnerTexts()
      expect(titles.length).toBeGreaterThan(0)
      expect(text).toContain('Hvorfor ikke?')

      await list
        .getByRole('button', { name: /^Hvorfor/ })
        .first()
        .click()
      const card = overlay.host.getByRole('dialog')
      await expect(card).toContainText(/§|Regelpakke/)
      await page.keyboard.press('Escape')
      await expect(card).toHaveCount(0)

      const again = await overlay.openList()
      const before = page.url()
      await again.locator('[data-act=follow] button').first().click()
      await expect.poll(() => page.url()).not.toBe(before)
      await expect(page.getByText(first.name).first()).toBeVisible()
      await expect(overlay.bar).toBeVisible()
      await panel.waitForText(first.name)

      expect(await askOracle(standIn, 'events')).toEqual([])
    })

    test('another case: the old one is gone from page and panel, and comes back only when it is open again', async ({
      page,
      standIn,
      browserWithExtension: { context },
    }) => {
      const [a, b] = await askOracle<CaseLine[]>(standIn, 'cases')
      if (!a || !b) throw new Error('two cases are needed')
      await page.goto(a.urls[dialect])
      const overlay = overlayOf(page)
      await overlay.openPanel()
      const panel = await attachSidePanel(context)
      await panel.waitForText(a.name)

      await page.goto(b.urls[dialect])
      await panel.waitForText(a.name, { gone: true, timeout: 1500 })
      expect(await panel.waitForText(b.name)).not.toContain(a.name)
      await expect(overlay.bar).toBeVisible()

      await page.goBack()
      await panel.waitForText(b.name, { gone: true, timeout: 1500 })
      expect(await panel.waitForText(a.name)).not.toContain(b.name)
      await expect(overlay.bar).toBeVisible()
    })

    test('the panel follows the tab in front, each tab with its own case', async ({ page, standIn, browserWithExtension: { context } }) => {
      const [a, b] = await askOracle<CaseLine[]>(standIn, 'cases')
      if (!a || !b) throw new Error('two cases are needed')
      await page.goto(a.urls[dialect])
      await overlayOf(page).openPanel()
      const panel = await attachSidePanel(context)
      await panel.waitForText(a.name)
      const other = await context.newPage()
      await panel.waitForText(a.name, { gone: true, timeout: 1500 })
      await other.goto(b.urls[dialect])
      await panel.waitForText(b.name)

      await page.bringToFront()
      expect(await panel.waitForText(a.name, { timeout: 1000 })).not.toContain(b.name)
      await other.bringToFront()
      expect(await panel.waitForText(b.name, { timeout: 1000 })).not.toContain(a.name)
      await other.close()
      await panel.waitForText(b.name, { gone: true, timeout: 1500 })
    })
  })
}

test('an explanation can be copied: as text, and as HTML with nothing in it that acts', async ({
  page,
  standIn,
  browserWithExtension: { context },
}) => {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(first.urls.M)
  await overlayOf(page).openPanel()
  const panel = await attachSidePanel(context)
  await panel.waitForText(first.name)
  await panel.click('Kan ikke vurderes')
  await panel.evaluate(
    `new Promise((done) => setTimeout(done, 200)).then(() => document.querySelector('.sh-advice .sh-disclosure-button').click())`,
  )
  // What goes to the clipboard is caught on the way: a headless browser has no clipboard for a panel.
  await panel.evaluate(
    `navigator.clipboard.write = async (items) => { window.copied = await Promise.all(['text/plain', 'text/html'].map(async (type) => (await items[0].getType(type)).text())) }`,
  )
  await panel.click('Kopi')
  const [text, html] = await panel.evaluate<string[]>(
    'new Promise((done) => { const look = () => (window.copied ? done(window.copied) : setTimeout(look, 30)); look() })',
  )
  expect(text).toMatch(/Regel: .+Regelpakke/)
  expect(html).toMatch(/^<p>.*<ul><li>/)
  expect(html?.match(/<(?!\/?(?:p|ul|li)>)[^>]*>/g) ?? []).toEqual([])
})
