import type { Page } from '@playwright/test'
import { startProxyStage, type ProxyStage } from './support/proxy-stage.ts'
import { expect, test } from './support/test.ts'

// The built extension with a real issuer, a real proxy and a model server over HTTP.

test.describe.configure({ timeout: 240_000 })

let stage: ProxyStage

test.beforeAll(async () => {
  test.setTimeout(240_000)
  stage = await startProxyStage()
})
test.afterAll(async () => stage.close())

async function openOptions(): Promise<Page> {
  const page = await stage.browser.context.newPage()
  await page.goto(`chrome-extension://${stage.browser.id}/options.html`)
  return page
}

test('sign in', async () => {
  const page = await openOptions()
  const bar = page.getByRole('region', { name: 'Login og sprogmodel' }).first()
  await expect(bar).toContainText('Du er ikke logget ind.')
  const opened = stage.browser.context.waitForEvent('page')
  await bar.getByRole('button', { name: 'Log ind' }).click()
  const window = await opened
  await window.getByRole('button', { name: 'Leder, Jobcenter Nord (øvelse)', exact: true }).click()
  await expect(bar).toContainText('Logget ind som Leder, Jobcenter Nord (øvelse), Jobcenter Nord (øvelse)', { timeout: 15_000 })
  await expect(bar).toContainText('Sprogmodellen svarer.')
  await page.getByRole('button', { name: 'Prøv sprogmodellen' }).click()
  await expect(page.getByText('Borgeren er indkaldt.')).toBeVisible()
  await expect(page.getByText('Svaret er helt.')).toBeVisible()
})
