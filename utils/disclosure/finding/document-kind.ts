import type { TextPart } from '../model/screened-document.ts'
import type { Mark } from './mark.ts'

const HEAD = 700
const LAWYER =
  /advokat(?:fuldmægtig|firmaet|firma|huset|selskab|erne|en)?(?![\p{L}])|landsretssag|kammeradvokat|retssag|procesfuldmægt|stævning|processkrift/giu
const PLAIN = {
  internal:
    /internt? (?:notat|arbejdsdokument|brug|mail|dokument)|til intern brug|kun til internt? brug|intern korrespondance|fortroligt internt|må ikke udleveres|internt arbejdspapir/iu,
  draft: /(?<![\p{L}])(?:udkast|kladde|ikke endelig|foreløbig version|arbejdsversion|draft)(?![\p{L}])/iu,
} as const
const OFFICE_MAIL = /^(?:fra|from|til|to|cc)\s*:[^\n]*@(?<host>[\w.-]+)/gimu

/** What a document is as a whole, from its head: internal, a draft, a lawyer's letter. The mark stands on the word that says so. */
export function documentMarks({ text, page }: TextPart, name: string): readonly Mark[] {
  if (page !== null && page > 1) return []
  const head = text.slice(0, HEAD)
  return [
    ...plain(head, name, 'internal-document', PLAIN.internal),
    ...plain(head, name, 'draft', PLAIN.draft),
    ...lawyers(head),
    ...insideMail(head),
  ]
}

function plain(head: string, name: string, category: Mark['category'], pattern: RegExp): readonly Mark[] {
  const match = pattern.exec(head)
  if (match)
    return [
      { start: match.index, end: match.index + match[0].length, category, confidence: 'high', same: category, why: 'head-of-document' },
    ]
  return pattern.test(name) ? [{ start: 0, end: lineEnd(head), category, confidence: 'medium', same: category, why: 'file-name' }] : []
}

/** Two words at least: one lawyer in the head may be anybody's. */
function lawyers(head: string): readonly Mark[] {
  const [first, ...more] = [...head.matchAll(LAWYER)]
  if (!first || more.length === 0) return []
  return [
    {
      start: first.index,
      end: first.index + first[0].length,
      category: 'lawyer-letter',
      confidence: 'medium',
      same: 'lawyer-letter',
      why: 'head-of-document',
    },
  ]
}

/** Sent from one desk of an authority to another: the same host on both sides. */
function insideMail(head: string): readonly Mark[] {
  const hosts = [...head.matchAll(OFFICE_MAIL)].map((match) => match.groups?.['host']?.toLowerCase() ?? '')
  const [first = ''] = hosts
  if (hosts.length < 2 || !/kommune|jobcenter|\.gov|region/.test(first) || hosts.some((host) => host !== first)) return []
  return [
    { start: 0, end: lineEnd(head), category: 'internal-document', confidence: 'medium', same: 'internal-document', why: 'same-authority' },
  ]
}

function lineEnd(text: string): number {
  const end = text.indexOf('\n')
  return end < 0 ? text.length : end
}
