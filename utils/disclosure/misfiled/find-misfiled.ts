import type { FileSubject } from '../model/finding.ts'
import type { DocumentId, ScreenedDocument } from '../model/screened-document.ts'
import { evidenceOf, namesBesideNumber, type OwnerReason, type PageEvidence, type PageText, readPage } from './page-evidence.ts'
import { type Owner, ownerOf, segmentsOf } from './segments.ts'

/** Whose one page is. The heat map draws `own` against `other`. */
export interface PageOwner {
  readonly document: DocumentId
  /** `null` for a document without pages. */
  readonly page: number | null
  readonly owner: Owner
  /** Weight of what speaks for the citizen, and for the strongest other person. */
  readonly own: number
  readonly other: number
  /** Equal for pages of the same other person; no number and no name. */
  readonly person: number | null
  readonly reasons: readonly OwnerReason[]
}

/** Pages of somebody else that stand together in a document. */
export interface MisfiledPart {
  readonly document: DocumentId
  readonly from: number | null
  readonly to: number | null
  /** The whole document is somebody else's. */
  readonly whole: boolean
  readonly reasons: readonly OwnerReason[]
}

export interface FilingAnswer {
  readonly pages: readonly PageOwner[]
  readonly misfiled: readonly MisfiledPart[]
}

/** Page by page whose it is, and what in the file is somebody else's. */
export function findMisfiled(documents: readonly ScreenedDocument[], subject: FileSubject): FilingAnswer {
  const read = documents.map((document) => ({ document, texts: pageTexts(document) }))
  const names = ownNames(
    read.flatMap(({ texts }) => texts),
    subject,
  )
  const persons = new Map<string, number>()
  const answers = read.map(({ document, texts }) => inDocument(document, texts, { subject, names, persons }))
  return { pages: answers.flatMap(({ pages }) => pages), misfiled: answers.flatMap(({ misfiled }) => misfiled) }
}

interface File {
  readonly subject: FileSubject
  readonly names: ReadonlySet<string>
  /** A number for each other person, in the order they are met. */
  readonly persons: Map<string, number>
}

interface Page {
  readonly page: number | null
  readonly evidence: PageEvidence
}

function inDocument(document: ScreenedDocument, texts: readonly PageText[], file: File): FilingAnswer {
  const pages: readonly Page[] = texts.map((text) => ({ page: text.page, evidence: evidenceOf(text, file.subject, file.names) }))
  const evidence = pages.map((page) => page.evidence)
  const segments = segmentsOf(evidence, file.subject.cpr).map((segment) => ({
    segment,
    judged: ownerOf(segment, evidence, file.subject.cpr),
  }))
  const owners = segments.flatMap(({ segment, judged }) =>
    pages.slice(segment.from, segment.to + 1).map((page) => pageOwner(document.id, page, { judged, file })),
  )
  const foreign = segments.filter(({ judged }) => judged.owner === 'other')
  const whole = foreign.length > 0 && foreign.length === segments.length
  const misfiled = foreign.map(({ segment, judged }) => ({
    document: document.id,
    from: pages[segment.from]?.page ?? null,
    to: pages[segment.to]?.page ?? null,
    whole,
    reasons: judged.reasons,
  }))
  return { pages: owners, misfiled }
}

interface Judged {
  readonly judged: ReturnType<typeof ownerOf>
  readonly file: File
}

function pageOwner(document: DocumentId, { page, evidence }: Page, { judged, file: { subject, persons } }: Judged): PageOwner {
  const own = evidence.persons.get(subject.cpr)?.weight ?? 0
  const others = [...evidence.persons.values()].filter(({ key }) => key !== subject.cpr)
  const other = Math.max(0, ...others.map(({ weight }) => weight))
  const here = [...(evidence.persons.get(judged.key ?? '')?.reasons ?? [])]
  const inherited: OwnerReason = evidence.number === 1 ? 'goes-on-in-next' : 'continues'
  return {
    document,
    page,
    owner: judged.owner,
    own,
    other,
    person: personNumber(judged.key, subject.cpr, persons),
    reasons: here.length > 0 ? here : judged.key === null ? [] : [inherited],
  }
}

function personNumber(key: string | null, own: string, persons: Map<string, number>): number | null {
  if (key === null || key === own) return null
  const known = persons.get(key) ?? persons.size + 1
  persons.set(key, known)
  return known
}

/** Body and recognised text of each page, in order; a document without pages is one. */
function pageTexts({ parts }: ScreenedDocument): readonly PageText[] {
  const texts = new Map<number | null, string>()
  for (const { page, source, text } of parts)
    if (source === 'body' || source === 'recognised' || source === 'form' || source === 'mail-header')
      texts.set(page, texts.has(page) ? `${texts.get(page) ?? ''}\n${text}` : text)
  return [...texts].toSorted(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([page, text]) => readPage(page, text))
}

const LEAST_VOTES = 2

/** The names that stand beside the citizen's own number in the file, and the one that was given. */
function ownNames(texts: readonly PageText[], { cpr, name }: FileSubject): ReadonlySet<string> {
  if (name !== null) return new Set([name.toLowerCase()])
  const votes = new Map<string, number>()
  for (const text of texts) for (const beside of namesBesideNumber(text, cpr)) votes.set(beside, (votes.get(beside) ?? 0) + 1)
  const [best] = [...votes].toSorted(([, a], [, b]) => b - a)
  return best && (best[1] >= LEAST_VOTES || votes.size === 1) ? new Set([best[0]]) : new Set()
}
