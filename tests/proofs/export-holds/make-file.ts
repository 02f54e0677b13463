import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts, degrees } from 'pdf-lib'
import type { ExportItem, ItemContent } from '#utils/disclosure/export/build/built-file.ts'
import type { RedactionMark } from '#utils/disclosure/model/decision.ts'
import type { DocumentId, TextPart } from '#utils/disclosure/model/screened-document.ts'
import type { Random } from '../support/random.ts'
import { HIDES, olderState } from './hides.ts'
import { type PagePlan, type Run, SIZE, planPage, shownBox } from './page-plan.ts'
import { type Stranger, stranger } from './secrets.ts'

/** A file made to leak, what was decided about it, and what must be gone and what must stay. */
export interface MadeFile {
  readonly item: ExportItem
  readonly people: readonly Stranger[]
  readonly hidden: readonly string[]
  readonly kept: readonly string[]
  readonly kind: 'text-pdf' | 'scan-pdf' | 'picture' | 'note' | 'foreign-note'
}

interface PlannedPage {
  readonly plan: PagePlan
  readonly turned: number
  readonly isScan: boolean
}

export async function makeFile(random: Random, hides: readonly string[], kind: MadeFile['kind']): Promise<MadeFile> {
  const people = [stranger(random), stranger(random)]
  const measuring = await PDFDocument.create()
  const helvetica = await measuring.embedFont(StandardFonts.Helvetica)
  const measure = (text: string) => helvetica.widthOfTextAtSize(text, SIZE)
  const count = kind === 'text-pdf' ? random.int(1, 2) : 1
  const pages = Array.from({ length: count }, (): PlannedPage => {
    const turned = kind === 'text-pdf' || kind === 'scan-pdf' ? random.pick([0, 0, 90, 180, 270]) : 0
    return { plan: planPage(random, people, measure), turned, isScan: kind === 'scan-pdf' || kind === 'picture' }
  })
  const hidden = hides.map(() => hiddenText(random, people))
  const content = await contentOf(random, { kind, pages, hides, hidden })
  return { item: itemOf({ kind, pages, content, people }), people, hidden: hides, kept: pages.flatMap(keptOf), kind }
}

/** What is hidden is about somebody whom the page names too: that is what makes it a leak. */
function hiddenText(random: Random, people: readonly Stranger[]): string {
  const { name, cpr } = random.pick(people)
  return random.pick([name, `${cpr.slice(0, 6)}-${cpr.slice(6)}`, cpr])
}

function keptOf({ plan }: PlannedPage): readonly string[] {
  return plan.runs.filter(({ secret }) => !secret).map(({ text }) => text)
}

interface Making {
  readonly kind: MadeFile['kind']
  readonly pages: readonly PlannedPage[]
  readonly hides: readonly string[]
  readonly hidden: readonly string[]
}

async function contentOf(random: Random, making: Making): Promise<ItemContent> {
  const [first] = making.pages
  if (making.kind === 'note' || making.kind === 'foreign-note' || first === undefined) return { kind: 'text' }
  if (making.kind === 'picture') {
    const canvas = paint(first.plan)
    const { width, height } = canvas
    const pixels = Uint8ClampedArray.from(canvas.getContext('2d').getImageData(0, 0, width, height).data)
    return { kind: 'pictures', pages: [{ picture: { width, height, pixels }, width: first.plan.width, height: first.plan.height }] }
  }
  return { kind: 'pdf', bytes: await pdfOf(random, making) }
}

async function pdfOf(random: Random, { pages, hides, hidden }: Making): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const { plan, turned, isScan } of pages) {
    const page = pdf.addPage([plan.width, plan.height])
    page.setRotation(degrees(turned))
    if (isScan)
      page.drawImage(await pdf.embedPng(paint(plan).toBuffer('image/png')), { x: 0, y: 0, width: plan.width, height: plan.height })
    else for (const run of plan.runs) drawRun(random, page, run, font)
  }
  for (const [index, hide] of hides.entries()) await HIDES[hide]?.({ pdf, page: random.pick(pdf.getPages()), secret: hidden[index] ?? '' })
  const old = hides.indexOf('older-state')
  const bytes = await pdf.save({ useObjectStreams: old < 0 && random.chance(0.5) })
  return old < 0 ? bytes : olderState(bytes, hidden[old] ?? '')
}

/** Writers cut text as they like: what looks like one word may be several. */
function drawRun(random: Random, page: PDFPage, run: Run, font: PDFFont): void {
  const cut = random.pick(['whole', 'whole', 'halves', 'letters'])
  const middle = Math.ceil(run.text.length / 2)
  const pieces =
    cut === 'whole' ? [run.text] : cut === 'halves' ? [run.text.slice(0, middle), run.text.slice(middle)] : Array.from(run.text)
  let x = run.x
  for (const piece of pieces) {
    page.drawText(piece, { x, y: run.y, size: SIZE, font })
    x += font.widthOfTextAtSize(piece, SIZE)
  }
}

const PIXELS = 2

function paint({ width, height, runs }: PagePlan) {
  const canvas = createCanvas(width * PIXELS, height * PIXELS)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#111111'
  context.font = `${SIZE * PIXELS}px Helvetica, Arial, "Liberation Sans", sans-serif`
  // Stretched to the width that the plan has, whatever font the machine lends.
  for (const { text, x, y, width: room } of runs) context.fillText(text, x * PIXELS, (height - y) * PIXELS, room * PIXELS)
  return canvas
}

const FOREIGN = '\nШевченко казав · 工作计划 · مرحبا'

function itemOf({
  kind,
  pages,
  content,
  people,
}: Pick<Making, 'kind' | 'pages'> & { content: ItemContent; people: readonly Stranger[] }): ExportItem {
  const id = 'made' as DocumentId
  const isText = content.kind === 'text'
  const source = kind === 'scan-pdf' || kind === 'picture' ? 'recognised' : 'body'
  const parts = pages.map(({ plan }, index): TextPart => {
    return { page: isText ? null : index + 1, source, text: kind === 'foreign-note' ? `${plan.text}${FOREIGN}` : plan.text, boxes: [] }
  })
  const redactions = pages.flatMap(({ plan, turned }, index) =>
    plan.runs
      .filter(({ secret }) => secret)
      .map((run): RedactionMark => {
        const place = { page: isText ? null : index + 1, source, start: run.start, end: run.start + run.text.length } as const
        return { ...place, text: run.text, paragraph: 'FVL § 15 b', boxes: isText ? [] : [shownBox(run, plan, turned)] }
      }),
  )
  return {
    number: 1,
    content,
    document: {
      id,
      name: `Brev om ${people[0]?.name} ${people[0]?.cpr}.pdf`,
      kind: isText ? 'note' : 'pdf',
      pages: isText ? 0 : pages.length,
      parts,
      notScreened: [],
    },
    plan: { document: id, outcome: redactions.length === 0 ? 'whole' : 'redacted', redactions, leftOut: [], extracts: [] },
  }
}
