import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProofOptions, ProofResult } from '../claim.ts'
import { broughtFiles, complaint } from '../support/document-folder.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { silentPages } from '../support/silent-pages.ts'
import { numbersIn, screen, type Screened, whysIn } from '../support/screened.ts'
import { Tally } from '../support/tally.ts'
import { damaged, makePlaced, type Placed } from './make.ts'

const DEFAULT_FILES = 500
const PAGE_MS = 10_000
/** Opening and what belongs to the whole document have the time of a page each; the machine is shared. */
const MORE_MS = 25_000

/** No PDF crashes the reader, calls anybody or passes for clean unread, and a number is seen wherever it stands. */
export async function prove({ seed, n, data, log }: ProofOptions): Promise<ProofResult> {
  const tally = new Tally(log)
  const random = new Random(seed)
  let requests = 0
  const server = createServer((_request, response) => {
    requests += 1
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const trap = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    await plant(tally, await makePlaced(random, trap), { log, trap, requests: () => requests })
    requests = 0
    if (data !== null) await judgeBrought(tally, data)
    else for (let at = 0; at < (n ?? DEFAULT_FILES); at += 1) await judgeOwn(tally, random, { at, trap })
    tally.check('requests', requests === 0, () => `${requests} requests arrived`)
    return tally.result(`${tally.failed} crashes, requests, silent skips or numbers not seen`)
  } finally {
    server.close()
  }
}

/** Every second file is damaged. */
async function judgeOwn(tally: Tally, random: Random, { at, trap }: { at: number; trap: string }): Promise<void> {
  const placed = await makePlaced(random, trap)
  const hurt = at % 2 === 1
  const bytes = hurt ? damaged(placed.bytes, random) : placed.bytes
  const screened = await screen([{ name: `fil ${at}`, bytes }])
  const faults = [...faultsOf(screened), ...(hurt ? [] : missing(placed, screened))]
  tally.check(hurt ? 'damaged file' : 'file', faults.length === 0, () => `file ${at}: ${faults.join('; ')}`)
}

async function judgeBrought(tally: Tally, folder: string): Promise<void> {
  for (const file of broughtFiles(folder)) {
    const screened = await screen([{ name: file.file, bytes: readFileSync(file.path) }])
    const wrong = [complaint(file, screened), ...faultsOf(screened)].filter((one) => one !== null)
    tally.check('brought file', wrong.length === 0, () => `${file.file}: ${wrong.join('; ')}`)
  }
}

/** What must hold for every file, whole or not. */
function faultsOf({ documents, crash, ms }: Screened): readonly string[] {
  const pages = documents.reduce((sum, document) => sum + document.pages, 0)
  return [
    ...(crash === null ? [] : [`crashed: ${crash}`]),
    ...(documents.length === 0 ? ['no document'] : []),
    ...documents.flatMap(silentPages).map(({ document, page }) => `${document} page ${page} is silent`),
    ...(ms > PAGE_MS * pages + MORE_MS * Math.max(1, documents.length) ? [`took ${Math.round(ms)} ms`] : []),
  ]
}

function missing({ numbers, unreadable }: Placed, { documents }: Screened): readonly string[] {
  const seen = numbersIn(documents)
  const unseen = [...numbers].filter(([, number]) => !seen.has(number)).map(([place]) => `not seen: ${place}`)
  return [...unseen, ...(unreadable && !whysIn(documents).includes('no-text') ? ['a page without letters passed for read'] : [])]
}

interface World {
  readonly log: (line: string) => void
  readonly trap: string
  readonly requests: () => number
}

async function plant(tally: Tally, placed: Placed, { log, trap, requests }: World): Promise<void> {
  const screened = await screen([{ name: 'plantet', bytes: placed.bytes }])
  const bare = screened.documents.map((document) => ({ ...document, parts: [], notScreened: [] }))
  await fetch(trap)
  requireFound(
    tally,
    [
      { kind: 'a number is not seen', found: missing(placed, { ...screened, documents: bare }).length > 0 },
      { kind: 'a page is silent', found: faultsOf({ ...screened, documents: bare }).length > 0 },
      { kind: 'the reader crashes', found: faultsOf({ ...screened, crash: 'planted' }).length > 0 },
      { kind: 'a file gives nothing', found: faultsOf({ ...screened, documents: [] }).length > 0 },
      { kind: 'a file takes for ever', found: faultsOf({ ...screened, ms: 10_000_000 }).length > 0 },
      {
        kind: 'a page without letters passes',
        found: missing({ ...placed, unreadable: true }, { ...screened, documents: bare }).length > 0,
      },
      { kind: 'a request', found: requests() > 0 },
    ],
    log,
  )
}
