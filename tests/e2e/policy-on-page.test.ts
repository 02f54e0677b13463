import type { Page } from '@playwright/test'
import { addDays, parseCalendarDay } from '#utils/domain/calendar-day.ts'
import { launch, type Launched } from './support/launch.ts'
import { overlayOf } from './support/overlay.ts'
import { attachSidePanel } from './support/side-panel.ts'
import { SMALL_PROFILE } from './support/small-profile.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'
import { expect, test } from './support/test.ts'

// What the organisation's policy does on a page of the case system, with a real policy file.

/** After start the browser takes about three seconds to hand out policy. */
const AFTER_START = 15_000
const AFTER_CHANGE = 20_000
const profile = { siteProfile: JSON.stringify(SMALL_PROFILE) }

let launched: Launched
let page: Page

// A changed policy file takes five seconds to reach the browser, and a loaded machine is slow.
test.describe.configure({ timeout: 90_000 })

test.afterEach(async () => launched.close())

async function openCaseWith(policy: object, standIn: Parameters<typeof askOracle>[0]): Promise<CaseLine> {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  launched = await launch({ policy })
  page = await launched.context.newPage()
  await page.goto(first.urls.M)
  return first
}

test('siteProfile: the organisation’s own profile is the one that reads', async ({ standIn }) => {
  const first = await openCaseWith(profile, standIn)
  const overlay = overlayOf(page)
  await expect(overlay.bar).toBeVisible({ timeout: AFTER_START })
  await overlay.openPanel()
  const panel = await attachSidePanel(launched.context)
  await panel.waitForText(first.name)
  await panel.waitForText('Profilen er ikke afprøvet på dette system')
  // It knows the overview and nothing else of the system.
  await page.goto(first.urls.M.replace('overblik', 'stamdata'))
  await panel.waitForText('Siden er ikke kendt')
})

test('fasitHosts: on an address outside, nothing happens', async ({ standIn }) => {
  await openCaseWith({ ...profile, fasitHosts: ['http://localhost/*'] }, standIn)
  const overlay = overlayOf(page)
  await page.waitForTimeout(5000)
  await expect(overlay.host).toHaveCount(0)
  // Given the address, it starts without a reload.
  launched.setPolicy({ ...profile, fasitHosts: ['http://kobenhavn.localhost/*'] })
  await expect(overlay.bar).toBeVisible({ timeout: AFTER_CHANGE })
  launched.setPolicy({ ...profile, fasitHosts: ['http://localhost/*'] })
  await expect(overlay.bar).toHaveCount(0, { timeout: AFTER_CHANGE })
})

test('features: the overlay, its bar and the panel can be turned off', async ({ standIn }) => {
  await openCaseWith({ ...profile, features: { panel: false } }, standIn)
  const overlay = overlayOf(page)
  await expect(overlay.bar).toBeVisible({ timeout: AFTER_START })
  await overlay.openPanel()
  const panel = await attachSidePanel(launched.context)
  await panel.waitForText('Sagshjælp er slået fra af din organisation.')
  launched.setPolicy({ ...profile, features: { bar: false } })
  await expect(overlay.bar).toHaveCount(0, { timeout: AFTER_CHANGE })
  launched.setPolicy({ ...profile, features: { overlay: false } })
  await expect(overlay.host).toHaveCount(0, { timeout: AFTER_CHANGE })
  await panel.waitForText('Hvorfor ikke?')
})

test('rulesOff: the rule says nothing; rulesLocked: it cannot be put away', async ({ standIn }) => {
  await openCaseWith(profile, standIn)
  const overlay = overlayOf(page)
  const list = await overlay.openList()
  const title = await list.locator('li p').first().innerText()
  // Public packs may lie there; nothing has been put away yet.
  const kept = await launched.worker.evaluate(async () => Object.keys(await chrome.storage.local.get()))
  expect(kept.filter((key) => key !== 'guidance')).toEqual([])
  const options = await launched.context.newPage()
  await options.goto(`chrome-extension://${launched.id}/options.html`)
  const rule = (await options.locator('[data-rule]').filter({ hasText: title }).first().getAttribute('data-rule')) ?? ''
  await options.close()

  launched.setPolicy({ ...profile, rulesLocked: [rule] })
  await page.waitForTimeout(7000)
  await list
    .locator('li')
    .filter({ hasText: title })
    .first()
    .getByRole('button', { name: /^Hvorfor/ })
    .click()
  await expect(overlay.host.getByRole('dialog')).toContainText('Styres af din organisation', { timeout: AFTER_CHANGE })
  await page.keyboard.press('Escape')

  launched.setPolicy({ ...profile, rulesOff: [rule] })
  await expect
    .poll(
      async () => {
        await overlay.bar.locator('.sh-bar-more').click()
        return overlay.host.getByText(title).count()
      },
      { timeout: AFTER_CHANGE, intervals: [1500] },
    )
    .toBe(0)
})

test('an invalid policy: the page is left alone and the panel says whom to call', async ({ standIn }) => {
  await openCaseWith({ ...profile, proxyUrl: 'https://andet.dk' }, standIn)
  await page.waitForTimeout(5000)
  await expect(overlayOf(page).host).toHaveCount(0)
})

test('closingDays: days the municipality is closed are not counted', async ({ standIn }) => {
  const lines = await askOracle<CaseLine[]>(standIn, 'cases')
  const truths = await Promise.all(
    lines.map(async (line) => ({ line, ...(await askOracle<{ facts: Record<string, string | null> }>(standIn, `case/${line.guid}`)) })),
  )
  const asked = truths.find(({ facts }) => facts['access.law'] === 'FVL' && facts['access.received'])
  const received = parseCalendarDay(asked?.facts['access.received'] ?? '')
  if (!asked || received === null) throw new Error('no case with a request for access')
  const found = asked.line
  launched = await launch({ policy: { closingDays: Array.from({ length: 7 }, (_, at) => addDays(received, at + 1)) } })
  page = await launched.context.newPage()
  await page.goto(found.urls.M.replace('overblik', 'aktindsigt/1'))
  await overlayOf(page).openPanel()
  const panel = await attachSidePanel(launched.context)
  await panel.waitForText(found.name)
  await panel.click('Aktindsigt inden 7 arbejdsdage')
  await panel.waitForText('kommunen holder lukket')
})
