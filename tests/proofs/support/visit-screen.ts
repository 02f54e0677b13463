import type { Page } from '@playwright/test'
import type { Truth } from './oracle.ts'

export type Dialect = 'M' | 'K'

export interface Visit {
  readonly kind: string
  readonly url: string
  readonly unfolded: ReadonlySet<string> | null
}

/** Where a screen of a case is, with the note to open when the screen is one note's. */
export function visitOf(truth: Truth, kind: string, dialect: Dialect): Visit | null {
  const url = truth.screens[kind]?.urls[dialect]
  if (url === undefined) return null
  if (kind !== 'note') return { kind, url, unfolded: kind === 'journal' ? new Set() : null }
  const note = truth.lists['note']?.find((row) => row['note.status'] === 'Aktiv')
  if (!note) return null
  return { kind, url: dialect === 'M' ? url.replace('{row}', note.id) : `${url}&notat=${note.id}`, unfolded: null }
}

/** Goes to a screen and opens what a user would open: panels, and the text of the first notes. Gives the notes opened. */
export async function openScreen(page: Page, visit: Visit, dialect: Dialect): Promise<ReadonlySet<string> | null> {
  // A hash alone does not load the classic dialect's page anew.
  if (dialect === 'K' && sameDocument(page.url(), visit.url))
    await page.evaluate((url) => {
      window.location.hash = new URL(url).hash
    }, visit.url)
  else await page.goto(visit.url, { waitUntil: 'domcontentloaded' })
  await settled(page, dialect, visit.kind)
  await page.evaluate(() => {
    for (const panel of document.querySelectorAll<HTMLElement>(
      'main [aria-expanded="false"]:not([aria-label]):not(.vis-notat), .fold[aria-expanded="false"]',
    ))
      if (panel.checkVisibility()) panel.click()
  })
  await settled(page, dialect, visit.kind)
  if (visit.kind !== 'journal') return null
  const opened = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('[aria-label="Vis tekst"], .vis-notat[aria-expanded="false"]')]
      .filter((button) => button.checkVisibility())
      .slice(0, 2)
    const ids = buttons.map((button) => button.closest('[data-id]')?.getAttribute('data-id') ?? '')
    for (const button of buttons) button.click()
    return ids
  })
  await settled(page, dialect, visit.kind)
  await page.evaluate(() => {
    for (const more of document.querySelectorAll<HTMLElement>('button')) if (more.textContent === 'vis mere') more.click()
  })
  await settled(page, dialect, visit.kind)
  return new Set(opened)
}

function sameDocument(now: string, next: string): boolean {
  const [one, other] = [new URL(now), new URL(next)]
  return one.pathname === other.pathname && one.search === other.search && one.hash !== other.hash
}

const PATIENCE = 10_000

async function settled(page: Page, dialect: Dialect, kind: string): Promise<void> {
  await page.waitForFunction(
    ([which, screen]) => {
      const has = (css: string) => document.querySelector(css) !== null
      if (which === 'M')
        return (
          !has('.MuiSkeleton-root, [role="progressbar"]') &&
          has('header[aria-label="Borger"]') &&
          (screen !== 'note' || has('[role="dialog"] article'))
        )
      const wanted = new URLSearchParams(window.location.hash.slice(1)).get('fane') ?? ''
      return (
        document.getElementById('opgave-loader')?.style.display === 'none' && has(`.person:not([hidden])[data-fane="${wanted}"] .rude > *`)
      )
    },
    [dialect, kind] as const,
    { timeout: PATIENCE, polling: 30 },
  )
  // React paints what came with the last answer.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 20))
      }),
  )
}
