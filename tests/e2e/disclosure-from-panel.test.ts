import { launch, type Launched } from './support/launch.ts'
import { overlayOf } from './support/overlay.ts'
import { attachSidePanel } from './support/side-panel.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'
import { expect, test } from './support/test.ts'

let launched: Launched | undefined

test.afterEach(async () => launched?.close())

test('from the panel, the workbench may take the citizen of the open case', async ({ standIn }) => {
  test.setTimeout(90_000)
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  const { context } = (launched = await launch())
  const page = await context.newPage()
  await page.goto(first.urls.M)
  const overlay = overlayOf(page)
  await expect(overlay.bar).toBeVisible({ timeout: 30_000 })
  await overlay.openPanel()
  const panel = await attachSidePanel(context)
  await panel.waitForText(first.name, { timeout: 20_000 })
  const opened = context.waitForEvent('page')
  await panel.click('Åbn aktindsigt')
  const workbench = await opened
  // Neither the address nor the title says whose case it is.
  expect(workbench.url()).toMatch(/^chrome-extension:\/\/[a-z]+\/disclosure\.html$/)
  await workbench.getByRole('button', { name: `Brug den åbne sag: ${first.name}` }).click({ timeout: 20_000 })
  await expect(workbench.getByLabel('Navn', { exact: true })).toHaveValue(first.name)
  await expect(workbench.getByLabel('CPR-nummer')).toHaveValue(/^\d{6}-\d{4}$/)
  expect(await workbench.title()).not.toContain(first.name)
})
