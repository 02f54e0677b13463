import { readFileSync } from 'node:fs'
import type { IntakeDocument } from '#utils/disclosure/intake/intake.ts'
import type { NotScreened } from '#utils/disclosure/model/screened-document.ts'
import { confirm } from '#utils/disclosure/review/act.ts'
import { mustBeLeftOut } from '#utils/disclosure/review/not-screened.ts'
import { canFinish } from '#utils/disclosure/review/rest.ts'
import { startReview, type ReviewState } from '#utils/disclosure/review/review-state.ts'
import { screenedItems } from '#utils/disclosure/workbench/count-items.ts'
import type { ProofOptions, ProofResult } from '../claim.ts'
import { broughtFiles } from '../support/document-folder.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { silentPages } from '../support/silent-pages.ts'
import { numbersIn, screen } from '../support/screened.ts'
import { Tally } from '../support/tally.ts'
import { type Item, makeBundle } from './bundle.ts'

const DEFAULT_BUNDLES = 120

/** Nothing gets lost between the list and what was screened, and nothing unread passes for read. */
export async function prove({ seed, n, data, log }: ProofOptions): Promise<ProofResult> {
  const tally = new Tally(log)
  const random = new Random(seed)
  await plant(tally, random, log)
  let items = 0
  const bundles = data === null ? (n ?? DEFAULT_BUNDLES) : 1
  for (let at = 0; at < bundles; at += 1) {
    const bundle = data === null ? await makeBundle(random) : brought(data)
    const { documents, crash } = await screen(bundle)
    const where = `bundle ${at}`
    items += bundle.length
    tally.check('crash', crash === null, () => `${where}: ${crash}`)
    for (const fault of faultsOf(bundle, documents)) tally.check('lost', false, () => `${where}: ${fault}`)
    tally.pass(bundle.length)
    checkEnding(tally, bundle, documents, where)
  }
  return tally.result(`${tally.failed} of ${items} items lost`)
}

function brought(folder: string): readonly Item[] {
  return broughtFiles(folder).map(({ file, path }) => ({ name: file, bytes: readFileSync(path), documents: 0, items: 0, numbers: [] }))
}

/** What is in the bundle and not in the documents. `documents: 0`: nobody knows how many there are. */
function faultsOf(bundle: readonly Item[], documents: readonly IntakeDocument[]): readonly string[] {
  const lost = bundle.map((_one, item) => item).filter((item) => !documents.some((document) => document.item === item))
  const faults = [
    ...lost.map((item) => `item ${item} gave no document`),
    ...documents.flatMap(silentPages).map(({ document, page }) => `${document} page ${page} is silent`),
  ]
  for (const [item, { documents: count, numbers }] of bundle.entries()) {
    const own = documents.filter((document) => document.item === item)
    if (count > 0 && own.length !== count) faults.push(`item ${item} has ${count} documents, ${own.length} were screened`)
    const seen = numbersIn(own)
    if (numbers.some((number) => !seen.has(number))) faults.push(`item ${item}: a number was not read`)
  }
  return faults
}

/**
 * By the workbench's own review: it cannot end with one item too few on the case system's list in hand, nor with one thing
 * unconfirmed; with everything confirmed it can.
 */
function checkEnding(tally: Tally, bundle: readonly Item[], documents: readonly IntakeDocument[], where: string): void {
  const listed = bundle.reduce((sum, { items }) => sum + items, 0)
  // Of files from outside nobody has told how many items they are.
  const truth = bundle.some(({ items }) => items === 0) ? screenedItems(documents) : listed
  const unread = documents.flatMap(({ notScreened }) => notScreened)
  const ends = (items: number, confirmed: readonly NotScreened[]) => canFinish(confirmed.reduce(confirmOne, begin(documents, items)))
  tally.check('end', ends(truth, unread), () => `${where}: cannot end though all is confirmed (${truth} items listed)`)
  tally.check('end', !ends(truth + 1, unread), () => `${where}: ends with an item missing`)
  tally.check('end', !ends(truth - 1, unread), () => `${where}: ends with an item too many`)
  for (const one of unread.slice(0, 3))
    tally.check(
      'end',
      !ends(
        truth,
        unread.filter((other) => other !== one),
      ),
      () => `${where}: ends with ${one.why} unconfirmed`,
    )
}

function begin(documents: readonly IntakeDocument[], listed: number): ReviewState {
  return startReview({ documents, findings: [], regime: 'party', listed, screened: screenedItems(documents), secondReader: false })
}

const confirmOne = (state: ReviewState, item: NotScreened) => confirm(state, item, mustBeLeftOut(item) ? 'left-out' : 'seen', 0)

/** Ways to lose something, each of which must be noticed. */
async function plant(tally: Tally, random: Random, log: (line: string) => void): Promise<void> {
  let bundle = await makeBundle(random)
  while (!bundle.some(({ documents, numbers }) => documents > 2 && numbers.length > 0)) bundle = await makeBundle(random)
  const { documents } = await screen(bundle)
  const at = bundle.findIndex(({ documents: count, numbers }) => count > 2 && numbers.length > 0)
  const found = (changed: readonly IntakeDocument[]) => faultsOf(bundle, changed).length > 0
  const withPages = documents.map((document) => ({ ...document, pages: document.pages + 1, notScreened: [] }))
  requireFound(
    tally,
    [
      { kind: 'an item is dropped', found: found(documents.filter(({ item }) => item !== at)) },
      { kind: 'a member is dropped', found: found(documents.filter((one) => one !== documents.findLast(({ item }) => item === at))) },
      { kind: 'a text is dropped', found: found(documents.map((document) => ({ ...document, parts: [] }))) },
      { kind: 'a page is silent', found: found(withPages) },
    ],
    log,
  )
  tally.check('planted', !found(documents), () => 'the bundle as it was read has faults')
}
