import { SaxesParser } from 'saxes'
import type { KnowledgeDocument } from '../../../utils/knowledge/document.ts'
import { layOut } from '../../../utils/knowledge/draft.ts'
import { ImportError } from '../import-error.ts'
import { numberPoints } from '../points.ts'
import { LexDaniaBuilder } from './builder.ts'
import { commencementOf } from './commencement.ts'
import { identify } from './meta.ts'

/** Everything of a document but what the importer knows from outside. */
export type ReadLaw = Omit<KnowledgeDocument, 'source' | 'kind'>

/**
 * Reads a Lex Dania document from pieces of text, keeping only its parts in memory. No DTD, no entities of its own, no
 * external references. @throws ImportError
 */
export async function readLexDania(pieces: AsyncIterable<string>): Promise<ReadLaw> {
  const builder = new LexDaniaBuilder()
  await parse(pieces, builder)
  if (builder.rootName !== 'Dokument') throw new ImportError('not-lex-dania')
  const identity = identify(builder.meta, builder.printedTitle)
  const top = identity.type === 'VEJ' || identity.type === 'CIS' || identity.type === 'SKR' ? numberPoints(builder.top) : builder.top
  const nodes = layOut([...top, ...builder.notes])
  if (identity.title === '' || nodes.length === 0) throw new ImportError('not-lex-dania')
  const { startsOn, endsOn, ...rest } = identity
  return { ...rest, validFrom: commencementOf(identity.type, nodes) ?? startsOn, validTo: endsOn, nodes }
}

async function parse(pieces: AsyncIterable<string>, builder: LexDaniaBuilder): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new ImportError('has-dtd')
  })
  parser.on('error', (cause) => {
    throw new ImportError('not-well-formed', { cause })
  })
  parser.on('opentag', ({ name }) => builder.start(name))
  parser.on('closetag', () => builder.end())
  parser.on('text', (text) => builder.text(text))
  parser.on('cdata', (text) => builder.text(text))
  for await (const piece of pieces) parser.write(piece)
  parser.close()
  // A file that was cut off is an error to the parser already; this is the belt to its braces.
  if (builder.isOpen) throw new ImportError('not-well-formed')
}
