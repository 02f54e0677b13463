import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { SCREENS } from '#demo/screens.ts'
import type { StandIn } from '#demo/server/stand-in.ts'
import type { Random } from '../support/random.ts'
import { differences, type Difference } from './compare.ts'
import { hostsAreRight, quiet } from './faults.ts'
import { keepWatch, takeSnapshot, type Snapshot } from './in-page.ts'
import { followWorlds, interferes, type Listener } from './listeners.ts'

/** A page to look at twice, and what happens to it meanwhile. */
export interface Visit {
  readonly name: string
  readonly address: string
  readonly citizens: 'none' | 'single' | 'many'
  /** Another screen of the same case, to be reached without a page load. */
  readonly route: string
}

/** Every screen of both dialects, each with a case drawn for it. */
export function everyScreen({ urls }: StandIn, cases: readonly CaseRecord[], random: Random): Visit[] {
  return SCREENS.flatMap(({ kind, citizens, m, k }) => {
    const found = random.pick(cases)
    const row = found.lists.note[0]?.id ?? 'x'
    const other = random.pick(SCREENS.filter((one) => one.citizens === 'single' && !one.m.includes('{row}') && !one.k.endsWith('.do')))
    const inM = (path: string) => path.replace('{guid}', found.guid).replace('{row}', row)
    const inK = (pane: string) =>
      pane.endsWith('.do')
        ? `/${pane}${pane === 'samtale.do' ? `?id=${found.number}` : ''}`
        : `/person/vis.do?id=${found.number}#fane=${pane}`
    return [
      { name: `M ${kind}`, address: `${urls.m}${inM(m)}`, citizens, route: inM(other.m) },
      { name: `K ${kind}`, address: `${urls.k}${inK(k)}`, citizens, route: `#fane=${other.k}` },
    ]
  })
}

/** One of two browsers on the same way through the same pages. */
export class Walker {
  readonly page: Page
  readonly #listeners: (() => Promise<Listener[]>) | null

  private constructor(page: Page, listeners: (() => Promise<Listener[]>) | null) {
    this.page = page
    this.#listeners = listeners
  }

  static async start(context: BrowserContext, withExtension: boolean): Promise<Walker> {
    const page = await context.newPage()
    await page.addInitScript(keepWatch)
    const session: CDPSession | null = withExtension ? await context.newCDPSession(page) : null
    return new Walker(page, session && (await followWorlds(session, ({ origin }) => origin.startsWith('chrome-extension://'))))
  }

  async snapshot(): Promise<Snapshot> {
    await quiet(this.page)
    return this.page.evaluate(takeSnapshot)
  }

  async heard(): Promise<readonly Listener[]> {
    return this.#listeners ? this.#listeners() : []
  }

  get overlay() {
    return this.page.locator('[data-sagshjaelp]')
  }
}

export interface Looked {
  readonly where: string
  readonly differences: readonly Difference[]
  readonly hostsRight: boolean
  readonly interfering: readonly Listener[]
  readonly heard: number
  /** The extension showed something. */
  readonly shown: boolean
}

/** Two walkers, one with the extension, do the same on the same page; afterwards the page must be the same. */
export async function lookTwice(pair: { readonly plain: Walker; readonly ours: Walker }, visit: Visit, random: Random): Promise<Looked[]> {
  const both = [pair.plain, pair.ours]
  const looks: Looked[] = []
  await Promise.all(both.map(async ({ page }) => page.goto(visit.address)))
  if (visit.citizens === 'single') await pair.ours.overlay.waitFor({ state: 'attached', timeout: 3000 }).catch(() => undefined)
  looks.push(await compare(pair, visit.name))
  const wheel = [random.int(-300, 900), random.int(0, 600), random.int(-900, 200)]
  await Promise.all(
    both.map(async ({ page }) => {
      await page.mouse.move(640, 500)
      for (const distance of wheel) await page.mouse.wheel(0, distance)
      // What lies under the pointer looks different; let that be the same in both.
      await page.mouse.move(1278, 898)
      for (const key of ['Shift', 'j', 'ArrowLeft']) await page.keyboard.press(key)
      await page.waitForTimeout(150)
    }),
  )
  looks.push(await compare(pair, `${visit.name}, scrolled`))
  if (visit.citizens === 'single') {
    await Promise.all(both.map(async ({ page }) => page.evaluate(goTo, visit.route)))
    await Promise.all(both.map(async ({ page }) => page.waitForTimeout(900)))
    looks.push(await compare(pair, `${visit.name}, on to ${visit.route}`))
  }
  return looks
}

/** A change of address without a page load, as the host's own code makes it. */
function goTo(route: string): void {
  if (route.startsWith('#')) location.hash = route
  else {
    history.pushState(null, '', route)
    dispatchEvent(new PopStateEvent('popstate'))
  }
}

const TRIES = 3

/** Host pages finish in their own time, so a difference counts only when it stays. */
async function compare({ plain, ours }: { readonly plain: Walker; readonly ours: Walker }, where: string): Promise<Looked> {
  for (let tries = 1; ; tries += 1) {
    const [without, withIt] = await Promise.all([plain.snapshot(), ours.snapshot()])
    const found = differences(without, withIt)
    if (found.length > 0 && tries < TRIES) {
      await ours.page.waitForTimeout(400)
      continue
    }
    const heard = await ours.heard()
    return {
      where,
      differences: found,
      hostsRight: hostsAreRight(withIt),
      interfering: heard.filter(interferes),
      heard: heard.length,
      shown: withIt['hosts'] !== '',
    }
  }
}
