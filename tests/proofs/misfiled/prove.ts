import { findMisfiled } from '#utils/disclosure/misfiled/find-misfiled.ts'
import type { FileSubject } from '#utils/disclosure/model/finding.ts'
import type { ScreenedDocument } from '#utils/disclosure/model/screened-document.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { type FileSample, generateFile } from './generate.ts'

const DEFAULT = 1000
const PER_FILE = 20
const RECALL = 0.98
const FALSE = 0.02
const FOR_FAULTS = 10
const SHOWN = 12

/** For each page whether it is called somebody else's: `document:page`. */
type Filer = (documents: readonly ScreenedDocument[], subject: FileSubject) => ReadonlySet<string>

const file: Filer = (documents, subject) =>
  new Set(
    findMisfiled(documents, subject)
      .pages.filter(({ owner }) => owner === 'other')
      .map(({ document, page }) => `${document}:${page}`),
  )

interface Score {
  foreign: number
  found: number
  own: number
  wrong: number
  readonly notes: string[]
}

/** `misfiled`: pages of other people are found, also inside bundles and where no page after the first names anybody. */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const files = Math.ceil((n ?? DEFAULT) / PER_FILE)
  requireFound(tally, faults(samples(seed, FOR_FAULTS)), log)
  const named = measure(samples(seed, files), file, true)
  const unnamed = measure(samples(seed + 1, files), file, false)
  report('with the citizen’s name', named, log)
  report('with the number alone', unnamed, log)
  for (const [kind, score] of [
    ['named', named],
    ['number alone', unnamed],
  ] as const) {
    tally.check(`recall, ${kind}`, share(score.found, score.foreign) >= RECALL, () => String(share(score.found, score.foreign)))
    tally.check(`false, ${kind}`, share(score.wrong, score.own) <= FALSE, () => String(share(score.wrong, score.own)))
  }
  const figure = `recall ${share(named.found, named.foreign).toFixed(4)}, false ${share(named.wrong, named.own).toFixed(4)} over ${files * PER_FILE} documents`
  return { ...tally.result(figure), examined: named.foreign + named.own + unnamed.foreign + unnamed.own }
}

const share = (right: number, of: number): number => (of === 0 ? 0 : right / of)

function samples(seed: number, count: number): readonly FileSample[] {
  const random = new Random(seed)
  return Array.from({ length: count }, () => generateFile(random))
}

function measure(files: readonly FileSample[], filer: Filer, named: boolean): Score {
  const score: Score = { foreign: 0, found: 0, own: 0, wrong: 0, notes: [] }
  for (const { citizen, documents } of files) {
    const subject = { cpr: citizen.cpr, name: named ? citizen.name : null, own: [] }
    const said = filer(
      documents.map(({ document }) => document),
      subject,
    )
    for (const { document, foreign, kind } of documents)
      for (const [at, isForeign] of foreign.entries()) {
        const isSaid = said.has(`${document.id}:${at + 1}`)
        if (isForeign) score.foreign += 1
        else score.own += 1
        if (isForeign && isSaid) score.found += 1
        if (!isForeign && isSaid) score.wrong += 1
        if (isForeign !== isSaid && score.notes.length < SHOWN)
          score.notes.push(
            `${kind}, page ${at + 1} of ${foreign.length}, ${isSaid ? 'wrongly called foreign' : 'missed'}: ${document.parts[at]?.text.slice(0, 160)}`,
          )
      }
  }
  return score
}

function report(name: string, { foreign, found, own, wrong, notes }: Score, log: (line: string) => void): void {
  log(`${name}: ${found} of ${foreign} foreign pages found, ${wrong} of ${own} own pages called foreign`)
  for (const note of notes) log(`    ${JSON.stringify(note)}`)
}

/** Filers that are wrong in one way each. */
function faults(files: readonly FileSample[]) {
  const firstOnly: Filer = (documents, subject) => new Set([...file(documents, subject)].filter((page) => page.endsWith(':1')))
  const everyNumber: Filer = (documents, { cpr }) =>
    new Set(
      documents.flatMap(({ id, parts }) =>
        parts.filter(({ text }) => /\d{6}[- ]?\d{4}/.test(text.replaceAll(cpr, ''))).map(({ page }) => `${id}:${page}`),
      ),
    )
  const broken: readonly (readonly [string, Filer])[] = [
    ['finds nothing', () => new Set()],
    ['looks at first pages only', firstOnly],
    ['takes any other number for an owner', everyNumber],
  ]
  return broken.map(([kind, filer]) => {
    const { foreign, found, own, wrong } = measure(files, filer, true)
    return { kind, found: share(found, foreign) < RECALL || share(wrong, own) > FALSE }
  })
}
