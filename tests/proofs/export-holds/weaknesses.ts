import { PDFDocument, StandardFonts, rgb } from 'pdf-lib'
import type { AttackId } from '#utils/disclosure/export/attack/attack.ts'
import { type AttackedFile, attackExport, isHolding } from '#utils/disclosure/export/attack/holding-export.ts'
import { needlesOf } from '#utils/disclosure/export/attack/needles-of.ts'
import { addPicturePage } from '#utils/disclosure/export/build/add-picture.ts'
import { type ExportTools, exportFile } from '#utils/disclosure/export/export-file.ts'
import { joinBoxes } from '#utils/disclosure/export/pdf/join-boxes.ts'
import { PdfFile } from '#utils/disclosure/export/pdf/pdf-file.ts'
import { Random } from '../support/random.ts'
import { HIDES, olderState } from './hides.ts'
import { type MadeFile, makeFile } from './make-file.ts'
import { orderOf } from './order.ts'

export interface WeaknessSeen {
  readonly kind: string
  readonly found: boolean
}

/** Which of the twelve must see it; others may as well. */
const SEEN_BY: Readonly<Record<string, AttackId>> = {
  note: 'annotations',
  'hidden-note': 'annotations',
  link: 'links',
  attachment: 'attachments',
  xmp: 'metadata',
  info: 'metadata',
  form: 'forms',
  script: 'forms',
  layer: 'layers',
  thumbnail: 'thumbnails',
  'photo-comment': 'thumbnails',
  outline: 'outline',
  structure: 'outline',
  'actual-text': 'outline',
  orphan: 'revisions',
  invisible: 'text',
  white: 'text',
}

interface Stage {
  readonly made: MadeFile
  readonly good: AttackedFile
  readonly secret: string
  readonly tools: ExportTools
}

/** Exporters that are careless in one way each: every one of them must be refused. */
export async function weaknesses(seed: number, tools: ExportTools): Promise<readonly WeaknessSeen[]> {
  const stage = await stageOf(seed, tools)
  const seen: WeaknessSeen[] = [
    { kind: 'a good export holds (or every refusal would say nothing)', found: (await attacksOn(stage, stage.good)).length === 0 },
  ]
  // Reading pictures takes the time, and there are as many readers as processors.
  const hides = Object.keys(HIDES).map((kind) => async (): Promise<WeaknessSeen> => {
    const attacks = await attacksOn(stage, { ...stage.good, bytes: await withHide(stage, kind) })
    const wanted = SEEN_BY[kind]
    return { kind, found: attacks.length > 0 && (wanted === undefined || attacks.includes(wanted)) }
  })
  const others = Object.entries(await careless(stage)).map(([kind, [attack, file]]) => async (): Promise<WeaknessSeen> => {
    return { kind, found: (await attacksOn(stage, file)).includes(attack) }
  })
  seen.push(...(await Promise.all([...hides, ...others].map((look) => look()))))
  return [...seen, { kind: 'an export that nobody attacked', found: !isHolding({ files: [stage.good], pages: 1 }) }]
}

async function stageOf(seed: number, tools: ExportTools): Promise<Stage> {
  const random = new Random(seed)
  for (;;) {
    const made = await makeFile(random, [], 'text-pdf')
    const [mark] = made.item.plan.redactions.filter(({ text, page }) => page === 1 && text.replace(/\D/g, '').length === 10)
    const outcome = mark === undefined ? null : await exportFile(orderOf(made), tools)
    const bytes = outcome?.export?.files[1]?.bytes
    if (mark === undefined || bytes === undefined || made.item.document.pages > 1) continue
    return { made, secret: mark.text, tools, good: { name: 'akt-001.pdf', bytes, pages: pagesOf(made) } }
  }
}

function pagesOf({ item }: MadeFile): AttackedFile['pages'] {
  return Array.from({ length: item.document.pages }, (_, index) => ({
    isPicture: false,
    blacks: item.plan.redactions.filter(({ page }) => page === index + 1).flatMap(({ boxes }) => joinBoxes(boxes)),
  }))
}

async function attacksOn({ made, tools }: Stage, file: AttackedFile): Promise<readonly AttackId[]> {
  const { leaks, export: held } = await attackExport([file], needlesOf([made.item], []), tools)
  if (held !== null && !isHolding(held)) throw new RangeError('held-without-seal')
  return leaks.map(({ attack }) => attack)
}

async function withHide({ good, secret }: Stage, kind: string): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.load(good.bytes, { updateMetadata: false })
  await HIDES[kind]?.({ pdf, page: pdf.getPage(0), secret })
  return Uint8Array.from(await pdf.save({ useObjectStreams: false }))
}

async function careless(stage: Stage): Promise<Readonly<Record<string, readonly [AttackId, AttackedFile]>>> {
  const { good, secret, made, tools } = stage
  const original = made.item.content.kind === 'pdf' ? made.item.content.bytes : new Uint8Array()
  return {
    'older state below': ['revisions', { ...good, bytes: Uint8Array.from(olderState(good.bytes, secret)) }],
    'boxes drawn over the text': ['text', { ...good, bytes: await drawnOver(original, good) }],
    'a picture without its bars': [
      'picture',
      { ...good, pages: good.pages.map((page) => ({ ...page, isPicture: true })), bytes: await pictureOf(original, tools) },
    ],
    'the name in the file name': ['file-name', { ...good, name: `${secret}.pdf` }],
    'a page without its bars': ['picture', { ...good, bytes: await barsBeside(good) }],
    'half a file': ['text', { ...good, bytes: good.bytes.slice(0, good.bytes.length / 2) }],
  }
}

async function drawnOver(original: Uint8Array, { pages }: AttackedFile): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.load(original, { updateMetadata: false })
  for (const page of pdf.getPages())
    page.drawRectangle({ x: 0, y: 0, width: page.getWidth(), height: page.getHeight(), color: rgb(0, 0, 0) })
  if (pages.length !== pdf.getPageCount()) throw new RangeError('page-count')
  return Uint8Array.from(await pdf.save({ useObjectStreams: false }))
}

async function pictureOf(original: Uint8Array, { pdfium }: ExportTools): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const file = PdfFile.open(pdfium, original)
  for (let number = 1; number <= (file?.pages ?? 0); number += 1)
    file?.withPage(number, (page) => addPicturePage(pdf, page.picture(2), page))
  file?.close()
  return Uint8Array.from(await pdf.save({ useObjectStreams: false }))
}

/** The text is gone but for a few letters, and so is the bar. */
async function barsBeside({ pages }: AttackedFile): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = pdf.embedStandardFont(StandardFonts.Helvetica)
  for (const _ of pages) pdf.addPage([420, 300]).drawText('notat', { x: 40, y: 20, size: 8, font })
  return Uint8Array.from(await pdf.save({ useObjectStreams: false }))
}
