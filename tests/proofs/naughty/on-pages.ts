import type { Page } from '@playwright/test'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { generateCases } from '#demo/data/generate.ts'
import type { PageKind } from '#demo/screens.ts'
import { type FactKey, isListGroup } from '#utils/domain/fact-catalogue.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { buildVariant } from '../support/build-variant.ts'
import { packOfFacts } from '../support/hostile-pack.ts'
import { plantCase, type Planted, type PlantedCase } from '../support/planted-case.ts'
import { DIALECTS, startStage, type Dialect, type Stage } from '../support/stage.ts'
import { TEXT_SCREENS } from '../support/text-screens.ts'
import { printable, type Tally } from '../support/tally.ts'
import { openPanel, unfoldAll, walkOverlay } from '../support/unfold.ts'
import type { NaughtyString } from './strings.ts'
import { asRead, wanted } from './wanted.ts'

const SCREENS: readonly PageKind[] = [...TEXT_SCREENS, 'cases']
const ROWS = 8
/** Words of the case system itself for a page that is not ready: the reader keeps away from a page where they stand alone. */
const MARKER = /^(?:Indlæser|Der opstod en fejl|Ingen adgang|Log (?:ind|på)|Henter|Vis$)/
/** Names stand beside the CPR number in headings and tabs; longer ones are no names. */
const LONGEST_NAME = 120

export interface PageRun {
  readonly seed: number
  readonly strings: readonly NaughtyString[]
  readonly tally: Tally
  readonly log: (line: string) => void
}

export function plantStrings({ seed, strings }: PageRun): readonly PlantedCase[] {
  const left = generateCases({ seed, today: danishDay(new Date()), extra: 60 }).toReversed()
  const made: PlantedCase[] = []
  for (let at = 0; at < strings.length;) {
    const found = left.pop()
    if (!found) break
    const name = strings[(at * 11 + made.length) % strings.length]?.text ?? 'x'
    // A name is one line of something that can be seen, as the case system would insist.
    const clean = wanted('citizen.name', name).replaceAll(/[()]/g, '')
    made.push(
      plantCase(found, {
        rows: ROWS,
        next: () => strings[at++ % strings.length]?.text ?? 'x',
        ...(/\p{L}/u.test(clean) && clean.length <= LONGEST_NAME && { name: clean }),
      }),
    )
  }
  return made
}

/** Every text through a served page in both dialects to the reader, the rules, overlay and panel. */
export async function onPages(run: PageRun): Promise<void> {
  const built = await buildVariant({ pack: packOfFacts() })
  const cases = plantStrings(run)
  const stage = await startStage({ seed: run.seed, cases: cases.map(({ record }) => record), extension: built.folder })
  try {
    for (const dialect of DIALECTS) await walk(run, stage, { cases, dialect })
    for (const error of stage.errors) run.tally.check('crash', false, () => error)
  } finally {
    await stage.close()
    built.remove()
  }
}

/** What was seen of one case, over its screens. */
interface Seen {
  readonly found: Set<Planted>
  /** Parts that the reader said it did not read. */
  readonly told: Set<string>
  /** Keys that were read at all: a screen that stayed closed gives none of its own. */
  readonly keys: Set<string>
}

async function walk(run: PageRun, stage: Stage, { cases, dialect }: { cases: readonly PlantedCase[]; dialect: Dialect }): Promise<void> {
  const { tally, log } = run
  const page = await stage.newTab()
  let [right, missed, closed] = [0, 0, 0]
  for (const one of cases) {
    const seen: Seen = { found: new Set(), told: new Set(), keys: new Set() }
    for (const kind of SCREENS) {
      await page.goto(stage.address(dialect, one.record, kind))
      if (!(await lookAt(stage, page, { one, seen, judging: { tally, where: `${dialect} ${kind}` } }))) closed += 1
    }
    const unread = missedIn(one, seen)
    for (const { key, text } of unread.slice(0, 5)) log(`  not read in ${dialect}: ${key} ${printable(text, 60)}`)
    right += seen.found.size
    missed += unread.length
    await shownWhole(stage, page, { tally, where: `${dialect}, panel` })
  }
  tally.check(
    'too little is read',
    right > 0 && missed <= (right + missed) * 0.02,
    () => `${dialect}: ${right} read, ${missed} left out without a word`,
  )
  log(`dialect ${dialect}: ${cases.length} cases, ${right} values right, ${missed} left out, ${closed} pages not read`)
  await page.close()
}

/** One screen; `false` when the reader keeps away from it, which is allowed, told and counted. A reader that broke is not. */
async function lookAt(
  stage: Stage,
  page: Page,
  { one, seen, judging }: { one: PlantedCase; seen: Seen; judging: Judging },
): Promise<boolean> {
  const { tally, where } = judging
  const report = await stage.report(page, 120)
  tally.check(
    'crash',
    report !== null && !(report.kind === 'off' && report.code === 'reader-failed'),
    () => `${where}: ${JSON.stringify(report)}`,
  )
  if (report?.kind !== 'open') {
    tally.check(
      'closed for no reason',
      one.planted.some(({ text }) => MARKER.test(text)),
      () => `${where}: ${JSON.stringify(report)}`,
    )
    return false
  }
  for (const found of judgeReading(report.view, one, judging)) seen.found.add(found)
  for (const { part } of report.view.notRead) seen.told.add(part)
  for (const key of valuesOf(report.view).keys()) seen.keys.add(key)
  const overlay = await page.evaluate(overlayFits)
  tally.check('layout', overlay.length === 0, () => `${where}, overlay: ${overlay.join('; ')}`)
  return true
}

/** What the reader said that it did not read (a folded part, a page that it did not trust) is not missed. */
function missedIn({ record, planted }: PlantedCase, { found, told, keys }: Seen): readonly Planted[] {
  return planted.filter((one) => standsSomewhere(record, one) && !found.has(one) && !told.has(one.key) && keys.has(one.key))
}

export interface Judging {
  readonly where: string
  readonly tally: Tally
}

/** Values against what was planted; gives what was found. Each value that was read for a key must be one that stands there. */
export function judgeReading(view: CaseView, { record, planted }: PlantedCase, { where, tally }: Judging): ReadonlySet<Planted> {
  tally.check('false CPR', view.identity.cpr === record.facts['citizen.cpr'], () => `${where}: identity ${view.identity.cpr}`)
  const name = wanted('citizen.name', String(record.facts['citizen.name']))
  tally.check('wrong value', asRead(view.identity.name) === name, () => `${where}: name is "${view.identity.name}", should be "${name}"`)
  const values = valuesOf(view)
  const byKey = Map.groupBy(planted, ({ key }) => key)
  const read = new Set<Planted>()
  for (const [key, shown] of values) {
    const there = byKey.get(key)
    if (!there) continue
    const expected = new Set(there.map(({ text }) => wanted(key, text)))
    for (const value of shown) {
      const text = asRead(value)
      tally.check(
        'wrong value',
        (text !== null && expected.has(text)) || (value === null && (mayBeEmpty(expected) || isSomewhereEmpty(record, key))),
        () => `${where}, ${key}: read ${escaped(String(value))}, nearest planted ${escaped(nearest(String(value), expected))}`,
      )
    }
    const found = new Set(shown.map(asRead))
    for (const one of there) if (found.has(wanted(key, one.text))) read.add(one)
  }
  return read
}

/** Fields and cells that were empty from the start are left so. */
function isSomewhereEmpty({ facts, lists }: CaseRecord, key: FactKey): boolean {
  const [group = ''] = key.split('.')
  const rows: readonly object[] = isListGroup(group) ? lists[group] : [facts]
  return rows.some((row) => (row as Record<string, unknown>)[key] === null)
}

function escaped(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function nearest(value: string, expected: ReadonlySet<string>): string {
  const shared = (text: string) => [...text].filter((char) => value.includes(char)).length / (text.length + 1)
  return [...expected].toSorted((a, b) => shared(b) - shared(a))[0] ?? ''
}

/** Annulled notes are filtered out by the page, bodies stand on a page of their own, and some keys stand on no screen walked here. */
function standsSomewhere({ lists }: CaseRecord, { key, row }: Planted): boolean {
  if (/^(?:note\.body|section\.text|benefit\.|session\.)/.test(key) || row === null) return row === null && !key.startsWith('session.')
  return !key.startsWith('note.') || lists.note.find(({ id }) => id === row)?.['note.status'] === 'Aktiv'
}

/** Texts that a case system writes into an empty field. */
function mayBeEmpty(expected: ReadonlySet<string>): boolean {
  return [...expected].some((text) => /^(?:[-–—.]*|\(?(?:tom|ingen)\)?|null|undefined)$/i.test(text))
}

function valuesOf(view: CaseView): ReadonlyMap<FactKey, readonly unknown[]> {
  const facts = [
    ...Object.values(view.facts),
    ...Object.values(view.lists).flatMap((list) => (list?.rows ?? []).flatMap((row) => Object.values(row.facts))),
  ]
  const values = new Map<FactKey, unknown[]>()
  for (const fact of facts) if (fact) values.set(fact.key, [...(values.get(fact.key) ?? []), fact.value])
  return values
}

/** Opens everything in overlay and panel: nothing may break, and no text may push its box out of the view. */
async function shownWhole(stage: Stage, page: Page, { tally, where }: Judging): Promise<void> {
  await walkOverlay(page, 3)
  const panel = await openPanel(stage, page)
  const text = await panel.waitForText(/Hvorfor ikke|Sagen|Siden/)
  await panel.evaluate(`(${unfoldAll.toString()})(2)`)
  const wide = await panel.evaluate<readonly string[]>(`(${tooWide.toString()})()`)
  tally.check('layout', wide.length === 0, () => `${where}: ${wide.join('; ')}`)
  tally.check('crash', !/En regel kunne ikke køres|Noget gik galt/.test(text), () => `${where}: an error stands in the panel`)
}

/** What is wider than the window. Stands alone. */
function tooWide(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth + 1) return []
  const deepest = (element: Element) => [...element.children].every((child) => child.getBoundingClientRect().right <= clientWidth + 1)
  const wide = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && deepest(element),
  )
  return [
    `${scrollWidth} wide in ${clientWidth}`,
    ...wide
      .slice(-3)
      .map(
        (element) =>
          `${element.localName}.${element.className}, ${getComputedStyle(element).overflowWrap}, ${Math.round(element.getBoundingClientRect().width)}: ${element.textContent?.slice(0, 80)}`,
      ),
  ]
}

/** Parts of the overlay that stick out of the window. Stands alone. */
function overlayFits(): readonly string[] {
  const parts = [
    ...(document
      .querySelector('[data-sagshjaelp]')
      ?.shadowRoot?.querySelectorAll<HTMLElement>('[data-slot="bar"], [data-slot="list"], [data-slot="card"], [data-slot="chip"]') ?? []),
  ]
  return parts.flatMap((part) => {
    const { left, right, width } = part.getBoundingClientRect()
    return width > 0 && (left < -1 || right > innerWidth + 1)
      ? [`${part.dataset['slot']} from ${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`]
      : []
  })
}
