import { PDFDocument, PDFName } from 'pdf-lib'
import type { RedactionMark } from '../../model/decision.ts'
import type { PageBox } from '../../model/screened-document.ts'
import { NeedsPicture } from '../clean/needs-picture.ts'
import { PageCopier } from '../clean/page-copier.ts'
import { blacken } from '../pdf/blacken.ts'
import { joinBoxes } from '../pdf/join-boxes.ts'
import type { PdfPage } from '../pdf/pdf-page.ts'
import { PdfFile } from '../pdf/pdf-file.ts'
import type { Pdfium } from '../pdf/pdfium.ts'
import { spotsOf } from '../pdf/spots-of.ts'
import { addPicturePage } from './add-picture.ts'
import { addLeftOutPage } from './add-left-out.ts'
import { type BuiltFile, type BuiltPage, type ExportItem, ExportRefused } from './built-file.ts'

export interface PdfOrder {
  readonly item: ExportItem
  readonly bytes: Uint8Array
  /** Texts that may stand nowhere in the file: blackened also where no box says so. */
  readonly everywhere: readonly string[]
  /** Pages that leave as a picture whatever they hold, from 1; `all` for every page. */
  readonly pictures: ReadonlySet<number> | 'all'
}

/** 150 dots an inch: read without effort, and by a machine. */
const PICTURE_SCALE = 150 / 72

/** A new PDF of the pages of an old one: what is decided taken out of each, and nothing but what they paint carried over. */
export async function buildPdf(pdfium: Pdfium, order: PdfOrder): Promise<BuiltFile> {
  const source = PdfFile.open(pdfium, order.bytes)
  if (source === null) throw new ExportRefused('page-unreadable')
  try {
    source.unlock()
    const blacks = Array.from({ length: source.pages }, (_, index) => redactPage(source, index + 1, order))
    const copier = await openCopier(source.save())
    const pages: BuiltPage[] = []
    for (const [index, boxes] of blacks.entries()) pages.push(addPage({ source, copier, order }, index + 1, boxes))
    return { number: order.item.number, pdf: copier.target, pages }
  } finally {
    source.close()
  }
}

interface Copier {
  readonly target: PDFDocument
  readonly pages: PageCopier | null
}

async function openCopier(redacted: Uint8Array): Promise<Copier> {
  const target = await PDFDocument.create({ updateMetadata: false })
  try {
    const parsed = await PDFDocument.load(redacted, { updateMetadata: false, throwOnInvalidObject: true })
    // Layers decide what is seen; a picture has what is seen and no layers.
    const hasLayers = parsed.catalog.has(PDFName.of('OCProperties'))
    return { target, pages: hasLayers ? null : new PageCopier(parsed, target) }
  } catch {
    return { target, pages: null }
  }
}

function redactPage(source: PdfFile, number: number, { item, everywhere }: PdfOrder): readonly PageBox[] {
  const marks = item.plan.redactions.filter(({ page }) => page === number)
  source.withPage(number, (page) => page.flatten())
  return source.withPage(number, (page) => {
    const boxes = [...marks.flatMap((mark) => joinBoxes(mark.boxes)), ...swept(page, marks, everywhere)]
    page.redact(boxes)
    return boxes
  })
}

/** Where a text stands that has no box of its own, or stands once more under or beside the marked one. */
function swept(page: PdfPage, marks: readonly RedactionMark[], everywhere: readonly string[]): readonly PageBox[] {
  const texts = new Set([...everywhere, ...marks.filter(({ boxes }) => boxes.length === 0).map(({ text }) => text)])
  if (texts.size === 0) return []
  const chars = page.chars()
  return [...texts].flatMap((text) => spotsOf(text, chars)).flatMap(joinBoxes)
}

interface Source {
  readonly source: PdfFile
  readonly copier: Copier
  readonly order: PdfOrder
}

function addPage({ source, copier, order }: Source, number: number, blacks: readonly PageBox[]): BuiltPage {
  if (order.item.plan.leftOut.includes(number)) {
    addLeftOutPage(copier.target, number)
    return { blacks: [], isPicture: false }
  }
  const wantsPicture = order.pictures === 'all' || order.pictures.has(number)
  if (!wantsPicture && copier.pages !== null && isCopied(copier.pages, number)) return { blacks, isPicture: false }
  source.withPage(number, (page) => {
    const picture = page.picture(PICTURE_SCALE)
    blacken(picture, blacks, PICTURE_SCALE)
    addPicturePage(copier.target, picture, page)
  })
  return { blacks, isPicture: true }
}

function isCopied(pages: PageCopier, number: number): boolean {
  try {
    pages.copy(number)
    return true
  } catch (error) {
    if (error instanceof NeedsPicture) return false
    throw error
  }
}
