import type { Draft } from '../draft.ts'
import { LIMITS } from '../limits.ts'
import { LEAST_CONFIDENCE, recognisedPart } from '../recognised-part.ts'
import type { IntakeContext } from '../reader.ts'
import { withinTime } from '../within-time.ts'
import type { PdfBook } from './pdf-book.ts'

/** 200 dots an inch: enough for letters of 6 points, and no more memory than needed. */
const SCALE = 200 / 72
const MOST_PIXELS = 16_000_000
/** Recognition is slow work and has its own time beside that of reading the page. */
const RECOGNISE_MS = 60_000

/** Draws the page and reads the letters of the picture. A page that nobody can read is listed, never passed over. */
export async function recognisePage(
  book: PdfBook,
  number: number,
  { draft, context }: { draft: Draft; context: IntakeContext },
): Promise<void> {
  const { recognise, pdf } = context.options
  if (!recognise || !pdf.surface) return draft.skip('no-text', number)
  const drawn = await withinTime(draw(book, number, pdf.surface), LIMITS.pageMs)
  const found = await withinTime(recognise(drawn.picture), RECOGNISE_MS)
  const { text, boxes } = recognisedPart(found, 1 / drawn.scale)
  draft.add('recognised', text, { page: number, boxes })
  if (text.trim() === '' || found.confidence < LEAST_CONFIDENCE) draft.skip('unreadable-picture', number)
}

async function draw(book: PdfBook, number: number, surface: NonNullable<IntakeContext['options']['pdf']['surface']>) {
  const page = await book.page(number)
  try {
    const { width, height } = page.getViewport({ scale: 1 })
    const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)))
    const viewport = page.getViewport({ scale })
    const { canvas, context, toPng } = surface(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport, background: 'white' })
      .promise
    const picture = { bytes: await toPng(), width: canvas.width, height: canvas.height }
    Object.assign(canvas, { width: 0, height: 0 })
    return { picture, scale }
  } finally {
    page.cleanup()
  }
}
