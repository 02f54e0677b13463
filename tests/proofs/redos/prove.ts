import vm from 'node:vm'
import { findIn } from '#utils/disclosure/finding/find-in.ts'
import { findMisfiled } from '#utils/disclosure/misfiled/find-misfiled.ts'
import type { DocumentId, ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import { findCpr } from '#utils/privacy/find-cpr.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { type Attack, attacks, readAttacks, textOf } from './inputs.ts'
import { hasNestedRepeat } from './nested.ts'
import { patternsIn } from './patterns.ts'

const DEFAULT = 180
const SHORT = 20_000
const LONG = 200_000
const GROWTH = 15
const MS_PER_WINDOW = 50
const WINDOW = 65_536
const LONGEST = 4000
/** Below this a clock says nothing about growth. */
const MEASURABLE = 8
const FOLDERS = ['utils/disclosure/finding', 'utils/disclosure/misfiled', 'utils/privacy']
const SUBJECT = { cpr: '0101507000', name: null, own: [] }

type Work = (text: string) => unknown

/** `redos`: no text makes a finder slow: time follows length, for the whole screening and for each pattern alone. */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  const inputs = data === null ? attacks(new Random(seed), n ?? DEFAULT) : readAttacks(data)
  requireFound(
    tally,
    [
      { kind: 'nested repeat', found: hasNestedRepeat(/(a+)+$/) && hasNestedRepeat(/(?:x(?:[ab]*c)+)*/) },
      {
        kind: 'pattern that explodes',
        found: !judge((text) => /^(?:a|aa)+$/.exec(text), { id: '', prefix: '', repeat: 'a', times: 0, suffix: '!' }).held,
      },
      {
        kind: 'pattern with a square',
        found: !judge((text) => /a*b/.exec(text), { id: '', prefix: '', repeat: 'a', times: 0, suffix: '!' }).held,
      },
    ],
    log,
  )
  const patterns = await patternsIn(FOLDERS)
  for (const { where, pattern } of patterns) tally.check('nested repeat', !hasNestedRepeat(pattern), () => `${where}: ${pattern.source}`)
  let slowest = 0
  for (const [name, work] of WHOLE)
    for (const attack of inputs) {
      const { held, why, perWindow } = judge(work, attack)
      slowest = Math.max(slowest, perWindow)
      tally.check(name, held, () => `${JSON.stringify(attack)}: ${why}`)
    }
  const alone = await onePatternEach(patterns, inputs, tally)
  log(
    `${patterns.length} patterns read; ${WHOLE.length} finders and ${alone} patterns on ${inputs.length} inputs of ${SHORT} and ${LONG} characters`,
  )
  return tally.result(`slowest ${slowest.toFixed(1)} ms per 64 KiB, ${patterns.length} patterns without nested repeats`)
}

const WHOLE: readonly (readonly [string, Work])[] = [
  ['findIn', (text) => findIn(documentOf(text), SUBJECT)],
  ['findMisfiled', (text) => findMisfiled([documentOf(text)], SUBJECT)],
  ['findCpr', findCpr],
]

/** Patterns that look through a whole text; the others are only ever given a short piece. */
async function onePatternEach(patterns: Awaited<ReturnType<typeof patternsIn>>, inputs: readonly Attack[], tally: Tally): Promise<number> {
  const searching = patterns.filter(({ pattern }) => pattern.global)
  for (const { where, pattern } of searching)
    for (const attack of inputs) {
      const { held, why } = judge((text) => countOf(pattern, text), attack)
      tally.check('pattern', held, () => `${where} ${pattern.source.slice(0, 80)} on ${JSON.stringify(attack)}: ${why}`)
    }
  return searching.length
}

function countOf(pattern: RegExp, text: string): number {
  const one = new RegExp(pattern)
  let [count, last] = [0, -1]
  while (one.test(text)) {
    count += 1
    // An empty match stays where it is.
    if (one.lastIndex === last) one.lastIndex += 1
    last = one.lastIndex
  }
  return count
}

function documentOf(text: string): ScreenedDocument {
  return {
    id: 'text' as DocumentId,
    name: 'text.txt',
    kind: 'text',
    pages: 0,
    notScreened: [],
    parts: [{ page: null, source: 'body', text, boxes: [] }],
  }
}

interface Judged {
  readonly held: boolean
  readonly why: string
  readonly perWindow: number
}

/** A slow machine must not fail a good pattern, so what misses is tried again and the best time counts. */
function judge(work: Work, attack: Attack): Judged {
  const [short, long] = [textOf(attack, SHORT), textOf(attack, LONG)]
  let [few, many] = [timeOf(work, short), timeOf(work, long)]
  for (let again = 0; again < 15 && many < LONGEST && !holds(few, many); again += 1) {
    few = Math.min(few, timeOf(work, short))
    many = Math.min(many, timeOf(work, long))
  }
  const perWindow = (many * WINDOW) / LONG
  return { held: holds(few, many), why: `${few.toFixed(1)} ms, then ${many.toFixed(1)} ms`, perWindow }
}

function holds(few: number, many: number): boolean {
  return (many * WINDOW) / LONG <= MS_PER_WINDOW && (many < MEASURABLE || many / few <= GROWTH)
}

/** In milliseconds of this process, so that what else a machine does does not count; what takes too long is stopped. */
function timeOf(work: Work, text: string): number {
  const [start, used] = [performance.now(), process.cpuUsage()]
  try {
    vm.runInNewContext('work()', { work: () => void work(text) }, { timeout: LONGEST })
  } catch {
    return LONGEST * 10
  }
  const { user, system } = process.cpuUsage(used)
  return Math.min(performance.now() - start, (user + system) / 1000)
}
