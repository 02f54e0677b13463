import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { launch, type Launched } from '#build/browser/launch.ts'
import { attachSidePanel, type SidePanel } from '#build/browser/side-panel.ts'
import type { StandIn } from './server/stand-in.ts'

/** Whose cases the walk opens, and the menu items a caseworker would press on the way. */
const VISITS = [
  { name: 'Ahmad Al-Hassan', menu: [/^Tilbud og/, /^Kontaktforløb/] },
  { name: 'Zeynep Yılmaz', menu: [/^Afgørelser/] },
] as const

interface Look {
  readonly folder: string
  readonly colorScheme: 'light' | 'dark'
}

const SETTLED_MS = 1500
// The overlay answers no click on what has not been in sight for half a second.
const SIGHT_MS = 700

/**
 * Walks the main job without a display: open a case, see what to do next and what to watch, open "Hvorfor?", open the
 * panel; on both dialects, light and dark. Prints what was shown. False when something that must show did not.
 */
export async function walkMainJob(standIn: StandIn, folder: string): Promise<boolean> {
  let shown = true
  for (const colorScheme of ['light', 'dark'] as const) {
    const browser = await launch({ colorScheme, viewport: { width: 1360, height: 860 } })
    try {
      shown = (await walk(standIn, browser, { folder, colorScheme })) && shown
    } finally {
      await browser.close()
    }
  }
  return shown
}

async function walk(standIn: StandIn, { context }: Launched, { folder, colorScheme }: Look): Promise<boolean> {
  let panel: SidePanel | null = null
  let shown = true
  for (const { name, menu } of VISITS) {
    const person = standIn.state.cases.find((one) => one.facts['citizen.name'] === name)
    if (!person) throw new Error(`Personen ${name} findes ikke i øvelsesmiljøet.`)
    const { urls } = standIn
    for (const [dialect, address] of [
      ['m', `${urls.m}/borger/${person.guid}/overblik`],
      ['k', `${urls.k}/person/vis.do?id=${person.number}`],
    ] as const) {
      const page = await context.newPage()
      await page.goto(address)
      // The browser tells of its policy some seconds after its start; until then nothing is read.
      await page.locator('[data-sagshjaelp]').waitFor({ state: 'attached', timeout: 10_000 })
      for (const item of menu) {
        await page.getByRole('link', { name: item }).first().click()
        await page.waitForTimeout(SETTLED_MS)
      }
      const picture = `${folder}/${colorScheme}-${dialect}-${slug(name)}`
      shown = (await tell(page, `${dialect.toUpperCase()} · ${name}`)) && shown
      await page.screenshot({ path: `${picture}.png` })
      shown = (await openFirstHint(page)) && shown
      await page.screenshot({ path: `${picture}-hvorfor.png` })
      panel ??= await openPanel(page)
      await panel.prefer(colorScheme)
      const text = await panel.waitForText(name)
      console.log(`  panelet: ${text.split('\n').filter(Boolean).slice(0, 6).join(' · ')}`)
      writeFileSync(`${picture}-panel.png`, await panel.screenshot())
      await page.close()
    }
  }
  return shown
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')

/** Prints what the overlay says. False when there is none. */
async function tell(page: Page, heading: string): Promise<boolean> {
  const actions = page.getByRole('group', { name: 'Næste handlinger' })
  const there = await actions.waitFor({ timeout: 8000 }).then(
    () => true,
    () => false,
  )
  console.log(`\n${heading}`)
  if (!there) {
    console.log('  intet overlæg')
    return false
  }
  for (const button of await actions.getByRole('button').all())
    console.log(`  ${(await button.getAttribute('aria-label')) ?? (await button.innerText()).replaceAll('\n', ' ')}`)
  return true
}

async function openFirstHint(page: Page): Promise<boolean> {
  for (const marker of await page.locator('.sh-marker').all()) {
    const opened = await marker.click({ timeout: SIGHT_MS }).then(
      () => page.getByRole('dialog').last().isVisible(),
      () => false,
    )
    if (opened) {
      await page.waitForTimeout(SIGHT_MS)
      return true
    }
  }
  console.log('  intet hint kunne åbnes')
  return false
}

/** Where the bar has little room, the way to the panel is in its list. */
async function openPanel(page: Page): Promise<SidePanel> {
  await page.keyboard.press('Escape')
  await page.waitForTimeout(SIGHT_MS)
  const inBar = page.getByRole('button', { name: 'Åbn Sagshjælps panel' })
  if (await inBar.isVisible()) await inBar.click()
  else {
    await page.locator('.sh-bar-more').click()
    await page.waitForTimeout(SIGHT_MS)
    await page.getByRole('button', { name: 'Se det hele i panelet' }).click()
  }
  return attachSidePanel(page.context())
}
