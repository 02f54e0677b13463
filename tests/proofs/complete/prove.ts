import { readFileSync } from 'node:fs'
import { completenessOf, confirmationKey } from '#utils/disclosure/intake/completeness.ts'
import type { IntakeDocument } from '#utils/disclosure/intake/intake.ts'
import type { ProofOptions, ProofResult } from '../claim.ts'
import { broughtFiles } from '../support/document-folder.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
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
    checkEnding(tally, bundle.length, documents, where)
  }
  return tally.result(`${tally.failed} of ${items} items lost`)
}

function brought(folder: string): readonly Item[] {
  return broughtFiles(folder).map(({ file, path }) => ({ name: file, bytes: readFileSync(path), documents: 0, numbers: [] }))
}

/** What is in the bundle and not in the documents. `documents: 0`: nobody knows how many there are. */
function faultsOf(bundle: readonly Item[], documents: readonly IntakeDocument[]): readonly string[] {
  const { lost, silent } = completenessOf({ listed: bundle.length, given: bundle.length, documents, confirmed: new Set() })
  const faults = [
    ...lost.map((item) => `item ${item} gave no document`),
    ...silent.map(({ document, page }) => `${document} page ${page} is silent`),
  ]
  for (const [item, { documents: count, numbers }] of bundle.entries()) {
    const own = documents.filter((document) => document.item === item)
    if (count > 0 && own.length !== count) faults.push(`item ${item} has ${count} documents, ${own.length} were screened`)
    const seen = numbersIn(own)
    if (numbers.some((number) => !seen.has(number))) faults.push(`item ${item}: a number was not read`)
  }
  return faults
}

/** It cannot end with one item too few in hand, nor with one thing unconfirmed; with everything confirmed it can. */
function checkEnding(tally: Tally, given: number, documents: readonly IntakeDocument[], where: string): void {
  const unread = documents.flatMap(({ notScreened }) => notScreened)
  const all = new Set(unread.map(confirmationKey))
  const ends = (listed: number, confirmed: ReadonlySet<string>) => completenessOf({ listed, given, documents, confirmed }).mayEnd
  tally.check('end', ends(given, all), () => `${where}: cannot end though all is confirmed`)
  tally.check('end', !ends(given + 1, all), () => `${where}: ends with an item missing`)
  const [first] = all
  if (first !== undefined) tally.check('end', !ends(given, new Set([...all].slice(1))), () => `${where}: ends with ${first} unconfirmed`)
}

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
