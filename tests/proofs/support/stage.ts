import type { Page, Worker } from '@playwright/test'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { SCREENS, type PageKind } from '#demo/screens.ts'
import { startStandIn, type StandIn } from '#demo/server/stand-in.ts'
import type { Steering } from '#demo/server/steering.ts'
import { extensionId } from '#build/browser/extension-id.ts'
import { EXTENSION, launch, type Launched } from '#build/browser/launch.ts'
import type { PageReport } from '#utils/case-session/page-report.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { type ForeignRequest, startSniffingProxy, type SniffingProxy } from './sniffing-proxy.ts'

export type Dialect = 'M' | 'K'
export const DIALECTS: readonly Dialect[] = ['M', 'K']

export interface StageOptions {
  readonly seed: number
  readonly cases: readonly CaseRecord[]
  readonly extension?: string
  readonly policy?: (urls: StandIn['urls']) => object
  /** Other servers that the browser may reach: `host:port`. */
  readonly hosts?: readonly string[]
  readonly steering?: Partial<Steering>
  /** Unpacked extensions beside ours. */
  readonly beside?: readonly string[]
}

/** The built extension in a browser that can reach the stand-in and nothing else, and what was noticed meanwhile. */
export interface Stage {
  readonly browser: Launched
  readonly standIn: StandIn
  readonly proxy: SniffingProxy
  /** Requests to hosts that are neither the stand-in nor the browser maker's own services. */
  foreign(): readonly ForeignRequest[]
  /** A page of the extension itself, from which its own state can be looked at. */
  readonly control: Page
  /** Uncaught errors of any page or script, and texts of refused code. */
  readonly errors: string[]
  newTab(): Promise<Page>
  address(dialect: Dialect, found: CaseRecord, kind?: PageKind): string
  tabId(page: Page): Promise<number>
  /** What the page's script tells the panel, once it has nothing more to tell. */
  report(page: Page, quiet?: number): Promise<PageReport | null>
  close(): Promise<void>
}

/** The browser's updates and sign-in, which happen in a run without any extension as well. */
const BROWSERS_OWN =
  /^(?:https?:\/\/)?(?:(?:update|content-autofill|optimizationguide-pa|safebrowsing|clientservices)\.googleapis\.com|(?:accounts|clients2|www|redirector\.gvt1)\.google(?:\.com)?)(?::\d+)?(?:\/|$)/
const REFUSED = /violates the following|Refused to|requires 'Trusted/

export async function startStage(options: StageOptions): Promise<Stage> {
  const standIn = await startStandIn({
    seed: options.seed,
    today: danishDay(new Date()),
    cases: options.cases,
    steering: { virtual: false, pageSize: 200, ...options.steering },
  })
  // The last is the practice customer's proxy for language models, which the extension may ask whether it is there.
  const known = [...Object.values(standIn.urls).map((url) => new URL(url).host), ...(options.hosts ?? []), 'localhost:8787']
  const proxy = await startSniffingProxy(() => known)
  const args = [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>', ...loadArgs(options)]
  const launched = await launch({
    args,
    ...(options.extension !== undefined && { extension: options.extension }),
    ...(options.policy && { policy: options.policy(standIn.urls) }),
  })
  const id = extensionId(options.extension ?? EXTENSION)
  const browser = { ...launched, id, worker: await ourWorker(launched, id) }
  const errors: string[] = []
  const listen = (page: Page) => {
    page.on('pageerror', (error) => errors.push(`${page.url().slice(0, 80)}: ${error.message}`))
    page.on('console', (message) => {
      if (REFUSED.test(message.text())) errors.push(`${page.url().slice(0, 80)}: ${message.text()}`)
    })
  }
  browser.context.on('page', listen)
  browser.context.pages().forEach(listen)
  const control = await browser.context.newPage()
  await control.goto(`chrome-extension://${browser.id}/options.html`)
  const tabId = async (page: Page) => {
    const url = page.url()
    const found = await control.evaluate(async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id, url)
    if (found === undefined) throw new Error(`no tab shows ${url}`)
    return found
  }
  return {
    browser,
    standIn,
    proxy,
    control,
    errors,
    tabId,
    foreign: () => proxy.foreign.filter(({ target }) => !BROWSERS_OWN.test(target)),
    newTab: async () => browser.context.newPage(),
    address: (dialect, found, kind = 'overview') => addressOf(standIn, dialect, found, kind),
    report: async (page, quiet = 250) => control.evaluate(askPage, { tabId: await tabId(page), quiet }),
    close: async () => {
      await browser.close()
      await Promise.all([standIn.stop(), proxy.stop()])
    },
  }
}

/** The browser takes the last of two equal switches, so these stand in for the launcher's own. */
function loadArgs({ beside = [], extension = EXTENSION }: StageOptions): readonly string[] {
  const all = [extension, ...beside].join(',')
  return beside.length === 0 ? [] : [`--disable-extensions-except=${all}`, `--load-extension=${all}`]
}

async function ourWorker({ context }: Launched, id: string): Promise<Worker> {
  const find = () => context.serviceWorkers().find((worker) => new URL(worker.url()).host === id)
  return find() ?? context.waitForEvent('serviceworker', { predicate: (worker) => new URL(worker.url()).host === id })
}

function addressOf({ urls }: StandIn, dialect: Dialect, found: CaseRecord, kind: PageKind): string {
  const screen = SCREENS.find((one) => one.kind === kind)
  if (!screen) throw new RangeError(kind)
  return dialect === 'M'
    ? `${urls.m}${screen.m.replace('{guid}', found.guid).replace(/^\/borger\/([^/]+)\//, '/borger/$1/')}`
    : `${urls.k}/person/vis.do?id=${found.number}#fane=${screen.k}`
}

/** Runs in the extension's page: listens as the panel does until the page has been quiet for a while. */
async function askPage({ tabId, quiet }: { tabId: number; quiet: number }): Promise<PageReport | null> {
  return new Promise((resolve) => {
    let last: PageReport | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const give = () => resolve(last)
    setTimeout(give, 9000)
    const connect = () => {
      const port = chrome.tabs.connect(tabId, { name: 'sagshjaelp-panel', frameId: 0 })
      port.onMessage.addListener((report: PageReport) => {
        last = report
        clearTimeout(timer)
        const settled = report.kind === 'open' ? !report.view.notRead.some(({ why }) => why === 'loading') : report.kind !== 'settling'
        if (settled)
          timer = setTimeout(() => {
            port.disconnect()
            give()
          }, quiet)
      })
      // The recogniser's line closes when the reader takes over.
      port.onDisconnect.addListener(() => {
        void chrome.runtime.lastError
        clearTimeout(timer)
        setTimeout(connect, 30)
      })
    }
    connect()
  })
}
