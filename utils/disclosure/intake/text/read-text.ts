import { IntakeRefusal } from '../intake.ts'
import { NO_MEMBERS, type Reader } from '../reader.ts'
import { decodeText } from './decode-text.ts'
import { htmlText } from './html-text.ts'
import type { Draft } from '../draft.ts'

export const readText: Reader = async ({ bytes }, draft) => {
  const text = decodeText(bytes)
  if (text === null) throw new IntakeRefusal('unknown-kind')
  draft.kind = 'text'
  draft.add('body', text)
  if (text.trim() === '') draft.skip('empty')
  return NO_MEMBERS
}

export const readHtml: Reader = async ({ bytes }, draft) => {
  const text = decodeText(bytes)
  if (text === null) throw new IntakeRefusal('unknown-kind')
  draft.kind = 'html'
  addHtml(draft, text)
  return NO_MEMBERS
}

/** Everything of a piece of HTML that can be read. */
export function addHtml(draft: Draft, html: string): void {
  const { body, comments, hidden, links } = htmlText(html)
  draft.add('body', body)
  draft.add('annotation', comments)
  draft.add('metadata', hidden)
  draft.add('link', links)
  if (body === '') draft.skip('no-text')
}
