import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { launchPlain } from '../support/plain-browser.ts'
import { bundleReader } from '#build/bundle-reader.ts'
import { startStandIn } from '#demo/server/stand-in.ts'
import { day } from '#utils/domain/calendar-day.ts'
import type { readHere } from '#utils/page/in-page.ts'
import { danishDay } from '#utils/page/read-date.ts'
import type { Proof, ProofResult } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import type { PlantedFault } from '../support/planted.ts'
import { CASE_SCREENS } from '../support/case-screens.ts'
import { readerInPage } from '../support/reader-in-page.ts'
import type { ReaderInPage } from '../support/reader-in-page.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { compare } from './compare.ts'
import type { Reading, Shown } from './compare.ts'
import { plantFaults } from './faults.ts'
import type { mutate } from './mutators/mutate.ts'
import { Score } from './score.ts'
import { askOracle } from '../support/oracle.ts'
import type { CaseIndexLine, Truth } from '../support/oracle.ts'
import { openScreen, visitOf } from '../support/visit-screen.ts'
import type { Dialect, Visit } from '../support/visit-screen.ts'

/** Cases by default: all screens of both dialects, as they are and mutated, within five minutes on two cores. */
const CASES = 7
const EXTRA = 24
const DIALECTS = ['M', 'K'] as const
const BAR = { plain: 0.99, mutated: 0.95 }

/**
 * Generated cases in a real browser, read by the extension's own reader and compared with the oracle: as the pages are,
 * and mutated. A wrong value or a wrong identity fails the proof, however few they are.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const random = new Random(seed)
  const standIn = await startStandIn({ seed, today: day(danishDay(Date.now())), extra: EXTRA })
  const browser = await launchPlain()
  const stage: Stage = { log, random, scripts: await scripts(), score: new Score(), faults: [], page: null }
  try {
    const index = await askOracle<readonly CaseIndexLine[]>(standIn.urls.oracle, 'cases')
    const open = index.filter(({ lock }) => lock?.kind !== 'no-access')
    for (const { guid } of random.sample(open, n ?? CASES)) {
      const truth = await askOracle<Truth>(standIn.urls.oracle, `case/${guid}`)
      for (const dialect of DIALECTS) {
        const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } })
        const page = await context.newPage()
        page.setDefaultTimeout(15_000)
        const steering = await steer(page, { m: standIn.urls.m, k: standIn.urls.k }[dialect === 'M' ? 'm' : 'k'], random)
        await readCase({ ...stage, page }, { truth, dialect, ...steering })
        await context.close()
      }
    }
  } finally {
    await browser.close()
    await standIn.stop()
  }
  return judged(stage)
}

interface Stage {
  readonly log: (line: string) => void
  readonly random: Random
  readonly scripts: ReaderInPage & { readonly mutators: string }
  readonly score: Score
  readonly faults: PlantedFault[]
  readonly page: Page | null
}

async function scripts(): Promise<Stage['scripts']> {
  const mutators = fileURLToPath(new URL('mutators/mutate.ts', import.meta.url))
  return { ...(await readerInPage()), mutators: await bundleReader(mutators, 'pageMutators') }
}

interface CaseRun {
  readonly truth: Truth
  readonly dialect: Dialect
  readonly rowsShown: number
}

/** How this session's pages look: dates, words, page size. The truth does not change. */
async function steer(page: Page, home: string, random: Random): Promise<{ rowsShown: number }> {
  const dates = random.pick(['dialect', 'dialect', 'dots', 'dashes', 'slashes', 'words', 'iso'])
  const pageSize = random.pick([10, 25, 100])
  await page.goto(
    `${home}/${home.endsWith('kobenhavn') ? 'forside.do' : ''}?s.reset=1&s.dates=${dates}&s.labels=${random.int(0, 2)}&s.pageSize=${pageSize}&s.preview=${random.chance(0.3) ? 'on' : 'off'}`,
    { waitUntil: 'domcontentloaded' },
  )
  return { rowsShown: home.endsWith('kobenhavn') ? pageSize : 30 }
}

async function readCase(stage: Stage, run: CaseRun): Promise<void> {
  for (const kind of CASE_SCREENS) {
    const visit = visitOf(run.truth, kind, run.dialect)
    const screen = run.truth.screens[kind]
    if (visit && screen) await readScreen(stage, run, { visit, screen: kind === 'note' ? ofOneNote(screen, visit.url) : screen })
  }
}

/** Reads a screen as it is, and once more when it has been mutated. */
async function readScreen(stage: Stage, run: CaseRun, { visit, screen }: { visit: Visit; screen: Shown['screen'] }): Promise<void> {
  const { page, score, random } = stage
  if (!page) return
  const unfolded = (await openScreen(page, visit, run.dialect)) ?? visit.unfolded
  const shown: Shown = { ...run, screen, unfolded }
  const where = { dialect: run.dialect, kind: visit.kind }
  const plain = await readNow(stage, run.dialect, null)
  if (plain.reading && isRich(plain.reading) && stage.faults.length === 0) stage.faults.push(...plantFaults(plain.reading, shown))
  score.add({ ...where, mutators: [] }, compare(plain.reading, shown))
  const mutated = await readNow(stage, run.dialect, random.int(1, 1_000_000_000))
  score.add({ ...where, mutators: mutated.mutators }, compare(mutated.reading, shown))
  // A mutated page is not one the host's own script can go on from.
  await page.goto('about:blank')
}

/** Has enough in it to put faults into. */
function isRich(reading: Reading): boolean {
  return Object.keys(reading.facts).length > 10 && Object.values(reading.lists).some((list) => list.rows.length > 1)
}

/** The note screen shows one row: the note in the address. */
function ofOneNote(screen: Shown['screen'], url: string): Shown['screen'] {
  return { ...screen, lists: screen.lists.map((list) => ({ ...list, rows: list.rows.filter((id) => url.includes(id)) })) }
}

async function readNow(
  { page, scripts: { reader, mutators, profiles } }: Stage,
  dialect: Dialect,
  seed: number | null,
): Promise<{ reading: Reading | null; mutators: readonly string[] }> {
  if (!page) return { reading: null, mutators: [] }
  await page.evaluate(`if (!globalThis.pageReader) { ${reader}\n${mutators} }`)
  return page.evaluate(
    ([profile, chosen]) => {
      const world = globalThis as unknown as { pageReader: { readHere: typeof readHere }; pageMutators: { mutate: typeof mutate } }
      const applied = chosen === null ? [] : world.pageMutators.mutate(chosen)
      return { reading: world.pageReader.readHere(profile, 'real'), mutators: applied }
    },
    [profiles[dialect], seed] as const,
  )
}

function judged({ log, score, faults }: Stage): ProofResult {
  const tally = new Tally(log)
  score.report(log)
  requireFound(tally, faults, log)
  tally.check('planted faults', faults.length > 0, () => 'no reading was rich enough to plant faults in')
  for (const dialect of DIALECTS) {
    for (const mode of ['plain', 'mutated'] as const) {
      const { right, total, wrong } = score.of(dialect, mode)
      const share = total === 0 ? 0 : right / total
      tally.check(`${dialect} ${mode} wrong`, wrong === 0, () => `${wrong} wrong`)
      tally.check(`${dialect} ${mode} right`, share >= BAR[mode], () => `${(share * 100).toFixed(2)} % right`)
    }
  }
  const all = score.of(null, 'plain')
  const mutated = score.of(null, 'mutated')
  const percent = ({ right, total }: { right: number; total: number }) => (total === 0 ? '0' : ((100 * right) / total).toFixed(2))
  return {
    figure: `${percent(all)} % of ${all.total} values right, ${all.wrong} wrong; mutated ${percent(mutated)} % of ${mutated.total}, ${mutated.wrong} wrong`,
    passed: all.right + mutated.right,
    failed: tally.failed,
    examined: all.total + mutated.total,
    held: tally.failed === 0 && all.total > 0 && mutated.total > 0,
  }
}
