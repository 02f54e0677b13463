import { type Cover, writeCover } from './build/write-cover.ts'
import { type BuiltFile, type ExportItem, ExportRefused } from './build/built-file.ts'
import { buildPdf } from './build/build-pdf.ts'
import { buildPictures } from './build/build-pictures.ts'
import { buildText } from './build/build-text.ts'
import { cleanTitle } from './build/clean-title.ts'
import { stampPages } from './build/stamp-pages.ts'
import type { TextPainter } from './build/write-text.ts'
import type { Leak } from './attack/attack.ts'
import { type AttackedFile, type Engines, type HoldingExport, attackExport } from './attack/holding-export.ts'
import type { Needle } from './attack/needle.ts'
import { needlesOf } from './attack/needles-of.ts'

export interface ExportOrder {
  readonly items: readonly ExportItem[]
  readonly cover: Cover
  /** Texts that a person decided to hand out: the same words elsewhere are no leak. */
  readonly released: readonly string[]
}

export interface ExportTools extends Engines {
  /** For letters that a PDF's standard fonts do not have; `null` refuses them. */
  readonly painter: TextPainter | null
  /** Parts done of how many, for a bar of progress. */
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

export type ExportOutcome =
  | { readonly export: HoldingExport; readonly leaks: readonly []; readonly picturePages: number }
  /** Refused. Nothing is handed out, and there is no way round it: change the decisions, or leave the document out. */
  | { readonly export: null; readonly leaks: readonly Leak[]; readonly picturePages: number }

type Pictures = Map<number, Set<number> | 'all'>

/** New files of what was decided, attacked twelve ways. A page that leaks becomes a picture once; what leaks then is refused. */
export async function exportFile(order: ExportOrder, tools: ExportTools): Promise<ExportOutcome> {
  const needles = needlesOf(order.items, order.released)
  const pictures: Pictures = new Map()
  const first = await makeAndAttack(order, tools, needles, pictures)
  if (first.export !== null || !addLeaking(pictures, first.leaks, order.items)) return first
  return makeAndAttack(order, tools, needles, pictures)
}

async function makeAndAttack(
  order: ExportOrder,
  tools: ExportTools,
  needles: readonly Needle[],
  pictures: Pictures,
): Promise<ExportOutcome> {
  const files = await finish(order, tools, needles, await buildAll(order, tools, needles, pictures))
  const outcome = await attackExport(files, needles, tools)
  return { ...outcome, picturePages: files.flatMap(({ pages }) => pages).filter(({ isPicture }) => isPicture).length }
}

async function buildAll(
  { items }: ExportOrder,
  tools: ExportTools,
  needles: readonly Needle[],
  pictures: Pictures,
): Promise<readonly BuiltFile[]> {
  const everywhere = needles.filter((needle) => needle.everywhere).map(({ text }) => text)
  const built: BuiltFile[] = []
  for (const item of items.filter(({ plan }) => plan.outcome !== 'withheld')) {
    tools.signal?.throwIfAborted()
    built.push(await build(item, tools, { everywhere, pictures: pictures.get(item.number) ?? new Set() }))
    tools.onProgress?.(built.length, items.length)
  }
  return built
}

interface Extra {
  readonly everywhere: readonly string[]
  readonly pictures: ReadonlySet<number> | 'all'
}

async function build(item: ExportItem, { pdfium, painter }: ExportTools, extra: Extra): Promise<BuiltFile> {
  if (item.plan.outcome === 'extracted') return buildText(item, painter)
  switch (item.content.kind) {
    case 'pdf':
      return buildPdf(pdfium, { item, bytes: item.content.bytes, ...extra })
    case 'pictures':
      return buildPictures(item, item.content.pages)
    case 'text':
      return buildText(item, painter)
  }
}

/** The list in front, page numbers over all files, neutral names. */
async function finish(
  { cover }: ExportOrder,
  { painter }: ExportTools,
  needles: readonly Needle[],
  built: readonly BuiltFile[],
): Promise<readonly AttackedFile[]> {
  const written = await writeCover(cover, (title) => cleanTitle(title, needles), painter)
  const files = [{ ...written, number: 0 }, ...built]
  const of = files.reduce((sum, { pages }) => sum + pages.length, 0)
  const finished: AttackedFile[] = []
  let from = 1
  for (const { number, pdf, pages } of files) {
    if (pages.length === 0) throw new ExportRefused('page-unreadable')
    const label = number === 0 ? 'Aktliste' : `Akt ${number}`
    stampPages(pdf, label, from, of)
    from += pages.length
    pdf.setTitle(label)
    pdf.setLanguage('da-DK')
    const bytes = Uint8Array.from(await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }))
    finished.push({ name: number === 0 ? 'aktliste.pdf' : `akt-${String(number).padStart(3, '0')}.pdf`, bytes, pages })
  }
  return finished
}

/** True when something can still be done: pages of a PDF that can leave as pictures. */
function addLeaking(pictures: Pictures, leaks: readonly Leak[], items: readonly ExportItem[]): boolean {
  let isNew = false
  for (const { file, page } of leaks) {
    const number = Number(/^akt-(\d+)\.pdf$/.exec(file)?.[1] ?? Number.NaN)
    if (items.find((item) => item.number === number)?.content.kind !== 'pdf') continue
    const known = pictures.get(number)
    if (known === 'all') continue
    if (page === null) pictures.set(number, 'all')
    else pictures.set(number, new Set([...(known ?? []), page]))
    isNew = true
  }
  return isNew
}
