import type { Page } from '@playwright/test'
import { generateCases } from '#demo/data/generate.ts'
import type { PageKind } from '#demo/screens.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { Proof } from '../claim.ts'
import { buildVariant } from '../support/build-variant.ts'
import { packOfFacts } from '../support/hostile-pack.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { plantCase } from '../support/planted-case.ts'
import { Random } from '../support/random.ts'
import { DIALECTS, startStage, type Dialect, type Stage } from '../support/stage.ts'
import { Tally } from '../support/tally.ts'
import { openPanel, unfoldAll, walkOverlay } from '../support/unfold.ts'
import { PROBES, plantEverywhere, removePlanted, type Probe } from './probes.ts'
import { type Secret, secretWord, wordsFor } from './secrets.ts'
import { installSpy } from './spy.ts'

const DEFAULT = 50
const ROWS = 3
/** Screens visited before the one where the page looks. */
const EARLIER: readonly PageKind[] = ['decisions', 'offers', 'my-plan', 'journal']
const LAST: PageKind = 'tasks'
const MENU: Readonly<Partial<Record<PageKind, string>>> = {
  decisions: 'Afgørelser',
  offers: 'Tilbud',
  'my-plan': 'Min Plan',
  journal: 'Journal & Dokumenter',
  tasks: 'Opgaver',
}

/** `overlay-leak`: a page that tries everything finds in our parts nothing that it does not show itself. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const random = new Random(seed)
  const [own, other] = [wordsFor(random, 'earlier screen'), wordsFor(random, 'the other tab’s case')]
  const cases = generateCases({ seed, today: danishDay(new Date()) }).filter(
    ({ lock, lists }) => lock === null && lists.decision.length > 0 && lists.offer.length > 0,
  )
  const [first, second] = cases
  if (!first || !second) throw new Error('too few cases')
  const otherName = secretWord(random)
  const planted = [
    plantCase(first, { rows: ROWS, next: own.next }),
    plantCase(second, { rows: ROWS, next: other.next, name: `Ida ${otherName}` }),
  ]
  const silent = Array.from({ length: 6 }, () => secretWord(random))
  const municipality = secretWord(random)
  const typed = secretWord(random)
  const built = await buildVariant({ pack: packOfFacts(silent) })
  const stage = await startStage({
    seed,
    cases: planted.map(({ record }) => record),
    extension: built.folder,
    policy: () => ({ municipality: `Kommune ${municipality}`, rulesOff: silent.map((_, at) => `text-${at}`) }),
  })
  const held: readonly Secret[] = [
    { word: otherName, held: 'the other tab’s citizen' },
    { word: municipality, held: 'policy' },
    { word: typed, held: 'typed in our own page' },
    ...silent.map((word) => ({ word, held: 'a rule that is off here' })),
    ...other.secrets.slice(0, 24),
    ...own.secrets,
  ]
  try {
    await stage.control.waitForFunction(async () => Object.keys(await chrome.storage.managed.get(null)).length > 0, undefined, {
      timeout: 15_000,
    })
    for (const dialect of DIALECTS)
      await attack({ stage, dialect, tally, log }, { held, typed, most: n ?? DEFAULT, records: planted.map(({ record }) => record) })
    return tally.result(`${PROBES.length + 2} probes for ${n ?? DEFAULT} secrets in both dialects`)
  } finally {
    await stage.close()
    built.remove()
  }
}

interface Run {
  readonly stage: Stage
  readonly dialect: Dialect
  readonly tally: Tally
  readonly log: (line: string) => void
}

interface Target {
  readonly held: readonly Secret[]
  readonly typed: string
  readonly most: number
  readonly records: readonly Parameters<Stage['address']>[1][]
}

async function attack(run: Run, target: Target): Promise<void> {
  const { stage, dialect, tally, log } = run
  const [first, second] = target.records
  if (!first || !second) return
  const other = await stage.newTab()
  await other.goto(stage.address(dialect, second))
  await stage.report(other)
  const page = await stage.newTab()
  await page.addInitScript(installSpy)
  await page.goto(stage.address(dialect, first))
  await stage.report(page)
  for (const kind of [...EARLIER, LAST]) {
    await goWithin(page, dialect, kind)
    await stage.report(page)
  }
  // What the page heard while it showed these texts itself is its own.
  await page.evaluate(() => {
    for (const heard of Object.values((window as unknown as { __loot: Record<string, string[]> }).__loot)) heard.length = 0
  })
  const inMemory = JSON.stringify(await stage.report(page))
  const panel = await openPanel(stage, page)
  const panelText = await panel.waitForText(/Hvorfor ikke/)
  await panel.evaluate(`(${unfoldAll.toString()})(2)`)
  await stage.control.bringToFront()
  await stage.control.keyboard.type(target.typed)
  await page.bringToFront()
  const walked = await walkOverlay(page, 6)
  await page.mouse.move(300, 140)
  // What the page itself shows is no secret, and what our parts do not hold proves nothing.
  const shown = await page.evaluate(() => `${document.body.innerText} ${document.documentElement.outerHTML}`)
  const secrets = target.held.filter(({ word, held }) => !shown.includes(word) && (!held.startsWith('earlier') || inMemory.includes(word)))
  const sample = [
    ...secrets.filter(({ held }) => held.startsWith('earlier')).slice(0, target.most - Math.min(23, Math.floor(target.most / 2))),
    ...secrets.filter(({ held }) => !held.startsWith('earlier')),
  ].slice(0, target.most)
  const kept = sample.filter(({ held }) => held.startsWith('earlier')).length
  tally.check(
    'nothing to find',
    kept >= Math.min(15, target.most / 3),
    () => `${dialect}: only ${kept} facts of earlier screens are in memory`,
  )
  tally.check('nothing to find', walked.cards > 0 && panelText.length > 200, () => `${dialect}: overlay and panel show too little`)
  for (const probe of PROBES)
    judgeProbe(run, probe.name, {
      secrets: sample,
      found: await lookWith(
        page,
        probe,
        sample.map(({ word }) => word),
      ),
    })
  judgeProbe(run, 'print', { secrets: sample, found: await inPrint(page, tally) })
  judgeProbe(run, 'accessibility tree', { secrets: sample, found: await accessibilityText(page) })
  requireFound(tally, await plantFaults(run, page), log)
  log(`dialect ${dialect}: ${sample.length} secrets (${kept} of earlier screens), ${walked.cards} cards opened before`)
  await page.close()
  await other.close()
}

/** By the page's own menu, so that the document stays and what was read is remembered. */
async function goWithin(page: Page, dialect: Dialect, kind: PageKind): Promise<void> {
  if (dialect === 'K') {
    const panes: Readonly<Partial<Record<PageKind, string>>> = {
      decisions: 'AFGOERELSER',
      offers: 'TILBUD',
      'my-plan': 'MIN_PLAN',
      journal: 'JOURNAL',
      tasks: 'OPGAVER',
    }
    await page.evaluate((pane) => {
      location.hash = `fane=${pane}`
    }, panes[kind] ?? '')
  } else
    await page
      .getByRole('navigation', { name: 'Borger' })
      .getByRole('link', { name: MENU[kind] ?? '' })
      .first()
      .click()
  await page.waitForTimeout(900)
}

async function lookWith(page: Page, { name, look }: Probe, words: readonly string[]): Promise<string> {
  const channel = name.startsWith('listens: ') ? [name.slice('listens: '.length)] : words
  return page.evaluate(look, channel)
}

function judgeProbe(
  { dialect, tally }: Pick<Run, 'dialect' | 'tally'>,
  probe: string,
  { secrets, found }: { readonly secrets: readonly Secret[]; readonly found: string },
): void {
  for (const { word, held } of secrets) tally.check('leak', !found.includes(word), () => `${dialect}, ${probe}: found "${word}" (${held})`)
}

/** On paper there must be nothing of ours at all. */
async function inPrint(page: Page, tally: Tally): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  const { text, boxes } = await page.evaluate(() => {
    const root = document.querySelector('[data-sagshjaelp]')?.shadowRoot
    const visible = [...(root?.querySelectorAll<HTMLElement>('aside *') ?? [])].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1,
    )
    return { text: `${document.body.innerText} ${visible.map((element) => element.innerText).join(' ')}`, boxes: visible.length }
  })
  await page.emulateMedia({ media: 'screen' })
  tally.check('printed', boxes === 0, () => `${boxes} parts of ours would be printed`)
  return text
}

async function accessibilityText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return JSON.stringify(
    nodes.map(({ name, description, value }) => [name?.value as unknown, description?.value as unknown, value?.value as unknown]),
  )
}

async function plantFaults({ dialect }: Run, page: Page): Promise<readonly PlantedFault[]> {
  const word = 'Qplantedword'
  await page.evaluate(plantEverywhere, word)
  await page.waitForTimeout(150)
  const found: PlantedFault[] = []
  for (const probe of PROBES) {
    const tally = new Tally(() => undefined)
    judgeProbe({ dialect, tally }, probe.name, { secrets: [{ word, held: 'planted' }], found: await lookWith(page, probe, [word]) })
    found.push({ kind: `${dialect}, ${probe.name}`, found: tally.failed > 0 })
  }
  found.push({ kind: `${dialect}, accessibility tree`, found: (await accessibilityText(page)).includes(word) })
  found.push({ kind: `${dialect}, print`, found: (await page.evaluate(() => document.body.innerText)).includes(word) })
  await page.evaluate(removePlanted)
  return found
}
