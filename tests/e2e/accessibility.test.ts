import { faultsIn, faultsInPanel } from './support/axe.ts'
import { launch, type Launched } from './support/launch.ts'
import { overlayOf } from './support/overlay.ts'
import { attachSidePanel } from './support/side-panel.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'
import { expect, test } from './support/test.ts'

let launched: Launched | undefined

test.afterEach(async () => launched?.close())

for (const colorScheme of ['light', 'dark'] as const) {
  test(`overlay and panel have no accessibility fault, ${colorScheme}`, async ({ standIn }) => {
    const cases = await askOracle<CaseLine[]>(standIn, 'cases')
    const busy = cases.find(({ size }) => size === 'heavy') ?? cases[0]
    if (!busy) throw new Error('no case')
    const { context } = (launched = await launch({ colorScheme }))
    const page = await context.newPage()
    await page.goto(busy.urls.M)
    const overlay = overlayOf(page)
    await expect(overlay.bar).toBeVisible()
    expect(await faultsIn(page, '[data-sagshjaelp]')).toEqual([])

    const list = await overlay.openList()
    expect(await faultsIn(page, '[data-sagshjaelp]')).toEqual([])
    await list
      .getByRole('button', { name: /^Hvorfor/ })
      .first()
      .click()
    await expect(overlay.host.getByRole('dialog')).toBeVisible()
    expect(await faultsIn(page, '[data-sagshjaelp]')).toEqual([])
    await page.keyboard.press('Escape')

    await overlay.openPanel()
    const panel = await attachSidePanel(context)
    await panel.waitForText(busy.name)
    expect(await faultsInPanel(panel)).toEqual([])
    await panel.click('Hvorfor ikke?')
    await panel.waitForText('Gælder ikke')
    expect(await faultsInPanel(panel)).toEqual([])
  })
}

test('the whole overlay can be used from the keyboard, and takes no focus by itself', async ({ standIn }) => {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  const { context } = (launched = await launch())
  const page = await context.newPage()
  await page.goto(first.urls.M)
  const overlay = overlayOf(page)
  await expect(overlay.bar).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  const focused = () => page.evaluate(() => document.querySelector('[data-sagshjaelp]')?.shadowRoot?.activeElement?.tagName ?? null)
  await page.keyboard.press('Alt+Shift+S')
  expect(await focused()).toBe('BUTTON')
  await page.keyboard.press('Alt+Shift+S')
  expect(await focused()).toBeNull()
})
