import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Draft } from '../draft.ts'
import { addAnnotations } from './annotations.ts'
import { deepTexts } from './deep-texts.ts'
import { asMatrix } from './matrix.ts'
import { layOut, type LaidOut } from './lay-out.ts'
import { paintedOn, type Painted } from './painted.ts'
import { textRun, type TextItem } from './text-run.ts'
import { hasUnreadPicture } from './unread-pictures.ts'
import { unseenText } from './unseen-text.ts'

/** What a page's text does not say by itself. */
export interface PageRead {
  /** Letters that only a picture of the page can tell. */
  readonly toRecognise: boolean
  readonly blank: boolean
}

/** Fewer letters than this are a page number, not the text of a page. */
const FEWEST_LETTERS = 12

/** Reads a page's text and everything of it that does not show. Only what was read to the end gets into the draft. */
export async function readPage(page: PDFPageProxy, draft: Draft): Promise<PageRead> {
  const viewport = page.getViewport({ scale: 1 })
  const matrix = asMatrix(viewport.transform)
  const content = await page.getTextContent()
  const laid = layOut(content.items.filter(isText).map((item) => textRun(item, matrix)))
  const painted = paintedOn(await page.getOperatorList(), matrix)
  const annotations = await page.getAnnotations({ intent: 'any' })
  const hidden = deepTexts([readAlternatives(await page.getStructTree()), await page.getJSActions()])
  const number = page.pageNumber
  draft.add('body', laid.text, { page: number, boxes: laid.boxes })
  draft.add('annotation', unseenText(laid.text, painted.shown), { page: number })
  addAnnotations(draft, number, annotations, matrix)
  draft.add('metadata', hidden.join('\n'), { page: number })
  return { toRecognise: needsRecognition(laid, painted, viewport), blank: painted.blank && laid.text.trim() === '' }
}

function needsRecognition(laid: LaidOut, { pictures, blank }: Painted, page: { width: number; height: number }): boolean {
  if (blank) return false
  const letters = laid.text.replaceAll(/[^\p{L}\p{N}]/gu, '').length
  return letters === 0 || (letters < FEWEST_LETTERS && pictures.length > 0) || hasUnreadPicture(pictures, laid.boxes, page)
}

function isText<T extends object>(item: T): item is T & TextItem {
  return 'str' in item && 'transform' in item
}

/** Words that stand for a picture in the structure of a tagged page. */
function readAlternatives(node: unknown): readonly unknown[] {
  if (typeof node !== 'object' || node === null) return []
  const alternative = 'alt' in node ? [node.alt] : []
  const children = 'children' in node && Array.isArray(node.children) ? node.children.flatMap(readAlternatives) : []
  return [...alternative, ...children]
}
