import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { KnowledgeDocument, SourceFormat } from '../../utils/knowledge/document.ts'
import type { KnowledgeKind } from '../../utils/knowledge/register.ts'
import { ImportError } from './import-error.ts'
import { textPieces } from './text-pieces.ts'
import { readLexDania } from './lex-dania/read.ts'

/** Some consolidated acts are larger than 80 MB as XML. */
const MOST_XML_BYTES = 150 * 1024 * 1024

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

/** Reads one file into a document. @throws ImportError */
export async function readFile(path: string, kind: KnowledgeKind): Promise<KnowledgeDocument> {
  const format = formatOf(path)
  if (format === null) throw new ImportError('unknown-format')
  const checksum = await checksumOf(path)
  const read = await readLexDania(textPieces(path, MOST_XML_BYTES))
  return { ...read, kind, source: { name: basename(path), checksum, format } }
}

async function checksumOf(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isFile()) throw new ImportError('not-found')
  } catch (cause) {
    throw new ImportError('not-found', { cause })
  }
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}
