import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { attachSidePanel, type SidePanel } from '#build/browser/side-panel.ts'
import { EXTENSION } from '#build/browser/launch.ts'
import { extensionId } from '#build/browser/extension-id.ts'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { SCREENS } from '#demo/screens.ts'
import type { StandIn } from '#demo/server/stand-in.ts'
import { overlayOf } from '#tests/e2e/support/overlay.ts'
import type { Random } from '../../support/random.ts'
import { READ_PANEL, WATCH_PANEL, watchFrames, type PanelSample, type Sample } from './sample.ts'

export interface BrowserWalk {
  readonly frames: ReadonlyMap<number, readonly Sample[]>
  readonly panel: readonly PanelSample[]
  readonly kinds: Readonly<Record<string, number>>
}

export interface WalkOptions {
  readonly context: BrowserContext
  readonly standIn: StandIn
  readonly cases: readonly CaseRecord[]
  readonly random: Random
  readonly steps: number
}

const SCREENS_OF_CASE = SCREENS.filter(({ citizens, m, k }) => citizens === 'single' && !m.includes('{row}') && !k.endsWith('.do'))
const WAITS = [0, 0, 60, 250, 600, 900, 1100, 1300, 1700]
const MOST_TABS = 4

/** A random walk through tabs, cases and mishaps in a real browser, every frame of page and panel kept. */
export class BrowserWalker {
  readonly #options: WalkOptions
  readonly #frames = new Map<Page, Sample[]>()
  readonly #tabIds = new Map<Page, number>()
  readonly #kinds: Record<string, number> = {}
  #pages: Page[] = []
  #panel: SidePanel | null = null
  #log: PanelSample[] = []
  #control: CDPSession | null = null
  #front: Page | null = null

  constructor(options: WalkOptions) {
    this.#options = options
  }

  async run(): Promise<BrowserWalk> {
    const { context, random, steps } = this.#options
    await context.exposeBinding('proofSample', ({ page }, sample: Sample) => {
      this.#framesOf(page).push(sample)
    })
    await context.addInitScript(watchFrames)
    await this.#openPanel()
    for (let step = 0; step < steps; step += 1) {
      const [name, act] = this.#draw()
      const worked = await within(3000, act()).then(
        () => true,
        () => false,
      )
      this.#kinds[worked ? name : `${name} (refused)`] = (this.#kinds[worked ? name : `${name} (refused)`] ?? 0) + 1
      await new Promise((resolve) => setTimeout(resolve, random.pick(WAITS)))
    }
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await this.#drain()
    const frames = new Map([...this.#tabIds].map(([page, id]) => [id, this.#framesOf(page)]))
    return { frames, panel: this.#log, kinds: this.#kinds }
  }

  async #openPanel(): Promise<void> {
    const { context, standIn, random, cases } = this.#options
    const inside = context.pages()[0] ?? (await context.newPage())
    await inside.goto(`chrome-extension://${extensionId(EXTENSION)}/options.html`)
    this.#control = await context.newCDPSession(inside)
    await this.#control.send('ServiceWorker.enable')
    const page = await context.newPage()
    await page.goto(`${standIn.urls.m}/borger/${random.pick(cases).guid}/overblik`)
    await overlayOf(page).openPanel()
    this.#panel = await attachSidePanel(context)
    await this.#panel.waitForText(/\S/)
    await this.#panel.evaluate(WATCH_PANEL)
    await this.#adopt(page)
  }

  /** A page that is in front: which tab it is, the panel says. */
  async #adopt(page: Page): Promise<void> {
    const id = await this.#panel?.evaluate<number>('chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.id)')
    if (id === undefined) throw new Error('no panel')
    this.#tabIds.set(page, id)
    this.#log.push({ t: Date.now(), tab: id })
    this.#pages.push(page)
    this.#front = page
  }

  async #open(address: string): Promise<void> {
    const page = await this.#options.context.newPage()
    await this.#adopt(page)
    await page.goto(address, { waitUntil: 'commit' })
    while (this.#pages.length > MOST_TABS) {
      const [oldest] = this.#pages.splice(0, 1)
      await oldest?.close()
    }
  }

  #draw(): readonly [string, () => Promise<unknown>] {
    const {
      random,
      cases,
      standIn: { urls },
    } = this.#options
    const page = this.#front
    if (!page) throw new Error('no page')
    const found = random.pick(cases)
    const screen = random.pick(SCREENS_OF_CASE)
    const isM = page.url().startsWith(urls.m)
    const inM = (guid: string) => `${urls.m}${screen.m.replace('{guid}', guid)}`
    const routeM = (path: string) =>
      page.evaluate((to) => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
    const addressK = `${urls.k}/person/vis.do?id=${found.number}#fane=${screen.k}`
    const steps: readonly (readonly [string, number, () => Promise<unknown>])[] = [
      ['search, new tab', 6, () => this.#open(random.chance(0.6) ? inM(found.guid) : addressK)],
      ['another citizen', 26, () => (isM ? routeM(screen.m.replace('{guid}', found.guid)) : this.#pane(page, found))],
      [
        'another screen',
        12,
        () =>
          isM
            ? routeM(screen.m.replace('{guid}', guidIn(page.url()) ?? found.guid))
            : page.evaluate((hash) => {
                location.hash = hash
              }, `fane=${screen.k}`),
      ],
      ['page load', 8, () => page.goto(random.chance(0.5) ? inM(found.guid) : addressK, { waitUntil: 'commit' })],
      ['back', 10, () => page.evaluate(() => history.back())],
      ['forward', 5, () => page.evaluate(() => history.forward())],
      ['reload', 5, () => page.evaluate(() => location.reload())],
      ['list of citizens', 5, () => (isM ? routeM('/lister/mine-borgere') : page.goto(`${urls.k}/sagsliste.do`, { waitUntil: 'commit' }))],
      ['another tab', 12, () => this.#toFront(random.pick(this.#pages))],
      ['duplicate tab', 2, () => this.#open(page.url())],
      [
        'session expires',
        3,
        () =>
          isM
            ? page.evaluate(
                async (to) => {
                  await fetch('/api/logout', { method: 'POST' })
                  history.pushState(null, '', to)
                  dispatchEvent(new PopStateEvent('popstate'))
                },
                screen.m.replace('{guid}', found.guid),
              )
            : page.goto(`${urls.k}/logon.do`, { waitUntil: 'commit' }),
      ],
      [
        'logged in again',
        4,
        () =>
          page.evaluate(async () => {
            await fetch('/api/login', { method: 'POST', body: '{}' })
            location.reload()
          }),
      ],
      ['worker stopped', 4, async () => this.#control?.send('ServiceWorker.stopAllWorkers')],
    ]
    let left = random.next() * steps.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [name, weight, act] of steps) {
      left -= weight
      if (left < 0) return [name, act]
    }
    return ['nothing', async () => undefined]
  }

  /** Dialect K: a citizen open in the same document is brought forward; another is opened beside. */
  async #pane(page: Page, found: CaseRecord): Promise<unknown> {
    if (!page.url().includes('vis.do'))
      return page.goto(`${this.#options.standIn.urls.k}/person/vis.do?id=${found.number}`, { waitUntil: 'commit' })
    return page.evaluate((number) => {
      const tabs = [...document.querySelectorAll<HTMLAnchorElement>('.topmenu-tab a')]
      const other = tabs.find((tab) => !tab.parentElement?.classList.contains('aktiv'))
      if (other) other.click()
      else location.search = `?id=${number}`
    }, found.number)
  }

  async #toFront(page: Page): Promise<void> {
    await page.bringToFront()
    this.#front = page
  }

  async #drain(): Promise<void> {
    const log = (await this.#panel?.evaluate<PanelSample[]>(READ_PANEL)) ?? []
    this.#log = [...this.#log, ...log].toSorted((a, b) => a.t - b.t)
  }

  #framesOf(page: Page): Sample[] {
    const known = this.#frames.get(page)
    if (known) return known
    const fresh: Sample[] = []
    this.#frames.set(page, fresh)
    return fresh
  }
}

const guidIn = (address: string) => /\/borger\/([^/?#]+)/.exec(address)?.[1]

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<T>((_resolve, reject) => {
      setTimeout(() => reject(new Error('too slow')), ms)
    }),
  ])
}
