import type { BrowserContext, Page } from '@playwright/test'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { SCREENS } from '#demo/screens.ts'
import type { StandIn } from '#demo/server/stand-in.ts'
import { attachSidePanel, type SidePanel } from '#build/browser/side-panel.ts'
import { extensionId } from '#build/browser/extension-id.ts'
import { EXTENSION } from '#build/browser/launch.ts'
import { overlayOf } from '#tests/e2e/support/overlay.ts'
import { Random } from '../support/random.ts'

export interface SessionOptions {
  readonly context: BrowserContext
  readonly standIn: StandIn
  readonly cases: readonly CaseRecord[]
  readonly seed: number
  readonly steps: number
  /** Whether the extension is there to be used. */
  readonly withExtension: boolean
}

/** How often each thing was really done: a step that found nothing to press is not counted. */
export type Done = Record<string, number>

export interface Worked {
  readonly done: Done
  /** Title, address and history state of the extension's own pages, as the browser would record them. */
  readonly recorded: readonly string[]
}

const RECORDED = 'JSON.stringify([document.title, location.href, history.state])'

const CITIZEN_SCREENS = SCREENS.filter(({ citizens, m }) => citizens === 'single' && !m.includes('{row}'))
const VISIT_SHARE = 0.42
const OWN_STEPS = ['panel', 'panel tab', 'why', 'snooze', 'dismiss', 'list', 'options'] as const

/** The working day of the proof: the same visits with and without the extension; with it, everything it offers is used. */
export async function workThrough({ context, standIn, cases, seed, steps, withExtension }: SessionOptions): Promise<Worked> {
  const random = new Random(seed)
  const done: Done = {}
  const recorded: string[] = []
  const page = context.pages()[0] ?? (await context.newPage())
  let panel: SidePanel | null = null
  for (let step = 0; step < steps; step += 1) {
    const drawn = random.chance(VISIT_SHARE) ? 'visit' : random.pick(OWN_STEPS)
    // Each thing once, so that a short day leaves nothing untried; then as it falls.
    const what = step === 0 ? 'visit' : (OWN_STEPS[step - 1] ?? drawn)
    const chosen = { found: random.pick(cases), screen: random.pick(CITIZEN_SCREENS), dialect: random.pick(['M', 'K'] as const) }
    const worked =
      what === 'visit'
        ? await visit(page, standIn, { ...chosen, withExtension })
        : withExtension &&
          (await use(what, {
            page,
            context,
            recorded,
            panel: () => panel,
            onPanel: (open) => {
              panel = open
            },
          }))
    if (worked) done[what] = (done[what] ?? 0) + 1
    if (panel) recorded.push(await (panel as SidePanel).evaluate<string>(RECORDED))
  }
  return { done, recorded }
}

interface Visit {
  readonly found: CaseRecord
  readonly screen: (typeof CITIZEN_SCREENS)[number]
  readonly dialect: 'M' | 'K'
  readonly withExtension: boolean
}

async function visit(page: Page, { urls }: StandIn, { found, screen, dialect, withExtension }: Visit): Promise<boolean> {
  const address =
    dialect === 'M' ? `${urls.m}${screen.m.replace('{guid}', found.guid)}` : `${urls.k}/person/vis.do?id=${found.number}#fane=${screen.k}`
  await page.goto(address)
  if (withExtension)
    return overlayOf(page)
      .bar.waitFor({ timeout: 4000 })
      .then(
        () => true,
        () => false,
      )
  await page.waitForTimeout(1000)
  return true
}

/** The overlay answers no click on what has not been in sight for half a second. */
const SEEN_MS = 600
const SOON = 1200

interface Using {
  readonly page: Page
  readonly context: BrowserContext
  readonly recorded: string[]
  readonly panel: () => SidePanel | null
  readonly onPanel: (panel: SidePanel) => void
}

async function use(what: (typeof OWN_STEPS)[number], { page, context, recorded, panel, onPanel }: Using): Promise<boolean> {
  const overlay = overlayOf(page)
  const act = async (button: string, choices: string) => {
    const opener = overlay.host.getByRole('button', { name: button, exact: true }).first()
    if (!(await opener.isVisible())) await acts.why()
    await page.waitForTimeout(SEEN_MS)
    await opener.click({ timeout: SOON })
    await page.waitForTimeout(SEEN_MS)
    await overlay.host.locator(`[data-act=${choices}] button`).first().click({ timeout: SOON })
  }
  const acts: Record<typeof what, () => Promise<unknown>> = {
    list: async () => overlay.bar.locator('.sh-bar-more').click({ timeout: SOON }),
    why: async () => {
      const why = overlay.host.getByRole('button', { name: /^Hvorfor/ }).first()
      if (!(await why.isVisible())) await overlay.bar.locator('.sh-bar-more').click({ timeout: SOON })
      await page.waitForTimeout(SEEN_MS)
      await why.click({ timeout: SOON })
    },
    panel: async () => {
      if (panel()) return undefined
      await overlay.openPanel()
      return onPanel(await attachSidePanel(context))
    },
    'panel tab': async () =>
      panel()?.evaluate(
        `(() => { const all = [...document.querySelectorAll('summary, [role=tab], button[aria-expanded]')]; all[Math.floor(all.length / 2)]?.click(); return all.length })()`,
      ) ?? Promise.reject(new Error('closed')),
    snooze: async () => act('Udsæt', 'snooze'),
    dismiss: async () => act('Skjul', 'dismiss'),
    options: async () => {
      const options = await context.newPage()
      await options.goto(`chrome-extension://${extensionId(EXTENSION)}/options.html`)
      await options.waitForTimeout(300)
      recorded.push(await options.evaluate<string>(RECORDED))
      await options.close()
      await page.bringToFront()
    },
  }
  return acts[what]().then(
    () => true,
    () => false,
  )
}
