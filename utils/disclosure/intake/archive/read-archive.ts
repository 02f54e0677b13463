import { configure, type Entry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/index-native.js'
import type { Draft } from '../draft.ts'
import { nameInside } from '../file-name.ts'
import { IntakeRefusal, type Source } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import { isOffice, readOffice } from '../office/read-office.ts'
import type { IntakeContext, Reader } from '../reader.ts'
import { isFile, unpack } from './unpack.ts'

configure({ useWebWorkers: false, useCompressionStream: true })

/** Reads an archive's list; its members are documents of their own, unpacked one at a time. Office files are archives too. */
export const readArchive: Reader = async (source, draft, context) => {
  const reader = new ZipReader(new Uint8ArrayReader(source.bytes), { filenameValidation: 'tolerant', useWebWorkers: false })
  const entries = await entriesOf(reader)
  if (isOffice(entries)) return readOffice(entries, source, { draft, context })
  draft.kind = 'archive'
  // Members of an archive that lies in an archive that lies in an archive stay where they are.
  if (source.archives >= LIMITS.archives) throw new IntakeRefusal('nested-too-deep')
  draft.add('metadata', [reader.comment, ...entries.map(({ comment }) => comment)].filter(isWritten).map(asText).join('\n'))
  addFolders(draft, entries)
  return members(entries, source, context)
}

async function entriesOf(reader: ZipReader<unknown>): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry)
      if (entries.length > LIMITS.entries) throw new IntakeRefusal('too-many')
    }
  } catch (error) {
    throw error instanceof IntakeRefusal ? error : new IntakeRefusal('corrupt')
  }
  const claimed = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (claimed > LIMITS.bundleBytes) throw new IntakeRefusal('bomb')
  return entries
}

async function* members(entries: readonly Entry[], { name, depth, archives }: Source, { budget }: IntakeContext): AsyncGenerator<Source> {
  for (const entry of entries.filter(isFile)) {
    const member = { name: nameInside(name, entry.filename), depth: depth + 1, archives: archives + 1 }
    budget.entry()
    try {
      yield { ...member, bytes: await unpack(entry, budget) }
    } catch (error) {
      yield { ...member, bytes: new Uint8Array(), refused: error instanceof IntakeRefusal ? error.why : 'corrupt' }
    }
  }
}

/** A folder without files has a name all the same. */
function addFolders(draft: Draft, entries: readonly Entry[]): void {
  const folders = entries.filter(({ directory }) => directory).map(({ filename }) => filename)
  draft.add('file-name', folders.join('\n'))
}

function isWritten(comment: string | Uint8Array | undefined): comment is string | Uint8Array {
  return comment !== undefined && comment.length > 0
}

function asText(comment: string | Uint8Array): string {
  return typeof comment === 'string' ? comment : new TextDecoder('windows-1252').decode(comment)
}
