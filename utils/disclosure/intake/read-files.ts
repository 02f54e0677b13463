import type { DocumentId, DocumentKind } from '../model/screened-document.ts'
import { readArchive } from './archive/read-archive.ts'
import { Budget } from './budget.ts'
import { Draft } from './draft.ts'
import { fileKind } from './file-kind.ts'
import { safeName } from './file-name.ts'
import { type InputFile, type IntakeDocument, type IntakeOptions, IntakeRefusal, type Source } from './intake.ts'
import { readImage } from './image/read-image.ts'
import { LIMITS } from './limits.ts'
import { readMail } from './mail/read-mail.ts'
import { readMsg } from './mail/read-msg.ts'
import { readPdf } from './pdf/read-pdf.ts'
import type { IntakeContext, Members, Reader } from './reader.ts'
import { readHtml, readText } from './text/read-text.ts'

/** What is read of an input, before it is told which one it was. */
type Read = Omit<IntakeDocument, 'item'>

const refuse: Reader = () => Promise.reject(new IntakeRefusal('unknown-kind'))

const READERS: Readonly<Record<DocumentKind, Reader>> = {
  pdf: readPdf,
  text: readText,
  note: readText,
  html: readHtml,
  image: readImage,
  docx: readArchive,
  eml: readMail,
  msg: readMsg,
  archive: readArchive,
  unknown: refuse,
}

/**
 * Reads files into documents, one after the other, so that memory holds one at a time. Each input gives at least one
 * document; what could not be read is said in its `notScreened`. Once stopped, the rest is listed as stopped.
 */
export async function* readFiles(inputs: readonly InputFile[], options: IntakeOptions): AsyncGenerator<IntakeDocument, void, void> {
  let last = 0
  const nextId = () => `d${(last += 1)}` as DocumentId
  for (const [item, input] of inputs.entries()) {
    const context: IntakeContext = {
      options,
      nextId,
      budget: new Budget(),
      progress: (name, page, pages) => options.onProgress?.({ item, items: inputs.length, name, page, pages }),
      step: () => goOn(options),
    }
    for await (const read of readSource(await sourceOf(input), context)) yield { ...read, item }
  }
}

async function sourceOf({ name, bytes }: InputFile): Promise<Source> {
  const source = { name: safeName(name), bytes: new Uint8Array(), depth: 0, archives: 0 }
  const size = bytes instanceof Uint8Array ? bytes.length : bytes.size
  if (size > LIMITS.bundleBytes) return { ...source, refused: 'too-large' }
  try {
    return { ...source, bytes: bytes instanceof Uint8Array ? bytes : new Uint8Array(await bytes.arrayBuffer()) }
  } catch {
    return { ...source, refused: 'corrupt' }
  }
}

async function* readSource(source: Source, context: IntakeContext): AsyncGenerator<Read, void, void> {
  const draft = new Draft(context.nextId(), source.name)
  let members: Members = []
  try {
    await context.step()
    context.progress(source.name, 0, 0)
    members = await readInto(draft, source, context)
  } catch (error) {
    draft.skip(error instanceof IntakeRefusal ? error.why : 'corrupt')
  }
  const document = draft.done()
  const attached = source.depth > source.archives ? { attached: true as const } : {}
  yield { ...document, ...attached, bytes: document.kind === 'archive' ? new Uint8Array() : source.bytes }
  yield* readMembers(members, source, context)
}

async function* readMembers(members: Members, { name, depth, archives }: Source, context: IntakeContext) {
  try {
    for await (const member of members) yield* readSource(member, context)
  } catch (error) {
    const why = error instanceof IntakeRefusal ? error.why : 'corrupt'
    yield* readSource({ name: `${name}/resten`, bytes: new Uint8Array(), depth: depth + 1, archives, refused: why }, context)
  }
}

async function readInto(draft: Draft, source: Source, context: IntakeContext): Promise<Members> {
  if (source.refused) throw new IntakeRefusal(source.refused)
  if (source.bytes.length === 0) throw new IntakeRefusal('empty')
  draft.kind = fileKind(source.bytes)
  if (source.depth > LIMITS.depth) throw new IntakeRefusal('nested-too-deep')
  return READERS[draft.kind](source, draft, context)
}

async function goOn({ signal, mayGoOn }: IntakeOptions): Promise<void> {
  await mayGoOn?.()
  if (signal?.aborted) throw new IntakeRefusal('stopped')
}
