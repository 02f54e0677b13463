import { IntakeRefusal } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import { NO_MEMBERS, type Reader } from '../reader.ts'
import { decodeText, looksLikeText } from './decode-text.ts'
import { htmlText } from './html-text.ts'
import type { Draft } from '../draft.ts'

export const readText: Reader = async ({ bytes }, draft) => {
  const text = textOf(bytes)
  draft.kind = 'text'
  draft.add('body', text)
  if (text.trim() === '') draft.skip('empty')
  return NO_MEMBERS
}

export const readHtml: Reader = async ({ bytes }, draft) => {
  const text = textOf(bytes)
  draft.kind = 'html'
  addHtml(draft, text)
  return NO_MEMBERS
}

function textOf(bytes: Uint8Array): string {
  if (!looksLikeText(bytes)) throw new IntakeRefusal('unknown-kind')
  if (bytes.length > LIMITS.textBytes) throw new IntakeRefusal('too-large')
  return decodeText(bytes)
}

/** Everything of a piece of HTML that can be read. */
export function addHtml(draft: Draft, html: string, bodyIsKnown = false): void {
  const { body, comments, hidden, links } = htmlText(html)
  if (!bodyIsKnown) draft.add('body', body)
  draft.add('annotation', comments)
  draft.add('metadata', hidden)
  draft.add('link', links)
  if (body === '') draft.skip('no-text')
}
