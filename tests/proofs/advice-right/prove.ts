import type { Page } from '@playwright/test'
import { requireRulePack } from '#build/rule-pack.ts'
import { startStandIn } from '#demo/server/stand-in.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { addDays, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { NO_MEMORY, remember } from '#utils/page/case-memory.ts'
import type { CaseMemory } from '#utils/page/case-memory.ts'
import type { readHere } from '#utils/page/in-page.ts'
import type { Proof } from '../claim.ts'
import { CASE_SCREENS } from '../support/case-screens.ts'
import { askOracle } from '../support/oracle.ts'
import type { CaseIndexLine, Truth } from '../support/oracle.ts'
import { launchPlain } from '../support/plain-browser.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { readerInPage } from '../support/reader-in-page.ts'
import type { ReaderInPage } from '../support/reader-in-page.ts'
import { Tally } from '../support/tally.ts'
import { openScreen, visitOf } from '../support/visit-screen.ts'
import type { Dialect } from '../support/visit-screen.ts'
import { mostTelling } from './most-telling.ts'
import { Reach } from './reach.ts'
import { differences, verdictsOf, type Judging } from './verdicts.ts'

const DIALECTS = ['M', 'K'] as const
/** By default as many people as it takes to meet every verdict that the truth holds, but no more than the time allows. */
const MOST = 26
const MUST_REACH = 15

type Line = CaseIndexLine & { readonly named: boolean }

/**
 * The cases of the named people, read screen by screen in a real browser in both dialects and judged: what comes of it
 * must be what comes of the truth, and enough rules must come to met, due and breached through the pages alone.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const today = danishDay(new Date())
  const judging: Judging = { pack: loadRulePack(requireRulePack()), today }
  const standIn = await startStandIn({ seed, today, steering: { pageSize: 100 } })
  const browser = await launchPlain()
  const tally = new Tally(log)
  const reach = new Reach(judging.pack)
  const script = await readerInPage()
  const { layout } = judging.pack
  const asked = new Set<string>([...layout.singles, ...layout.groups])
  let planted = false
  try {
    const index = await askOracle<readonly Line[]>(standIn.urls.oracle, 'cases')
    const open = index.filter(({ named, lock }) => named && lock?.kind !== 'no-access')
    const shuffled = new Random(seed).sample(open, open.length)
    const truths = await Promise.all(shuffled.map(({ guid }) => askOracle<Truth>(standIn.urls.oracle, `case/${guid}`)))
    const all = truths.map((truth) => ({ truth, right: verdictsOf(inputOf(truth), judging) }))
    for (const { truth, right } of mostTelling(all, n ?? MOST)) {
      for (const dialect of DIALECTS) {
        const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } })
        const shown = verdictsOf(await readWhole(page, { truth, dialect, script, asked }), judging)
        await page.close()
        for (const { key, is, should } of differences(shown, right))
          tally.check(`${dialect} verdict`, false, () => `${key}: ${is}, should be ${should}`)
        tally.pass([...shown].filter(([key, verdict]) => right.get(key) === verdict).length)
        reach.note(dialect, shown)
        // A case on which time tells: with a deadline that is still ahead.
        if (!planted && [...right.values()].some((said) => said.includes('due '))) {
          requireFound(tally, plant(shown, inputOf(truth), judging), log)
          planted = true
        }
      }
    }
  } finally {
    await browser.close()
    await standIn.stop()
  }
  tally.check('planted faults', planted, () => 'no case had a deadline ahead to plant faults in')
  const reached = reach.report(log)
  if (n === null) tally.check('rules that reach all three', reached >= MUST_REACH, () => `${reached} rules, ${MUST_REACH} are promised`)
  return tally.result(`${reached} rules reach met, due and breached on both dialects; ${tally.passed} verdicts as the truth has them`)
}

interface CaseRun {
  readonly truth: Truth
  readonly dialect: Dialect
  readonly script: ReaderInPage
  /** The facts that some rule asks about. */
  readonly asked: ReadonlySet<string>
}

/** Whether a screen shows anything that a rule asks about. */
function isAskedAbout({ screens }: Truth, kind: string, asked: ReadonlySet<string>): boolean {
  const screen = screens[kind]
  return screen !== undefined && (screen.facts.some((key) => asked.has(key)) || screen.lists.some(({ group }) => asked.has(group)))
}

/** Visits every such screen and remembers what each shows, as the extension does. */
async function readWhole(page: Page, { truth, dialect, script, asked }: CaseRun): Promise<CaseInput> {
  let memory = NO_MEMORY
  for (const kind of CASE_SCREENS) {
    const visit = visitOf(truth, kind, dialect)
    if (!visit || !isAskedAbout(truth, kind, asked)) continue
    await openScreen(page, visit, dialect)
    await page.evaluate(`if (!globalThis.pageReader) { ${script.reader} }`)
    const reading = await page.evaluate((profile) => {
      const world = globalThis as unknown as { pageReader: { readHere: typeof readHere } }
      return world.pageReader.readHere(profile, 'real')
    }, script.profiles[dialect])
    if (reading?.identity.confirmed) memory = remember(memory, reading, Date.now())
  }
  return factsOf(memory)
}

function factsOf({ facts, lists }: CaseMemory): CaseInput {
  const values = (kept: Readonly<Record<string, { readonly value: unknown }>>) =>
    Object.fromEntries(Object.entries(kept).map(([key, { value }]) => [key, value]))
  return { facts: values(facts), lists: values(lists) }
}

function inputOf({ facts, lists }: Truth): CaseInput {
  return inputFromJson({
    facts,
    lists: Object.fromEntries(Object.entries(lists).map(([group, rows]) => [group, rows.map(({ id: _id, ...row }) => row)])),
  })
}

/** The comparison must see a verdict that was turned round, one that no one gave, and a case judged on another day. */
function plant(shown: ReadonlyMap<string, string>, truth: CaseInput, judging: Judging) {
  const [first] = [...shown].filter(([, verdict]) => verdict === 'met')
  const other: readonly CalendarDay[] = [400, 60, -60, -400].map((days) => addDays(judging.today, days))
  const right = verdictsOf(truth, judging)
  return [
    { kind: 'turned round', found: first !== undefined && differences(new Map([[first[0], 'breached']]), right).length === 1 },
    { kind: 'invented', found: differences(new Map([['no-such-rule', 'due']]), right).length === 1 },
    { kind: 'another day', found: other.some((today) => differences(verdictsOf(truth, { ...judging, today }), right).length > 0) },
  ]
}
