import { chromium, expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { findBrowser } from '#build/find-browser.ts'
import { shownEnum } from '#demo/labels.ts'
import { factDefinition, type FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { startStandIn, type StandIn } from '#demo/server/stand-in.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { askOracle, type CaseLine } from './support/stand-in.ts'

/** The host system alone: a browser without the extension, and a stand-in on free ports. */
const test = base.extend<{ page: Page }, { plain: BrowserContext; standIn: StandIn }>({
  plain: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from its pattern.
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: findBrowser() ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
      })
      await use(await browser.newContext({ viewport: { width: 1366, height: 900 } }))
      await browser.close()
    },
    { scope: 'worker' },
  ],
  standIn: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const standIn = await startStandIn({ seed: 'dialect-m', today: day('2026-11-22') })
      await use(standIn)
      await standIn.stop()
    },
    { scope: 'worker' },
  ],
  page: async ({ plain }, use) => {
    const page = await plain.newPage()
    await use(page)
    await page.close()
  },
})

interface Truth {
  readonly facts: Readonly<Partial<Record<FactKey, FactValue>>>
  readonly lists: Readonly<Record<string, readonly ({ readonly id: string } & Readonly<Partial<Record<FactKey, FactValue>>>)[]>>
  readonly screens: Readonly<
    Record<
      string,
      {
        readonly facts: readonly FactKey[]
        readonly lists: readonly { readonly group: string; readonly keys: readonly FactKey[]; readonly rows: readonly string[] }[]
        readonly urls: { readonly M: string }
      }
    >
  >
}

/** People whose cases fill different screens. */
const PEOPLE = ['Mette Holm Kjeldsen', 'Torben Hviid', 'Birgit Overgaard', 'Mikkel Dam Svendsen', 'Anne Quist', 'Abdi Warsame']
/** Rows of a long list that are in the DOM before anyone scrolls. */
const SEEN_ROWS = 12

test.describe('dialect M', () => {
  for (const name of PEOPLE) {
    test(`shows what the data say on every screen of ${name}`, async ({ page, standIn }) => {
      test.setTimeout(120_000)
      const cases = await askOracle<readonly CaseLine[]>(standIn, 'cases')
      const truth = await askOracle<Truth>(standIn, `case/${cases.find((line) => line.name === name)?.guid}`)
      let checked = 0
      for (const [kind, screen] of Object.entries(truth.screens)) {
        if (kind === 'note') continue
        await page.goto(screen.urls.M)
        await openEverything(page)
        const shown = await everythingOn(page)
        const missing = expectedOn(truth, kind).filter(({ text }) => !shown.includes(text))
        expect(missing, kind).toEqual([])
        checked += expectedOn(truth, kind).length
      }
      expect(checked).toBeGreaterThan(150)
    })
  }

  test('keeps thirty rows of a long journal in the DOM and reaches the last by scrolling', async ({ page, standIn }) => {
    const heavy = (await askOracle<readonly CaseLine[]>(standIn, 'cases')).find(({ size }) => size === 'heavy')
    const truth = await askOracle<Truth>(standIn, `case/${heavy?.guid}`)
    const active = (truth.lists['note'] ?? []).filter((note) => note['note.status'] === 'Aktiv').length
    await page.goto(`${standIn.urls.m}/borger/${heavy?.guid}/journal`)
    const grid = page.getByRole('grid', { name: 'Journalnotater' })
    await expect(grid).toHaveAttribute('aria-rowcount', String(active + 1))
    await grid.hover()
    await expect(async () => {
      await page.mouse.wheel(0, 20_000)
      await expect(grid.locator(`[aria-rowindex="${active + 1}"]`)).toBeVisible({ timeout: 100 })
    }).toPass()
    expect(await grid.getByRole('row').count()).toBeLessThanOrEqual(31)
  })

  test('has nothing of a closed panel in the DOM', async ({ page, standIn }) => {
    const [first] = await askOracle<readonly CaseLine[]>(standIn, 'cases')
    await page.goto(`${first?.urls.M}`)
    const panel = page.getByRole('button', { name: 'Persongruppemarkeringer' })
    await expect(panel).toHaveAttribute('aria-expanded', 'false')
    await expect(page.getByRole('grid')).toHaveCount(0)
    await panel.click()
    await expect(page.getByRole('grid', { name: 'Persongruppemarkeringer' })).toBeVisible()
  })

  test('keeps the panels of the citizen before for as long as it is steered to', async ({ page, standIn }) => {
    const [first, second] = await twoCases(standIn)
    const before = await askOracle<Truth>(standIn, `case/${first.guid}`)
    const after = await askOracle<Truth>(standIn, `case/${second.guid}`)
    await page.goto(`${standIn.urls.m}/borger/${second.guid}/sager?s.reset=1`)
    await page.getByRole('button', { name: 'Seneste' }).waitFor()
    await page.goto(`${first.urls.M}?s.stale=1500`)
    await page.getByRole('button', { name: 'Aktuel sag' }).click()
    const start = page.locator('.MuiFormControl-root').filter({ hasText: 'Startdato' }).locator('input')
    await expect(start).toHaveValue(spelt('case.start', before.facts['case.start']))
    await page.evaluate((href) => {
      history.pushState(null, '', href)
      dispatchEvent(new PopStateEvent('popstate'))
    }, `/borger/${second.guid}/overblik`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(second.name)
    await expect(start).toHaveValue(spelt('case.start', before.facts['case.start']))
    await expect(start).toHaveValue(spelt('case.start', after.facts['case.start']))
  })

  test('takes text into a note that arrives as input, and paints over what does not', async ({ page, standIn }) => {
    const [first] = await askOracle<readonly CaseLine[]>(standIn, 'cases')
    await page.goto(`${standIn.urls.m}/borger/${first?.guid}/journal/nyt?s.reset=1`)
    const editor = page.getByRole('textbox', { name: 'Tekst' })
    await editor.click()
    await page.keyboard.type('Skrevet ')
    await page.evaluate(() => document.execCommand('insertText', false, 'og indsat'))
    await expect(editor).toHaveText('Skrevet og indsat')
    await editor.evaluate((element) => {
      element.textContent = 'Skrevet udenom'
    })
    await expect(editor).toHaveText('Skrevet og indsat')
  })

  test('obeys its own strict policy and hides who is not to be seen', async ({ page, standIn }) => {
    const violations: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text())
    })
    const cases = await askOracle<readonly (CaseLine & { readonly lock?: { readonly kind: string } })[]>(standIn, 'cases')
    const closed = cases.find(({ lock }) => lock?.kind === 'no-access')
    await page.goto(`${closed?.urls.M}`)
    await expect(page.getByRole('heading', { name: 'Du har ikke adgang til denne borger' })).toBeVisible()
    expect(await page.locator('body').innerText()).not.toContain(closed?.name)
    await page.goto(`${standIn.urls.m}/borger/${cases[0]?.guid}/journal?visning=dokumenter`)
    await page.getByRole('row').nth(1).getByRole('button').click()
    await expect(page.locator('iframe')).toHaveAttribute('src', /^blob:/)
    expect(violations).toEqual([])
  })
})

async function twoCases(standIn: StandIn): Promise<readonly [CaseLine, CaseLine]> {
  const [first, second] = await askOracle<readonly CaseLine[]>(standIn, 'cases')
  if (!first || !second) throw new Error('The stand-in has no cases.')
  return [first, second]
}

async function openEverything(page: Page): Promise<void> {
  await page.locator('.layout__content, [role=alert]').first().waitFor()
  await settled(page)
  for (const summary of await page.locator('.MuiAccordionSummary-root').all()) await summary.click()
  await settled(page)
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.MuiSkeleton-root, [role=progressbar]'))
}

/** All that a user could read: text, what stands in fields, and tooltips. */
async function everythingOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)
    const titles = [...document.querySelectorAll('[title]')].map((element) => element.getAttribute('title') ?? '')
    return [document.body.textContent ?? '', ...fields, ...titles].join('\n')
  })
}

interface Expected {
  readonly key: FactKey
  readonly text: string
}

function expectedOn(truth: Truth, kind: string): readonly Expected[] {
  const screen = truth.screens[kind]
  if (!screen) return []
  const single = screen.facts.filter((key) => key !== 'citizen.cpr').map((key) => ({ key, text: spelt(key, truth.facts[key] ?? null) }))
  const rows = screen.lists.flatMap(({ group, keys, rows: ids }) =>
    ids.slice(0, SEEN_ROWS).flatMap((id) => {
      const row = truth.lists[group]?.find((candidate) => candidate.id === id)
      return keys.filter((key) => !isElsewhere(key, kind)).map((key) => ({ key, text: spelt(key, row?.[key] ?? null) }))
    }),
  )
  return [...single, ...rows].filter(({ text }) => text !== '')
}

/** Texts of notes and sections run over several elements, and months are the axes of a matrix. */
function isElsewhere(key: FactKey, kind: string): boolean {
  return factDefinition(key)?.type === 'richText' || key === 'benefit.month' || (kind === 'benefits' && key === 'benefit.use225')
}

/** Spelt here and not by the dialect's own code, so that its mistakes show. */
function spelt(key: FactKey, value: FactValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'string') return speltText(key, value)
  return value?.[0] ?? ''
}

function speltText(key: FactKey, value: string): string {
  const type = factDefinition(key)?.type
  if (type === 'enum') return shownEnum(key, value)
  if (type !== 'date' && type !== 'dateTime') return value
  return value.replace(/^(\d{4})-(\d\d)-(\d\d)T?/, type === 'date' ? '$3-$2-$1' : '$3-$2-$1 ')
}
