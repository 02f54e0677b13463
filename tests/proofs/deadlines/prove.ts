import { readDeadlineTable, type CountRow } from '#build/deadline-table.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { parseCount } from '#utils/guidance/calendar/count-text.ts'
import { countSteps, COUNT_UNITS, type DayCount } from '#utils/guidance/calendar/day-count.ts'
import { CLOSING_DAYS, type ClosingDay } from '#utils/guidance/calendar/work-calendar.ts'
import { UnreadableData, type Proof } from '../claim.ts'
import { Random } from '../support/random.ts'
import { bruteEnd, HARD_DAYS, toNumber, toText, type BruteCount } from './brute-count.ts'
import { FAULTS, PRODUCT, type Engine } from './faults.ts'

const COUNTS = 40_000
const FAULT_COUNTS = 4000
const SHOWN = 20
const FIRST = toNumber('2020-01-01')
const LAST = toNumber('2039-06-30')
const MOST = { days: 400, weeks: 60, months: 30, 'whole-months': 12, 'working-days': 60 } as const

/**
 * Deadlines of every kind from drawn days of 2020–2040, half of them where calendars go wrong, against a walk through
 * the days that shares nothing with the product: the last timely day, that the printed count ends there, windows and pace.
 * `--data` takes a table in the form of `packs/deadlines/frister.yaml` instead.
 */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const missed = FAULTS.filter(({ name, engine }) => {
    const [found] = differences(engine, seed, FAULT_COUNTS).wrong
    log(`planted: ${name}: ${found === undefined ? 'NOT FOUND' : `found (${found})`}`)
    return found === undefined
  })
  const { wrong, examined } = data === null ? differences(PRODUCT, seed, n ?? COUNTS) : differencesFrom(readRows(data))
  for (const line of wrong.slice(0, SHOWN)) log(`  ${line}`)
  const failed = wrong.length + missed.length
  return {
    figure: `${examined} checks, ${wrong.length} differences; ${FAULTS.length - missed.length} of ${FAULTS.length} planted faults found`,
    passed: examined - wrong.length,
    failed,
    examined,
    held: failed === 0,
  }
}

interface Findings {
  readonly wrong: string[]
  examined: number
}

/** A planted fault is done with at its first difference. */
function differences(engine: Engine, seed: number, counts: number): Findings {
  const findings: Findings = { wrong: [], examined: 0 }
  const random = new Random(seed)
  for (let index = 0; index < counts; index += 1) {
    if (engine !== PRODUCT && findings.wrong.length > 0) break
    checkCount(engine, drawCount(random), findings)
    if (index % 4 === 0) checkWindow(engine, random, findings)
  }
  return findings
}

function drawCount(random: Random): BruteCount {
  const from = drawDay(random)
  const unit = random.pick(COUNT_UNITS)
  const including = random.chance(0.3)
  const amount = random.int(including ? 1 : 0, random.chance(0.5) ? 8 : MOST[unit])
  const closing = random.chance(0.3) ? random.sample(CLOSING_DAYS, random.int(1, CLOSING_DAYS.length)) : []
  const closedDays = random.chance(0.2) ? [from + random.int(1, 12), from + random.int(1, 12)] : []
  return { from, unit, amount, including, closing, closedDays }
}

function drawDay(random: Random): number {
  const drawn = random.chance(0.5) ? random.pick(HARD_DAYS) + random.int(-9, 2) : random.int(FIRST, LAST)
  return drawn < FIRST || drawn > LAST ? random.int(FIRST, LAST) : drawn
}

function checkCount(engine: Engine, brute: BruteCount, findings: Findings): void {
  const { from, unit, amount, including } = brute
  const count: DayCount = { unit, amount, including }
  const calendar = { closing: brute.closing as readonly ClosingDay[], closedDays: brute.closedDays.map((number) => day(toText(number))) }
  const expected = toText(bruteEnd(brute))
  const what = `${amount} ${unit} ${including ? 'from and including' : 'from'} ${toText(from)} [${[...brute.closing, ...calendar.closedDays].join(' ')}]`
  expect(findings, what, engine.end(day(toText(from)), count, calendar), expected)
  if (engine !== PRODUCT || amount === 0) return
  const steps = countSteps(day(toText(from)), count, calendar)
  expect(findings, `${what}, last step`, steps.at(-1)?.day, expected)
  if (unit === 'working-days') expect(findings, `${what}, days counted`, steps.filter(({ number }) => number !== null).length, amount)
}

function checkWindow(engine: Engine, random: Random, findings: Findings): void {
  const start = drawDay(random)
  const fromMonth = random.int(0, 6)
  const toMonth = fromMonth + random.int(1, 6)
  const walk = (amount: number) => bruteEnd({ from: start, unit: 'months', amount, including: false, closing: [], closedDays: [] })
  const [first, last] = [walk(fromMonth), walk(toMonth)]
  const window = engine.window(day(toText(start)), fromMonth, toMonth)
  const what = `month ${fromMonth} to ${toMonth} of ${toText(start)}`
  expect(findings, what, `${window.first} ${window.last}`, `${toText(first)} ${toText(last)}`)

  const events = Array.from({ length: random.int(0, 6) }, () => random.pick([first - 1, first, last, last + 1, random.int(first, last)]))
  let inside = 0
  for (let at = first; at <= last; at += 1) inside += events.filter((event) => event === at).length
  expect(
    findings,
    `${what}, events`,
    engine.within(
      window,
      events.map((event) => day(toText(event))),
    ).length,
    inside,
  )

  const needed = random.int(1, 6)
  const number = random.int(1, needed)
  // The last day on which no more than number/needed of the days have passed.
  let by = first
  while ((by + 1 - first) * needed <= (last - first) * number) by += 1
  expect(findings, `${what}, pace ${number} of ${needed}`, engine.pace(window, needed, number), toText(by))
}

function expect(findings: Findings, what: string, got: unknown, wanted: unknown): void {
  findings.examined += 1
  if (got !== wanted) findings.wrong.push(`${what}: ${String(got)}, should be ${String(wanted)}`)
}

function readRows(path: string): readonly CountRow[] {
  try {
    return readDeadlineTable(path).frister
  } catch (cause) {
    throw new UnreadableData('not a table of deadlines', { cause })
  }
}

/** Each row of a table three ways: as written, as the product counts, as the walk counts. */
function differencesFrom(rows: readonly CountRow[]): Findings {
  const findings: Findings = { wrong: [], examined: 0 }
  for (const row of rows) {
    const from = row.fra ?? row['fra-og-med'] ?? ''
    const count = parseCount(row.tæl, row['fra-og-med'] !== undefined)
    if (count === null) throw new UnreadableData('not a count')
    checkCount(PRODUCT, { ...count, from: toNumber(from), closing: row.lukket, closedDays: [] }, findings)
    expect(
      findings,
      `${row.tæl} from ${from} as written`,
      PRODUCT.end(day(from), count, { closing: row.lukket, closedDays: [] }),
      row.frist,
    )
  }
  return findings
}
