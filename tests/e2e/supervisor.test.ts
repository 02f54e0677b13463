import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { launch, type Launched } from './support/launch.ts'
import { faultsIn } from './support/axe.ts'
import { overlayOf } from './support/overlay.ts'
import { startProxyStage, type ProxyStage } from './support/proxy-stage.ts'
import { attachSidePanel } from './support/side-panel.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'
import { expect, test } from './support/test.ts'

// A supervisor's whole path: a real issuer, a real proxy, and two browsers that know nothing of each other.

test.describe.configure({ timeout: 300_000, mode: 'serial' })

const RULE = 'party-access-7-working-days'
const REASON = 'Enheden prøver en måned uden denne påmindelse'

let stage: ProxyStage
let other: Launched

test.beforeAll(async () => {
  test.setTimeout(300_000)
  stage = await startProxyStage()
  other = await launch({ extension: stage.extension })
})
test.afterAll(async () => {
  await other.close()
  await stage.close()
})

async function signedIn({ context, id }: Launched, person: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${id}/options.html`)
  const bar = page.getByRole('region', { name: 'Login og sprogmodel' }).first()
  const opened = context.waitForEvent('page')
  await bar.getByRole('button', { name: 'Log ind' }).click()
  await (await opened).getByRole('button', { name: person, exact: true }).click()
  await expect(bar).toContainText(`Logget ind som ${person}`, { timeout: 15_000 })
  return page
}

/** The alarm's own minute is too long for a test; its work is the same. */
async function letAMinutePass({ worker }: Launched): Promise<void> {
  const period = await worker.evaluate(async () => {
    const alarm = await chrome.alarms.get('guidance')
    await chrome.alarms.create('guidance', { when: Date.now(), periodInMinutes: 1 })
    return alarm?.periodInMinutes
  })
  expect(period).toBeLessThanOrEqual(1)
}

test('a supervisor previews, switches with a reason, sees it hold elsewhere, and takes it back', async ({ standIn }) => {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  const options = await signedIn(stage.browser, 'Leder, Jobcenter Nord (øvelse)')
  const colleague = await signedIn(other, 'Sagsbehandler, Jobcenter Nord (øvelse)')
  const board = options.getByRole('region', { name: 'Enhedens regler' })
  await expect(board.getByRole('searchbox', { name: 'Søg i reglerne' })).toBeVisible({ timeout: 15_000 })
  // Only those who answer for the unit have a board.
  await expect(colleague.getByRole('region', { name: 'Enhedens regler' })).toHaveCount(0)

  // Find the rule by its paragraph, and open the way to change it.
  await board.getByRole('searchbox').fill('FVL § 16')
  await expect(board.locator('[data-board-rule]')).toHaveCount(1)
  const row = board.locator(`[data-board-rule=${RULE}]`)
  await expect(row).toContainText('Slået til')
  await row.getByRole('button', { name: /^Slå fra/ }).click()

  // What it would change, reckoned here, before anything is sent.
  const preview = row.getByRole('region', { name: 'Forhåndsvisning' })
  await expect(preview).toContainText('Prøvet på 500 af 500 opdigtede sager', { timeout: 30_000 })
  const lose = Number(/(\d+) sager mister et hint/.exec(await preview.innerText())?.[1])
  expect(lose).toBeGreaterThan(0)
  await expect(preview).toContainText('0 sager får et hint')
  await expect(preview.getByRole('listitem').first()).toContainText('mister')
  expect(await faultsIn(options)).toEqual([])

  // No switch without a reason.
  const confirm = row.getByRole('button', { name: 'Slå reglen fra' })
  await expect(confirm).toBeDisabled()
  await row.getByRole('textbox', { name: 'Begrundelse' }).fill(REASON)
  await confirm.click()
  await expect(row).toContainText('Slået fra', { timeout: 15_000 })
  await expect(row).toContainText(REASON)

  // The other browser, another person's: the hint is gone, and the reason stands in its place.
  await letAMinutePass(other)
  const there = colleague.locator(`[data-rule=${RULE}]`)
  await expect(there.getByRole('switch')).toHaveAttribute('aria-checked', 'false', { timeout: 15_000 })
  await expect(there).toContainText(REASON)
  const page = await other.context.newPage()
  await page.goto(first.urls.M)
  await overlayOf(page).openPanel()
  const panel = await attachSidePanel(other.context)
  await panel.waitForText(first.name)
  await panel.click('1 regel vises ikke')
  await panel.waitForText(`Slået fra i din enhed: ${REASON}`)

  // An outage of the proxy changes nothing of it.
  await stage.kill()
  await letAMinutePass(other)
  await colleague.reload()
  await expect(there.getByRole('switch')).toBeDisabled()
  await expect(there).toContainText(REASON)
  await stage.restart()

  // The log says who, when and why, and takes it back with one click.
  await options.reload()
  const log = board.getByRole('region', { name: 'Log' })
  await expect(log.getByRole('listitem').first()).toContainText(REASON, { timeout: 30_000 })
  await expect(log.getByRole('listitem').first()).toContainText('leder.jobcenter-nord (leder)')
  await log.getByRole('button', { name: /^Fortryd post/ }).click()
  await expect(log.getByRole('listitem').first()).toContainText('Fortrød post', { timeout: 15_000 })
  await expect(log.getByRole('listitem')).toHaveCount(2)
  await expect(row).toContainText('Slået til')
  await letAMinutePass(other)
  await expect(there.getByRole('switch')).toHaveAttribute('aria-checked', 'true', { timeout: 15_000 })
  await expect(there.getByRole('switch')).toBeEnabled()
  await page.close()
})

test('what was shown is counted by rule alone, and told only when five people stand behind it', async ({ standIn }) => {
  const [first] = await askOracle<CaseLine[]>(standIn, 'cases')
  if (!first) throw new Error('no case')
  await letAMinutePass(other)
  const waiting = async () =>
    other.worker.evaluate(async () => {
      const { 'advice-counts': counts } = await chrome.storage.session.get('advice-counts')
      return counts as { open: Record<string, number>; sent: unknown } | undefined
    })
  await expect.poll(async () => Object.keys((await waiting())?.open ?? {}).length, { timeout: 15_000 }).toBe(0)
  const page = await other.context.newPage()
  await page.goto(first.urls.M)
  await expect(overlayOf(page).bar).toBeVisible()
  await expect.poll(async () => Object.keys((await waiting())?.open ?? {}).length).toBeGreaterThan(0)
  for (const name of Object.keys((await waiting())?.open ?? {})) expect(name).toMatch(/^[a-z0-9-]+ shown $/)
  await letAMinutePass(other)
  await expect.poll(waiting, { timeout: 15_000 }).toEqual({ open: {}, sent: null })
  // At the proxy now, and behind it one person: too few to tell of.
  const counts = await stage.ask('leder.jobcenter-nord', '/v1/guidance/counts')
  expect(counts.status).toBe(200)
  expect(await counts.text()).not.toContain('atLeast')
  await page.close()
})

test('an administrator takes a rule of the municipality’s own into use after the pack’s checks, and it reaches the others signed', async () => {
  const page = await stage.browser.context.newPage()
  await page.goto(`chrome-extension://${stage.browser.id}/options.html`)
  await page.getByRole('button', { name: 'Log ud' }).click()
  await expect(page.getByText('Du er ikke logget ind.').first()).toBeVisible({ timeout: 15_000 })
  await page.close()
  const options = await signedIn(stage.browser, 'Administrator, Jobcenter Nord (øvelse)')
  const own = options.getByRole('region', { name: 'Kommunens egne regler' })
  await own.getByRole('button', { name: 'Ny regel, eller ny udgave af en' }).click({ timeout: 15_000 })
  const source = own.getByRole('textbox', { name: /^Reglen, skrevet/ })
  const rule = readFileSync(`packs/rules/${RULE}.yaml`, 'utf8')

  // A name that is taken, and a boundary that does not hold: both are said in words, and nothing can be sent.
  await source.fill(rule)
  await own.getByRole('button', { name: 'Kontrollér' }).click()
  await expect(own).toContainText('bruges allerede af en regel i pakken')
  await source.fill(rule.replace(RULE, 'kommunens-frist').replace('expect: breached', 'expect: met'))
  await own.getByRole('button', { name: 'Kontrollér' }).click()
  await expect(own).toContainText('skulle give met, men gav breached')
  await expect(own.getByRole('button', { name: 'Tag i brug for hele kommunen' })).toHaveCount(0)

  await source.fill(rule.replace(RULE, 'kommunens-frist').replace(/^title: .*$/m, 'title: Kommunens egen frist for aktindsigt'))
  await own.getByRole('button', { name: 'Kontrollér' }).click()
  await expect(own).toContainText('Reglen består alle kontroller: Kommunens egen frist for aktindsigt')
  await expect(own).toContainText('Prøvet på 500', { timeout: 30_000 })
  expect(Number(/(\d+) sager får et hint/.exec(await own.innerText())?.[1])).toBeGreaterThan(0)
  expect(await faultsIn(options)).toEqual([])
  await own.getByRole('textbox', { name: /^Begrundelse/ }).fill('Byrådet har besluttet en kortere frist')
  await own.getByRole('button', { name: 'Tag i brug for hele kommunen' }).click()
  await expect(own.locator('[data-local-rule=kommunens-frist]')).toBeVisible({ timeout: 15_000 })

  const [colleague] = other.context.pages().filter((one) => one.url().includes('options.html'))
  if (!colleague) throw new Error('no options page')
  await letAMinutePass(other)
  await expect(colleague.locator('[data-rule=kommunens-frist]')).toContainText('Kommunens egen frist for aktindsigt', { timeout: 15_000 })

  await own.getByRole('button', { name: /^Tag ud af brug …/ }).click()
  await own.getByRole('textbox', { name: /^Begrundelse/ }).fill('Beslutningen er trukket tilbage igen')
  await own.getByRole('button', { name: 'Tag ud af brug', exact: true }).click()
  await expect(own.locator('[data-local-rule=kommunens-frist]')).toHaveCount(0, { timeout: 15_000 })
  await letAMinutePass(other)
  await expect(colleague.locator('[data-rule=kommunens-frist]')).toHaveCount(0, { timeout: 15_000 })
})
