import { nameInside } from '../file-name.ts'
import { IntakeRefusal, type Source } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import type { Draft } from '../draft.ts'
import type { IntakeContext, Reader } from '../reader.ts'
import { withinTime } from '../within-time.ts'
import { earlierRevisions } from './earlier-revisions.ts'
import { PdfBook } from './pdf-book.ts'
import { readPage, type PageRead } from './read-page.ts'
import { readWhole } from './read-whole.ts'
import { recognisePage } from './recognise-page.ts'

/** Reads a PDF page by page; its attachments and earlier revisions are documents of their own. */
export const readPdf: Reader = async (source, draft, context) => {
  draft.kind = 'pdf'
  const book = await PdfBook.open(source.bytes, context.options.pdf)
  try {
    await readPages(book, draft, context)
    // One time for all of it: whoever holds up this will hold up the rest as well.
    const attachments = await guarded(draft, () => withinTime(readRest(book, draft, { source, context }), LIMITS.pageMs))
    return [...(attachments ?? []), ...earlierRevisions(source, draft)]
  } finally {
    book.close()
  }
}

/** What belongs to no page. Attachments are asked for even where something else of it is broken. */
async function readRest(
  book: PdfBook,
  draft: Draft,
  { source, context }: { source: Source; context: IntakeContext },
): Promise<readonly Source[]> {
  await guarded(draft, () => readWhole(book.document, draft))
  return readAttachments(book, source, context)
}

async function readPages(book: PdfBook, draft: Draft, context: IntakeContext): Promise<void> {
  const count = book.document.numPages
  draft.pages = count
  if (count > LIMITS.pdfPages) draft.skip('too-many')
  let slow = 0
  for (let number = 1; number <= Math.min(count, LIMITS.pdfPages); number += 1) {
    await context.step()
    context.progress(draft.name, number, count)
    if (slow >= LIMITS.slowPages) draft.skip('too-slow', number)
    else if (!(await readOnePage(book, number, { draft, context }))) slow += 1
  }
}

/** Gives `false` when the page took too long; the worker that was stuck in it is gone then. */
async function readOnePage(book: PdfBook, number: number, { draft, context }: { draft: Draft; context: IntakeContext }): Promise<boolean> {
  try {
    const read = await withinTime(textOf(book, number, draft), LIMITS.pageMs)
    if (read.blank) draft.skip('empty', number)
    else if (read.toRecognise) await recognisePage(book, number, { draft, context })
    return true
  } catch (error) {
    const why = error instanceof IntakeRefusal ? error.why : 'corrupt'
    draft.skip(why, number)
    if (why !== 'too-slow') return true
    await book.reopen()
    return false
  }
}

async function textOf(book: PdfBook, number: number, draft: Draft): Promise<PageRead> {
  const page = await book.page(number)
  try {
    return await readPage(page, draft)
  } finally {
    page.cleanup()
  }
}

async function readAttachments(book: PdfBook, source: Source, { budget }: IntakeContext): Promise<readonly Source[]> {
  const found = await book.document.getAttachments()
  const sources: Source[] = []
  for (const [key, about] of found instanceof Map ? found : []) {
    const bytes: unknown = await book.document.getAttachmentContent(key)
    const size = bytes instanceof Uint8Array ? bytes.length : 0
    budget.entry()
    budget.spend(size)
    sources.push({
      name: nameInside(source.name, fileNameOf(about, key)),
      bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(),
      depth: source.depth + 1,
      archives: source.archives,
      ...(size > LIMITS.memberBytes && { refused: 'too-large' as const }),
    })
  }
  return sources
}

function fileNameOf(about: unknown, key: unknown): string {
  const named = typeof about === 'object' && about !== null && 'filename' in about ? about.filename : key
  return String(named)
}

/** A part that cannot be read is listed; the rest of the document still counts. */
async function guarded<T>(draft: Draft, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    draft.skip(error instanceof IntakeRefusal ? error.why : 'corrupt')
    return null
  }
}
