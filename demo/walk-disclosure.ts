import type { Page } from '@playwright/test'
import { launch } from '#build/browser/launch.ts'
import { inventedHearing } from './hearing.ts'

const PATIENCE_MS = 120_000
/** A page is drawn a moment after it comes into view. */
const DRAWN_MS = 1500

/** Pictures of the workbench, with an invented hearing. Light and dark. */
export async function walkDisclosure(folder: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const browser = await launch({ colorScheme, viewport: { width: 1360, height: 860 }, args: ['--lang=da'] })
    try {
      const page = await browser.context.newPage()
      await page.goto(`chrome-extension://${browser.id}/disclosure.html`)
      await walk(page, async (name) => void (await page.screenshot({ path: `${folder}/${colorScheme}-aktindsigt-${name}.png` })))
    } finally {
      await browser.close()
    }
  }
}

async function walk(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  const hearing = await inventedHearing(40)
  await page.getByRole('radio', { name: /^Partsaktindsigt/ }).check()
  await page.getByLabel('CPR-nummer').fill(hearing.citizen.cpr)
  await page.getByLabel('Navn', { exact: true }).fill(hearing.citizen.name)
  await page.getByLabel('Modtaget').fill('2026-11-18')
  await page.getByText('Svar senest').waitFor({ timeout: PATIENCE_MS })
  await take('regler')
  await page.getByRole('radio', { name: /^Partshøring/ }).check()
  await page.getByRole('button', { name: 'Videre til filerne' }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      { name: 'partshøring.pdf', mimeType: 'application/pdf', buffer: Buffer.from(hearing.bytes) },
      { name: 'ulæselig.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
    ])
  await page.getByText('Læst', { exact: true }).waitFor({ timeout: PATIENCE_MS })
  await page.getByLabel(/^Antal dokumenter/).fill('2')
  await page.getByRole('button', { name: /^Udleveres ikke/ }).waitFor()
  await take('filer')
  await page.getByRole('button', { name: /^Udleveres ikke/ }).click()
  await page.getByRole('button', { name: 'Videre til gennemsyn' }).click()
  await page.waitForTimeout(DRAWN_MS)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(DRAWN_MS)
  await take('gennemse')
  const done = page.getByText('Alt er afgjort').first()
  while ((await done.count()) === 0) {
    await page.keyboard.press((await page.locator('.sh-decision[data-usual]').count()) > 0 ? 'Enter' : 'o')
    await page.waitForTimeout(100)
  }
  await page.getByRole('button', { name: 'Videre til stikprøve' }).click()
  for (let seen = 0; seen < 8; seen += 1) await page.getByRole('button', { name: 'Nej, intet om andre' }).click()
  await page.waitForTimeout(DRAWN_MS)
  await take('stikproeve')
  await page.getByRole('button', { name: 'Videre til udlevering' }).click()
  await page.getByRole('button', { name: /^Lav filen/ }).click()
  await page.getByText('Filen holdt', { exact: true }).waitFor({ timeout: PATIENCE_MS })
  await take('udlever')
}
