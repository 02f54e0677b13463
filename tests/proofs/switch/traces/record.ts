/**
 * `node tests/proofs/switch/traces/record.ts [SEED]`: opens both dialects of the stand-in, does to them what users and
 * servers do, and keeps what the watcher was told: the traces beside this file.
 */
import { writeFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { bundleReader } from '#build/bundle-reader.ts'
import { generateCases } from '#demo/data/generate.ts'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { startStandIn, type StandIn } from '#demo/server/stand-in.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { configOf } from '#utils/page/watch-page.ts'
import { siteProfileSchema } from '#utils/page/site-profile.ts'
import type { WatchEffect, WatchEvent } from '#utils/page/watch-types.ts'
import { markCases } from '../../support/marked-cases.ts'
import { openProfile } from '../../support/profile-browser.ts'
import { shortEffect, type Trace, type TraceEntry } from './trace.ts'
import profileK from '#packs/profiles/sagsbord-k.json' with { type: 'json' }
import profileM from '#packs/profiles/sagsbord-m.json' with { type: 'json' }

interface Scene {
  readonly page: Page
  readonly standIn: StandIn
  readonly people: readonly CaseRecord[]
}
type Scenario = (scene: Scene) => Promise<void>

const pause = (page: Page, ms: number) => page.waitForTimeout(ms)
const routeM = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
const inM = ({ standIn, people }: Scene, index: number) => `${standIn.urls.m}/borger/${people[index]?.guid}/overblik`
const inK = ({ standIn, people }: Scene, index: number, pane = 'PERSON_OVERBLIK') =>
  `${standIn.urls.k}/person/vis.do?id=${people[index]?.number}#fane=${pane}`

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'm-open': async (scene) => {
    await scene.page.goto(inM(scene, 0))
    await pause(scene.page, 3000)
  },
  'm-switch-with-stale-panels': async (scene) => {
    await scene.page.goto(`${inM(scene, 0)}?s.stale=1200&s.latency=100-600`)
    await pause(scene.page, 2500)
    await routeM(scene.page, `/borger/${scene.people[1]?.guid}/overblik`)
    await pause(scene.page, 3500)
  },
  'm-there-and-back': async (scene) => {
    await scene.page.goto(inM(scene, 0))
    await pause(scene.page, 2000)
    await routeM(scene.page, `/borger/${scene.people[1]?.guid}/kontaktforloeb`)
    await pause(scene.page, 250)
    await scene.page.evaluate(() => history.back())
    await pause(scene.page, 2500)
  },
  'm-list-and-expiry': async (scene) => {
    await scene.page.goto(inM(scene, 0))
    await pause(scene.page, 1800)
    await routeM(scene.page, '/lister/mine-borgere')
    await pause(scene.page, 700)
    await routeM(scene.page, `/borger/${scene.people[1]?.guid}/overblik`)
    await pause(scene.page, 1800)
    await scene.page.evaluate(async () => fetch('/api/logout', { method: 'POST' }))
    await routeM(scene.page, `/borger/${scene.people[1]?.guid}/minplan`)
    await pause(scene.page, 1200)
  },
  'k-panes': async (scene) => {
    await scene.page.goto(inK(scene, 0))
    await pause(scene.page, 1800)
    await scene.page.evaluate(() => {
      location.hash = 'fane=KONTAKTFORLOEB'
    })
    await pause(scene.page, 1500)
  },
  'k-citizens-in-one-page': async (scene) => {
    await scene.page.goto(inK(scene, 0))
    await scene.page.goto(inK(scene, 1))
    await pause(scene.page, 1800)
    await scene.page.locator('.topmenu-tab:not(.aktiv) a').first().click()
    await pause(scene.page, 1800)
    await scene.page.evaluate(() => history.back())
    await pause(scene.page, 1500)
  },
  'k-leave-and-return': async (scene) => {
    await scene.page.goto(inK(scene, 0))
    await pause(scene.page, 1500)
    await scene.page.goto(`${scene.standIn.urls.k}/sagsliste.do`)
    await pause(scene.page, 500)
    await scene.page.goBack({ waitUntil: 'commit' })
    await pause(scene.page, 1500)
  },
}

const seed = Number(process.argv[2] ?? 1)
const today = danishDay(new Date())
const light = generateCases({ seed: `trace-${seed}`, today, extra: 12 })
  .filter(({ lock, size }) => lock === null && size === 'light')
  .slice(0, 2)
const { cases } = markCases(light, seed)
const standIn = await startStandIn({ seed: `trace-${seed}`, today, cases })
const script = await bundleReader(new URL('recorder.ts', import.meta.url).pathname, 'traceRecorder')
const browser = await openProfile(null)
for (const [name, scenario] of Object.entries(SCENARIOS)) await recordOne(browser.context, name, scenario)
await browser.close()
browser.throwAway()
await standIn.stop()

async function recordOne(context: BrowserContext, name: string, scenario: Scenario): Promise<void> {
  const profile = siteProfileSchema.parse(name.startsWith('m-') ? profileM : profileK)
  const page = await context.newPage()
  const documents = new Map<string, TraceEntry[]>()
  await page.exposeFunction('traceTell', (id: string, text: string) => {
    documents.set(id, [...(documents.get(id) ?? []), entryOf(JSON.parse(text) as { event: WatchEvent; effects: readonly WatchEffect[] })])
  })
  await page.addInitScript(`${script}
    { const id = String(performance.timeOrigin); addEventListener('DOMContentLoaded', () => globalThis.traceRecorder.record(${JSON.stringify(profile)}, (entry) => globalThis.traceTell(id, entry))) }`)
  await scenario({ page, standIn, people: cases })
  await page.close()
  for (const [index, entries] of [...documents.values()].entries()) {
    const { seed: _seed, ...config } = configOf(profile)
    const trace: Trace = { what: name, profile: profile.id, config, entries }
    writeFileSync(new URL(`${name}-${index + 1}.json`, import.meta.url), `${JSON.stringify(trace)}\n`)
    console.log(`${name}-${index + 1}: ${entries.length} events`)
  }
}

function entryOf({ event, effects }: { event: WatchEvent; effects: readonly WatchEffect[] }): TraceEntry {
  return { event: event.type === 'read' ? { ...event, reading: shortened(event.reading) } : event, effects: effects.map(shortEffect) }
}

/** Small enough to keep: whose a text is stays, most of the text does not. */
function shortened<T>(reading: T): T {
  return JSON.parse(
    JSON.stringify(reading, (key, value: unknown) => {
      if (key === 'asRead' || key === 'locator') return ''
      if (key === 'rows' && Array.isArray(value)) return value.slice(0, 2)
      if (typeof value === 'string' && value.length > 48) return `${value.slice(0, 12)}…${value.slice(-24)}`
      return value
    }),
  ) as T
}
