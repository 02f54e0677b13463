import type { Entry, FileEntry } from '@zip.js/zip.js/index-native.js'
import type { TextSource } from '../../model/screened-document.ts'
import { isFile, unpack } from '../archive/unpack.ts'
import type { Draft } from '../draft.ts'
import { nameInside } from '../file-name.ts'
import { IntakeRefusal, type Source } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import type { IntakeContext, Members } from '../reader.ts'
import { decodeText } from '../text/decode-text.ts'
import { decodeLink } from '../text/html-text.ts'
import { xmlText } from './xml-text.ts'

const XML = /\.(?:xml|rels|vml)$|^mimetype$/i
/** Font programs and printer settings hold no text. */
const NO_TEXT = /\.(?:odttf|ttf|fntdata)$|printerSettings\d*\.bin$|^mimetype$/i
const SOURCES: readonly (readonly [RegExp, TextSource])[] = [
  [/^word\/comments|^ppt\/comments|^xl\/(?:comments|threadedComments)/i, 'annotation'],
  [
    /^docProps\/|^customXml\/|^meta\.xml$|\.rels$|^\[Content_Types\]|\/(?:settings|styles|theme|numbering|fontTable|webSettings)/i,
    'metadata',
  ],
]

interface Into {
  readonly draft: Draft
  readonly context: IntakeContext
}

/** Whether the archive is a document of an office program. */
export function isOffice(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ filename }) => filename))
  return names.has('[Content_Types].xml') || (names.has('mimetype') && names.has('content.xml'))
}

/** Reads every part of an office file as text; pictures and embedded files in it are documents of their own. */
export async function readOffice(entries: readonly Entry[], source: Source, into: Into): Promise<Members> {
  const { draft, context } = into
  const files = entries.filter(isFile)
  const isLetter = files.some(({ filename }) => filename === 'word/document.xml')
  draft.kind = isLetter ? 'docx' : 'unknown'
  // In a spreadsheet a number may have lost its first zero, and order says little: it is read, and a person looks as well.
  if (!isLetter) draft.skip('unknown-kind')
  for (const entry of files.filter(({ filename }) => XML.test(filename))) {
    await context.step()
    await readPart(entry, into)
  }
  draft.add(
    'file-name',
    entries
      .map(({ filename }) => filename)
      .filter((name) => /\d{4}/.test(name))
      .join('\n'),
  )
  return embedded(
    files.filter(({ filename }) => !XML.test(filename) && !NO_TEXT.test(filename)),
    source,
    context,
  )
}

async function readPart(entry: FileEntry, { draft, context }: Into): Promise<void> {
  if (NO_TEXT.test(entry.filename)) return
  try {
    context.budget.entry()
    const { body, hidden, links } = xmlText(decodeText(await unpack(entry, context.budget, LIMITS.xmlBytes)))
    draft.add(SOURCES.find(([name]) => name.test(entry.filename))?.[1] ?? 'body', body)
    draft.add('metadata', hidden)
    draft.add('link', links.split('\n').filter(isOutward).map(decodeLink).join('\n'))
  } catch (error) {
    draft.skip(error instanceof IntakeRefusal ? error.why : 'corrupt')
  }
}

/** Where the file leads: out of it, or to a part whose name tells something. */
function isOutward(link: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(link) || /\d{4}/.test(link)
}

async function* embedded(entries: readonly FileEntry[], source: Source, { budget }: IntakeContext): AsyncGenerator<Source> {
  for (const entry of entries) {
    const member = { name: nameInside(source.name, entry.filename), depth: source.depth + 1, archives: source.archives }
    budget.entry()
    try {
      yield { ...member, bytes: await unpack(entry, budget) }
    } catch (error) {
      yield { ...member, bytes: new Uint8Array(), refused: error instanceof IntakeRefusal ? error.why : 'corrupt' }
    }
  }
}
