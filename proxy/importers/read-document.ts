import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { hasCpr } from '../../utils/privacy/has-cpr.ts'
import type { KnowledgeDocument, SourceFormat } from '../../utils/knowledge/document.ts'
import type { KnowledgeKind } from '../../utils/knowledge/register.ts'
import type { ReadBlocks } from './blocks.ts'
import { ImportError } from './import-error.ts'
import { readLexDania, type ReadLaw } from './lex-dania/read.ts'
import { plainDocument } from './plain-document.ts'
import { readBytes, textOf } from './read-bytes.ts'
import { textPieces } from './text-pieces.ts'

const MB = 1024 * 1024
/** Some consolidated acts are larger than 80 MB as XML. */
const MOST_BYTES: Readonly<Record<SourceFormat, number>> = {
  'lex-dania': 200 * MB,
  html: 40 * MB,
  markdown: 10 * MB,
  docx: 50 * MB,
  pdf: 100 * MB,
}

const FORMATS: ReadonlyMap<string, SourceFormat> = new Map([
  ['.xml', 'lex-dania'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.docx', 'docx'],
  ['.pdf', 'pdf'],
])

/** What a file is by its name; `null`: nothing that is read. */
export function formatOf(path: string): SourceFormat | null {
  return FORMATS.get(extname(path).toLowerCase()) ?? null
}

/** Reads one file into a document, in this very process. @throws ImportError */
export async function readDocument(path: string, kind: KnowledgeKind): Promise<KnowledgeDocument> {
  const format = formatOf(path)
  if (format === null) throw new ImportError('unknown-format')
  const checksum = await checksumOf(path)
  const name = basename(path)
  const read =
    format === 'lex-dania'
      ? await readLexDania(textPieces(path, MOST_BYTES[format]))
      : plainDocument(await readPlain(path, format), { kind, fileName: name })
  if (kind === 'procedure') refuseCpr(read)
  return { ...read, kind, source: { name, checksum, format } }
}

/** The readers are loaded only for a file that needs them. */
async function readPlain(path: string, format: Exclude<SourceFormat, 'lex-dania'>): Promise<ReadBlocks> {
  const bytes = await readBytes(path, MOST_BYTES[format])
  switch (format) {
    case 'html':
      return (await import('./read-html.ts')).readHtml(textOf(bytes))
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(textOf(bytes))
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(bytes)
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(bytes)
    default:
      return format satisfies never
  }
}

/** A procedure is read by everyone; a citizen's number in it is a mistake. */
function refuseCpr({ title, nodes }: ReadLaw): void {
  if (hasCpr(title) || nodes.some(({ own, address }) => hasCpr(`${address} ${own}`))) throw new ImportError('cpr-in-file')
}

async function checksumOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new ImportError('not-found')
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}
