import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import type { Page } from '@playwright/test'
import { findCpr } from '#utils/privacy/find-cpr.ts'
import { faultsIn } from './support/axe.ts'
import { inventedHearing, type Hearing } from '#demo/hearing.ts'
import { expect, test } from './support/test.ts'

const MOST_KEYS = 40
const STOPPED_MS = 200

/** Everything the browser asked for that is not the extension's own. */
function foreignRequests(page: Page): string[] {
  const asked: string[] = []
  page.context().on('request', (request) => {
    if (!/^(?:chrome-extension|blob|data):/.test(request.url())) asked.push(request.url())
  })
  return asked
}

async function open(page: Page, id: string): Promise<void> {
  await page.context().setOffline(true)
  await page.goto(`chrome-extension://${id}/disclosure.html`)
}

async function begin(page: Page, { citizen }: Hearing, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await page.getByRole('radio', { name: /^Partshøring/ }).check()
  await page.getByLabel('CPR-nummer').fill(citizen.cpr)
  await page.getByLabel('Navn', { exact: true }).fill(citizen.name)
  await page.getByRole('button', { name: 'Videre til filerne' }).click()
  const inputs = Object.entries(files).map(([name, bytes]) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) }))
  await page.locator('input[type=file]').first().setInputFiles(inputs)
}

const read = async (page: Page) => page.getByText('Læst', { exact: true }).waitFor({ timeout: 60_000 })
const next = (page: Page) => page.getByRole('button', { name: 'Videre til gennemsyn' })

/** One key at a time: what is usual where something is, else handed out to the hearing. Counted. */
async function decideAll(page: Page): Promise<number> {
  let keys = 0
  const left = page.locator('.sh-left b')
  while ((await left.textContent()) !== 'Alt er afgjort') {
    const before = await left.textContent()
    const usual = await page.locator('.sh-decision[data-usual]').count()
    await page.keyboard.press(usual > 0 ? 'Enter' : 'o')
    keys += 1
    await expect(left).not.toHaveText(before ?? '')
    if (keys > 200) break
  }
  return keys
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: true }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await document.loadingTask.destroy()
  return pages.join('\n')
}

async function unzip(path: string): Promise<Map<string, Uint8Array>> {
  const zip = new ZipReader(new Uint8ArrayReader(new Uint8Array(await readFile(path))))
  const files = new Map<string, Uint8Array>()
  for (const entry of await zip.getEntries()) if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()))
  return files
}

test.afterEach(async ({ browserWithExtension }) => browserWithExtension.context.setOffline(false))

test('a hearing of 40 pages is decided in 40 keys, and nothing of others leaves with it', async ({
  page,
  browserWithExtension: { id },
}) => {
  test.setTimeout(240_000)
  const asked = foreignRequests(page)
  const hearing = await inventedHearing(40)
  await open(page, id)
  await begin(page, hearing, { 'partshøring.pdf': hearing.bytes })
  await read(page)
  await expect(next(page)).toBeDisabled()
  await page.getByLabel(/^Antal dokumenter/).fill('2')
  await expect(page.getByText('Antallet passer ikke med fagsystemets liste.')).toBeVisible()
  await page.getByLabel(/^Antal dokumenter/).fill('1')
  await next(page).click()

  const keys = await decideAll(page)
  expect(keys).toBeGreaterThan(0)
  expect(keys).toBeLessThanOrEqual(MOST_KEYS)
  console.log(`a hearing of 40 pages: ${keys} keys`)

  await page.getByRole('button', { name: 'Videre til stikprøve' }).click()
  while (await page.getByRole('button', { name: 'Nej, intet om andre' }).count())
    await page.getByRole('button', { name: 'Nej, intet om andre' }).click()
  await expect(page.locator('.sh-figure')).toContainText('med 95 % sikkerhed')
  await page.getByRole('button', { name: 'Videre til udlevering' }).click()
  await page.getByRole('button', { name: /^Lav filen/ }).click()
  await expect(page.getByText('Filen holdt', { exact: true })).toBeVisible({ timeout: 180_000 })
  await expect(page.locator('.sh-attacks > li[data-state=held]')).toHaveCount(12)

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Hent aktindsigt/ }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^aktindsigt-\d{4}-\d\d-\d\d\.zip$/)
  const files = await unzip(await download.path())
  expect([...files.keys()].sort()).toEqual(['akt-001.pdf', 'aktliste.pdf'])
  const text = (await Promise.all([...files.values()].map(textOf))).join('\n')
  // The words that stay are there, so an empty file does not pass for a clean one.
  expect(text).toContain('Journalnotat 40')
  const numbers = new Set(findCpr(text).map(({ digits }) => digits))
  expect(numbers.has(hearing.citizen.cpr)).toBe(true)
  expect(hearing.foreign.length).toBe(5)
  expect(hearing.foreign.filter((cpr) => numbers.has(cpr) || text.replaceAll(/\D/g, '').includes(cpr))).toEqual([])
  expect(asked).toEqual([])
})

test('what cannot be read is listed, and each is answered for', async ({ page, browserWithExtension: { id } }) => {
  test.setTimeout(120_000)
  const hearing = await inventedHearing(2)
  await open(page, id)
  await begin(page, hearing, {
    'brev.pdf': hearing.bytes,
    'ødelagt.pdf': new TextEncoder().encode('%PDF-1.7\nintet af det, en PDF skal have'),
    'tom.pdf': new Uint8Array(),
  })
  await read(page)
  const list = page.getByRole('region', { name: 'Ikke læst' })
  await expect(list.locator('li')).toHaveCount(2)
  await expect(list).toContainText('ødelagt.pdf')
  await expect(list).toContainText('tom.pdf')
  await page.getByLabel(/^Antal dokumenter/).fill('3')
  await expect(next(page)).toBeDisabled()
  // A broken file can only be left out; there is no answer for all.
  await expect(list.getByRole('button', { name: 'Jeg har selv set den: ødelagt.pdf' })).toHaveCount(0)
  await list.getByRole('button', { name: 'Udleveres ikke: ødelagt.pdf' }).click()
  await expect(next(page)).toBeDisabled()
  await list.getByRole('button', { name: 'Udleveres ikke: tom.pdf' }).click()
  await expect(next(page)).toBeEnabled()
})

test('reading stops at once, and what was not read says so', async ({ page, browserWithExtension: { id } }) => {
  test.setTimeout(120_000)
  const hearing = await inventedHearing(600)
  await open(page, id)
  await begin(page, hearing, { 'stor.pdf': hearing.bytes, 'næste.pdf': hearing.bytes })
  await page.getByText(/^[1-9]\d* af 600 sider$/).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('På pause').waitFor()
  await page.getByRole('button', { name: 'Fortsæt' }).click()
  // Measured in the page: from the press until the page says that it has stopped.
  const took = await page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Stop')
    const from = performance.now()
    button?.click()
    while (!document.body.textContent?.includes('Læsningen er stoppet')) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      if (performance.now() - from > 5000) break
    }
    return performance.now() - from
  })
  console.log(`stopped after ${Math.round(took)} ms`)
  expect(took).toBeLessThanOrEqual(STOPPED_MS)
  const list = page.getByRole('region', { name: 'Ikke læst' })
  await expect(list.locator('li')).toHaveCount(2)
  await expect(list).toContainText('Stoppet, før den blev læst')
})

for (const theme of ['light', 'dark'] as const) {
  test(`each step is free of accessibility faults, ${theme}`, async ({ page, browserWithExtension: { id } }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme: theme })
    const hearing = await inventedHearing(6)
    await open(page, id)
    await page.getByRole('radio', { name: /^Partsaktindsigt/ }).check()
    await page.getByLabel('Modtaget').fill('2026-11-18')
    await page.getByText('Svar senest').waitFor({ timeout: 20_000 })
    expect(await faultsIn(page)).toEqual([])
    await begin(page, hearing, { 'brev.pdf': hearing.bytes, 'tom.pdf': new Uint8Array() })
    await read(page)
    await page.getByLabel(/^Antal dokumenter/).fill('2')
    await page
      .getByText(/ikke læst$/)
      .first()
      .waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: /^Udleveres ikke/ }).click()
    await next(page).click()
    await page.locator('.sh-mark[data-current]').waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.keyboard.press('e')
    await page.getByRole('button', { name: /^Alle/ }).click()
    await page.locator('.sh-queue-line').first().click()
    await expect(page.getByText('Vælg de faktiske oplysninger')).toBeVisible()
    expect(await faultsIn(page)).toEqual([])
    await page.keyboard.press('z')
    await page.getByRole('button', { name: /^Mangler/ }).click()
    await decideAll(page)
    await page.getByRole('button', { name: 'Videre til stikprøve' }).click()
    await page.getByText('Står der noget om andre her?').waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Videre til udlevering' }).click()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: /^Lav filen/ }).click()
    await expect(page.getByText('Filen holdt', { exact: true })).toBeVisible({ timeout: 120_000 })
    expect(await faultsIn(page)).toEqual([])
  })
}

test('the page may talk to nobody but itself, not even to the proxy', async ({ page, browserWithExtension: { id } }) => {
  await page.goto(`chrome-extension://${id}/disclosure.html`)
  const refused = await page.evaluate(
    async () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = []
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          found.push(`${effectiveDirective} ${blockedURI}`),
        )
        for (const address of ['http://localhost:8787/healthz', 'https://example.org/']) void fetch(address).catch(() => undefined)
        setTimeout(() => resolve(found), 400)
      }),
  )
  expect(refused).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^connect-src http:\/\/localhost:8787/),
      expect.stringMatching(/^connect-src https:\/\/example\.org/),
    ]),
  )
  expect(await page.title()).toBe('Sagshjælp – aktindsigt')
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
})
