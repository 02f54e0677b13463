import { ATTACK_IDS } from '#utils/disclosure/export/attack/attack.ts'
import { type HoldingExport, isHolding } from '#utils/disclosure/export/attack/holding-export.ts'
import { type ExportTools, exportFile } from '#utils/disclosure/export/export-file.ts'
import { PdfFile } from '#utils/disclosure/export/pdf/pdf-file.ts'
import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { openEngines } from './engines.ts'
import { HIDES } from './hides.ts'
import { bytesHold, copiedText, forbidden, hasForbiddenPart, popplerText, squeezed } from './independent.ts'
import { type MadeFile, makeFile } from './make-file.ts'
import { orderOf } from './order.ts'
import { weaknesses } from './weaknesses.ts'

const DEFAULT = 200
/** The picture of one file in so many is read by this proof too; the export itself reads its own. */
const READ_EVERY = 8
const KINDS: readonly MadeFile['kind'][] = ['text-pdf', 'text-pdf', 'text-pdf', 'text-pdf', 'scan-pdf', 'picture', 'note', 'foreign-note']

/**
 * `export-holds`: files made to leak in thirty ways are exported, and nothing that was struck out is in what comes out, by the
 * twelve attacks and by checks of this proof's own; what was not struck out still is. Careless exporters are refused.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const { tools, close } = await openEngines()
  try {
    requireFound(tally, await weaknesses(seed, tools), log)
    const count = n ?? DEFAULT
    const random = new Random(seed)
    const seen = { leaks: 0, refused: 0, pictures: 0, pages: 0, poppler: 0 }
    for (let index = 0; index < count; index += 1) {
      const made = await makeFile(random, hidesFor(random, index), KINDS[index % KINDS.length] ?? 'text-pdf')
      const outcome = await exportFile(orderOf(made), tools)
      const name = () => `file ${index}, ${made.kind}, ${made.hidden.join('+')}: ${JSON.stringify(outcome.leaks)}`
      seen.pictures += outcome.picturePages
      seen.pages += outcome.export?.pages ?? 0
      // A refusal leaks nothing, but an export that always refuses would be of no use.
      if (!tally.check('is exported', outcome.export !== null, name)) seen.refused += 1
      if (outcome.export === null) continue
      tally.pass(ATTACK_IDS.length)
      const leaks = await leaksOf(made, outcome.export, tools, index % READ_EVERY === 0)
      seen.leaks += leaks.length
      for (const leak of leaks) tally.check(leak, false, name)
      tally.pass(5 - leaks.length)
      await checkKept(tally, made, outcome, name)
    }
    log(
      `${count} files × ${ATTACK_IDS.length} attacks; ${seen.pages} pages, ${seen.pictures} of them left as pictures, ${seen.refused} files refused`,
    )
    return tally.result(`${seen.leaks} leaks in ${count} files × ${ATTACK_IDS.length} attacks`)
  } finally {
    await close()
  }
}

function hidesFor(random: Random, index: number): readonly string[] {
  const all = [...Object.keys(HIDES), 'older-state']
  // Each is tried as the first in turn, so that none is left to chance.
  return [...new Set([all[index % all.length] ?? 'note', ...random.sample(all, random.int(0, 2))])]
}

/** By this proof's own means, which know nothing of the export's. */
async function leaksOf(
  made: MadeFile,
  held: HoldingExport,
  { pdfium, recognise }: ExportTools,
  reads: boolean,
): Promise<readonly string[]> {
  const texts = forbidden(made.item.plan.redactions)
  const leaks: string[] = []
  const isTold = (text: string) => texts.some((secret) => squeezed(text).includes(secret))
  if (!isHolding(held)) leaks.push('not sealed')
  for (const { name, bytes } of held.files) {
    if (isTold(name)) leaks.push('name')
    if (bytesHold(bytes, texts)) leaks.push('bytes')
    if (hasForbiddenPart(bytes)) leaks.push('parts')
    if (isTold(await copiedText(bytes)) || isTold(popplerText(bytes) ?? '')) leaks.push('copied text')
    if (reads && isTold(await readPicture(bytes, pdfium, recognise))) leaks.push('picture')
  }
  return leaks
}

async function readPicture(bytes: Uint8Array, pdfium: ExportTools['pdfium'], recognise: ExportTools['recognise']): Promise<string> {
  const file = PdfFile.open(pdfium, bytes)
  if (file === null) return ''
  const pictures = Array.from({ length: file.pages }, (_, index) => file.withPage(index + 1, (page) => page.picture(2.5)))
  file.close()
  return (await Promise.all(pictures.map(recognise))).join(' ')
}

/** An export of blank pages would leak nothing either. */
async function checkKept(tally: Tally, made: MadeFile, outcome: Awaited<ReturnType<typeof exportFile>>, why: () => string): Promise<void> {
  const pages = made.item.content.kind === 'text' ? null : made.item.document.pages + 1
  tally.check('page count', pages === null || outcome.export?.pages === pages, why)
  const bytes = outcome.export?.files[1]?.bytes
  if (outcome.picturePages > 0 || bytes === undefined || made.kind === 'scan-pdf') return
  const text = squeezed(await copiedText(bytes))
  const gone = made.kept.filter((kept) => !text.includes(squeezed(kept)))
  tally.check('what was not struck out is still there', gone.length === 0, () => `${why()} gone: ${gone.join(' | ')}`)
}
