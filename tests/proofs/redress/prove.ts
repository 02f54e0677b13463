import type { Page } from '@playwright/test'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { generateCases } from '#demo/data/generate.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { Proof } from '../claim.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { DIALECTS, startStage, type Dialect, type Stage } from '../support/stage.ts'
import { Tally } from '../support/tally.ts'
import { clearTraps, type Place, rememberHost, TRICKS } from './tricks.ts'

/** Our parts answer no click on what has just moved or come. */
const STILL_MS = 750
const HONEST_ROUNDS = 3

/** `redress`: no trick of the page gets an act out of the overlay, and no honest click is refused. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const cases = generateCases({ seed, today: danishDay(new Date()) }).filter(({ lock }) => lock === null)
  const stage = await startStage({ seed, cases })
  const tricks = TRICKS.slice(0, n ?? TRICKS.length)
  try {
    for (const dialect of DIALECTS) {
      const page = await stage.newTab()
      const { read, stand } = await openWithAction(stage, page, { dialect, cases })
      const run: Run = { stage, page, dialect, tally, read, url: stand }
      requireFound(tally, await plantFaults(run), log)
      let held = 0
      for (const trick of tricks) if (await play(run, trick)) held += 1
      // A trick that changes nothing proves nothing.
      tally.check(
        'tricks without hold',
        held >= tricks.length * 0.8,
        () => `${dialect}: only ${held} of ${tricks.length} tricks changed anything`,
      )
      const honest = await honestClicks(run)
      log(`dialect ${dialect}: ${tricks.length} tricks, of which ${held} took hold, ${honest} honest clicks`)
      await page.close()
    }
    for (const error of stage.errors) tally.check('uncaught error', false, () => error)
    return tally.result(`${tricks.length} tricks in both dialects`)
  } finally {
    await stage.close()
  }
}

interface Run {
  readonly stage: Stage
  readonly page: Page
  readonly dialect: Dialect
  readonly tally: Tally
  readonly read: string
  /** Where the user stands. */
  readonly url: string
}

/** A case whose bar offers a next action. */
async function openWithAction(
  stage: Stage,
  page: Page,
  { dialect, cases }: { readonly dialect: Dialect; readonly cases: readonly CaseRecord[] },
): Promise<{ readonly read: string; readonly stand: string }> {
  for (const found of cases) {
    const [read, stand] = [stage.address(dialect, found, 'contact'), stage.address(dialect, found, dialect === 'M' ? 'contact' : 'tasks')]
    await openBoth(stage, page, [read, stand])
    if (await placeOf(page)) return { read, stand }
  }
  throw new Error('no case offers a next action')
}

/** In dialect K the next action leads to the screen it is read on, so the click is made on another pane of the same page. */
async function openBoth(stage: Stage, page: Page, [read, stand]: readonly [string, string]): Promise<void> {
  await page.goto(read)
  await stage.report(page, 500)
  if (stand === read) return
  await page.evaluate((hash) => {
    location.hash = hash
  }, new URL(stand).hash)
  await page.waitForTimeout(600)
  await stage.report(page, 400)
}

async function fresh({ stage, page, read, url }: Run): Promise<Place | null> {
  if (page.url() !== url) {
    await page.goto('about:blank')
    await openBoth(stage, page, [read, url])
  }
  await page.mouse.move(2, 2)
  await page.waitForTimeout(STILL_MS)
  return placeOf(page)
}

/** Where the first action of the bar lies. */
async function placeOf(page: Page): Promise<Place | null> {
  return page.evaluate(() => {
    const button = document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelector('.sh-bar-action')
    const box = button?.getBoundingClientRect()
    return box && box.width > 0 ? { x: box.left + box.width / 2, y: box.top + box.height / 2, css: '' } : null
  })
}

/** What an act leaves behind: another address, another setting, a panel. */
async function traces({ stage, page }: Run): Promise<string> {
  const inside = await stage.browser.worker.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(null), (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length]),
  )
  return `${page.context().pages().length} ${page.url()} ${inside}`
}

/** `false` when the trick had no hold: what the user sees at the button is pixel for pixel what it was. */
async function play(run: Run, trick: (typeof TRICKS)[number]): Promise<boolean> {
  const { page, tally, dialect } = run
  const at = await fresh(run)
  if (at === null) return tally.check('not tried', false, () => `${dialect}, ${trick.name}: the bar offers nothing to press`)
  const before = await traces(run)
  const looked = await lookOf(page, at)
  await page.evaluate(rememberHost)
  await page.evaluate(trick.set, { ...at, css: trick.css })
  let hold = true
  if (trick.kind === 'covered') {
    // The trap is set before the user comes; a browser needs a moment to see what lies over what.
    await page.waitForTimeout(STILL_MS)
    hold = looked !== (await lookOf(page, at))
    await page.mouse.move(at.x - 40, at.y - 4)
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    const now = await placeOf(page)
    hold ||= now === null || Math.abs(now.x - at.x) + Math.abs(now.y - at.y) > 4
    await page.mouse.up()
  }
  await page.waitForTimeout(500)
  if (hold) tally.check('acted', before === (await traces(run)), () => `${dialect}, ${trick.name}: ${before} → ${page.url()}`)
  if (page.url() === run.url) await page.evaluate(clearTraps)
  return hold
}

/** The pixels of the button. */
async function lookOf(page: Page, { x, y }: Place): Promise<string> {
  const picture = await page.screenshot({ clip: { x: x - 30, y: y - 9, width: 60, height: 18 }, animations: 'disabled', caret: 'hide' })
  return picture.toString('base64')
}

/** Real clicks of a user who sees what she presses. */
async function honestClicks(run: Run): Promise<number> {
  const { page, tally, dialect } = run
  let clicks = 0
  for (let round = 0; round < HONEST_ROUNDS; round += 1) {
    await page.goto('about:blank')
    const at = await fresh(run)
    if (at === null) continue
    const before = await traces(run)
    await page.mouse.move(at.x, at.y)
    await page.mouse.click(at.x, at.y)
    await page.waitForTimeout(400)
    clicks += 1
    const said = await page.evaluate(() =>
      [...(document.querySelector('[data-sagshjaelp]')?.shadowRoot?.querySelectorAll('[role=status]') ?? [])]
        .map(({ textContent }) => textContent)
        .join(' '),
    )
    tally.check(
      'false refusal',
      before !== (await traces(run)),
      () => `${dialect}: an honest click on a next action, round ${round + 1}, did nothing: ${said}`,
    )
  }
  for (const choice of ['Udsæt', 'Skjul']) clicks += await honestPutAway(run, choice)
  return clicks
}

async function honestPutAway(run: Run, choice: string): Promise<number> {
  const { page, tally, dialect } = run
  await page.goto('about:blank')
  await fresh(run)
  const before = await traces(run)
  const host = page.locator('[data-sagshjaelp]')
  await host.locator('.sh-bar-more').click()
  await page.waitForTimeout(STILL_MS)
  await host
    .locator('.sh-list')
    .getByRole('button', { name: /^Hvorfor/ })
    .first()
    .click()
  await page.waitForTimeout(STILL_MS)
  await host.getByRole('dialog').getByRole('button', { name: choice }).click()
  await page.waitForTimeout(STILL_MS)
  await host.getByRole('dialog').locator('.sh-choices button').first().click()
  await page.waitForTimeout(400)
  tally.check('false refusal', before !== (await traces(run)), () => `${dialect}: "${choice}" did nothing`)
  return 1
}

/** Each trace must be seen when it is there. */
async function plantFaults(run: Run): Promise<readonly PlantedFault[]> {
  const { stage, page } = run
  const before = await traces(run)
  const seen = async (kind: string, work: () => Promise<unknown>): Promise<PlantedFault> => {
    await work()
    return { kind: `${run.dialect}, ${kind}`, found: before !== (await traces(run)) }
  }
  const setting = await seen('a setting', async () => stage.browser.worker.evaluate(async () => chrome.storage.local.set({ planted: 1 })))
  await stage.browser.worker.evaluate(async () => chrome.storage.local.remove('planted'))
  const address = await seen('another address', async () =>
    page.evaluate(() => {
      history.pushState(null, '', '?planted=1')
    }),
  )
  await page.goto('about:blank')
  return [setting, address]
}
