import { OpenRedaction } from '@openredaction/core'
import { FileFinder } from '#utils/disclosure/finding/file-finder.ts'
import type { DocumentId, ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import { benchPages, type BenchPage, type Range } from './pages.ts'

const PAGES = 3000
const PAGES_OF_A_FILE = 100
const FOR_PEER = 150
const SEED = 7
const GOAL = 3000
const ROUNDS = 5

interface Finds {
  readonly numbers: readonly Range[]
  readonly persons: readonly Range[]
}

/** Text alone, on one thread: ours as it screens a file, openredaction on its first pages, and a bare set of regular expressions. */
export async function textScan(): Promise<boolean> {
  const pages = benchPages(PAGES, SEED)
  screenAll(pages.slice(0, 200))
  const times = Array.from({ length: ROUNDS }, () => timed(() => screenAll(pages)))
  const ours = times.toSorted((a, b) => a.ms - b.ms)[0]
  const bare = timed(() => pages.map(bareFinds))
  const some = pages.slice(0, FOR_PEER)
  const peer = await timedPeer(some)
  if (!ours) return false
  const speed = (PAGES / ours.ms) * 1000
  console.log(
    `  ${PAGES} pages of text in files of ${PAGES_OF_A_FILE}, ${Math.round(pages.reduce((sum, { text }) => sum + text.length, 0) / PAGES)} characters on average, one thread, best of ${ROUNDS}`,
  )
  line('ours: everything the workbench looks for', speed, { pages, finds: ours.result })
  line(`openredaction 1.1.5, its default (${FOR_PEER} pages)`, (FOR_PEER / peer.ms) * 1000, { pages: some, finds: peer.result })
  line('bare regular expressions', (PAGES / bare.ms) * 1000, { pages, finds: bare.result })
  console.log(`  goal: ${GOAL} pages a second: ${speed >= GOAL ? 'held' : 'MISSED'}`)
  return speed >= GOAL
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

/** File by file, as citizens have them. */
function screenAll(pages: readonly BenchPage[]): readonly Finds[] {
  const found: Finds[] = []
  for (let from = 0; from < pages.length; from += PAGES_OF_A_FILE) found.push(...screenFile(pages.slice(from, from + PAGES_OF_A_FILE)))
  return found
}

function screenFile(pages: readonly BenchPage[]): readonly Finds[] {
  const document: ScreenedDocument = {
    id: 'bench' as DocumentId,
    name: 'bench.pdf',
    kind: 'pdf',
    pages: pages.length,
    notScreened: [],
    parts: pages.map(({ text }, at) => ({ page: at + 1, source: 'body', text, boxes: [] })),
  }
  const finder = new FileFinder({ cpr: '0101507000', name: null, own: [] })
  finder.read(document)
  const finds = pages.map(() => ({ numbers: [] as Range[], persons: [] as Range[] }))
  for (const { page, category, confidence, start, end } of finder.findings()) {
    const here = finds[(page ?? 1) - 1]
    if (!here || confidence === 'low') continue
    if (category === 'cpr') here.numbers.push({ start, end })
    if (category === 'person') here.persons.push({ start, end })
  }
  return finds
}

const BARE_CPR = /\b\d{6}[- ]?\d{4}\b/g
const BARE_NAME = /\b[A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ][a-zæøå]+)+\b/g
const BARE_MORE = [/\b(?:\d{2} ?){4}\b/g, /[\w.+-]+@[\w-]+\.\w+/g, /\b\d{4}[- ]\d{6,10}\b/g]

function bareFinds({ text }: BenchPage): Finds {
  for (const pattern of BARE_MORE) ranges(text, pattern)
  return { numbers: ranges(text, BARE_CPR), persons: ranges(text, BARE_NAME) }
}

function ranges(text: string, pattern: RegExp): readonly Range[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

async function timedPeer(pages: readonly BenchPage[]): Promise<{ readonly ms: number; readonly result: readonly Finds[] }> {
  const peer = new OpenRedaction()
  const result: Finds[] = []
  const start = performance.now()
  for (const { text } of pages) {
    const { detections } = await peer.detect(text)
    const of = (isWanted: (type: string) => boolean) =>
      detections.filter(({ type }) => isWanted(type)).map(({ position: [from, to] }) => ({ start: from, end: to }))
    // Whatever type it gives a number: what it covers counts as found.
    result.push({ numbers: of((type) => !type.includes('NAME')), persons: of((type) => type.includes('NAME')) })
  }
  return { ms: performance.now() - start, result }
}

interface Measured {
  readonly pages: readonly BenchPage[]
  readonly finds: readonly Finds[]
}

function line(name: string, speed: number, measured: Measured): void {
  const { recall, precision } = quality(measured)
  console.log(
    `  ${name.padEnd(52)} ${speed.toFixed(0).padStart(6)} pages/s   CPR recall ${recall.toFixed(3)}   name precision ${precision.toFixed(3)}`,
  )
}

function quality({ pages, finds }: Measured): { readonly recall: number; readonly precision: number } {
  let [numbers, found, named, real] = [0, 0, 0, 0]
  for (const [at, page] of pages.entries()) {
    const here = finds[at]
    numbers += page.numbers.length
    found += page.numbers.filter((number) =>
      here?.numbers.some((find) => find.start <= number.start + 1 && find.end >= number.end - 1),
    ).length
    named += here?.persons.length ?? 0
    real += here?.persons.filter((find) => page.persons.some((person) => find.start < person.end && person.start < find.end)).length ?? 0
  }
  return { recall: found / numbers, precision: named === 0 ? 0 : real / named }
}
