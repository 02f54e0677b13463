import type { FileSubject, Finding } from '../model/finding.ts'
import type { DocumentId, ScreenedDocument, TextPart } from '../model/screened-document.ts'
import { documentMarks } from './document-kind.ts'
import { FileNames } from './file-names.ts'
import { findAddresses } from './find-addresses.ts'
import { findMails } from './find-mails.ts'
import { findNumbers } from './find-numbers.ts'
import { findSecrets } from './find-secrets.ts'
import type { Mark } from './mark.ts'
import { Ownership } from './ownership.ts'
import { type NameCandidate, readNames } from './read-names.ts'
import { relatedWords, sensitiveMarks, type WordHit } from './sensitive.ts'
import { learnRoles, nameMarks } from './settle-names.ts'
import { staffMarks } from './staff-private.ts'
import { tokensOf } from './tokens.ts'

/** What is kept of a text until the whole file has been read. */
interface ReadText {
  readonly document: DocumentId
  readonly part: TextPart
  readonly marks: readonly Mark[]
  readonly candidates: readonly NameCandidate[]
  readonly words: readonly WordHit[]
}

/**
 * Screens one file: `read` each document, then ask for the findings. A name that is certain in one document is found in all
 * of them, so the names are settled last.
 */
export class FileFinder {
  readonly #names = new FileNames()
  readonly #own: Ownership
  readonly #texts: ReadText[] = []
  readonly #nameIsKnown: boolean

  constructor(subject: FileSubject) {
    this.#own = new Ownership(subject)
    this.#nameIsKnown = subject.name !== null
    if (subject.name !== null) this.#names.sawPerson(subject.name.split(/\s+/))
  }

  read({ id, name, parts }: ScreenedDocument): void {
    for (const part of parts) {
      const tokens = tokensOf(part.text)
      const text = { text: part.text, tokens, names: this.#names }
      // Before the names: it takes note of the words in small letters.
      const words = relatedWords(text)
      this.#texts.push({
        document: id,
        part,
        marks: [
          ...findNumbers(part.text),
          ...findMails(part.text),
          ...findAddresses(text),
          ...findSecrets(part.text),
          ...(part.source === 'body' || part.source === 'recognised' ? documentMarks(part, name) : []),
        ],
        candidates: readNames(text),
        words,
      })
    }
  }

  /** Of everything read so far, in the order it was read. */
  findings(): readonly Finding[] {
    for (const { candidates } of this.#texts) learnRoles(candidates, this.#names)
    if (!this.#nameIsKnown) this.#names.guessCitizen()
    return this.#texts.flatMap((text) => this.#settle(text))
  }

  #settle({ document, part, marks, candidates, words }: ReadText): readonly Finding[] {
    const names = nameMarks(candidates, this.#names).map((mark) => this.#own.withRole(mark))
    const foreign = [...this.#own.foreign(marks), ...names]
    const all = [...foreign, ...sensitiveMarks(part.text, words, names), ...staffMarks(part.text, foreign)]
    return apart(all).map(({ role = null, ...mark }) => ({
      ...mark,
      role,
      document,
      page: part.page,
      source: part.source,
      text: part.text.slice(mark.start, mark.end),
    }))
  }
}

/** In the order of the text. Where two stand in the same place, the one found first stays; words to look at may lie in others. */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = []
  let end = -1
  const order = marks.map((mark, at) => ({ mark, at })).toSorted((a, b) => a.mark.start - b.mark.start || a.at - b.at)
  for (const { mark } of order) {
    const exact = EXACT.has(mark.category)
    if (exact && mark.start < end) {
      const last = kept.findLastIndex(({ category }) => EXACT.has(category))
      const other = kept[last]
      if (!other || rank(mark) >= rank(other)) continue
      kept[last] = mark
    } else kept.push(mark)
    if (exact) end = Math.max(end, mark.end)
  }
  return kept
}

const RANKS: readonly Mark['category'][] = [
  'cpr',
  'secret',
  'iban',
  'email',
  'account',
  'cvr',
  'protected-address',
  'address',
  'number-plate',
  'phone',
  'person',
]
const EXACT: ReadonlySet<Mark['category']> = new Set(RANKS)
const CONFIDENCE = { high: 0, medium: 1, low: 3 } as const

function rank({ category, confidence }: Mark): number {
  return RANKS.indexOf(category) + CONFIDENCE[confidence] * 4
}
