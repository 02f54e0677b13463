import PostalMime, { type Address, type Email, decodeWords } from 'postal-mime'
import type { Draft } from '../draft.ts'
import { nameInside } from '../file-name.ts'
import { IntakeRefusal, type Source } from '../intake.ts'
import { LIMITS } from '../limits.ts'
import { NO_MEMBERS, type Reader } from '../reader.ts'
import { addHtml } from '../text/read-text.ts'
import { htmlText } from '../text/html-text.ts'

/** Reads a letter: its headers, its text in each form, and what is attached as documents of their own. */
export const readMail: Reader = async (source, draft, { budget }) => {
  draft.kind = 'eml'
  const email = await parse(source.bytes)
  addHeaders(draft, email)
  addTexts(draft, email.text ?? '', email.html ?? '')
  const members: Source[] = []
  for (const [at, { filename, content, description, mimeType }] of email.attachments.entries()) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
    budget.entry()
    budget.spend(bytes.length)
    draft.add('metadata', description ?? '')
    members.push(member(source, filename ?? nameOf(mimeType, at), bytes))
  }
  return members.length === 0 ? NO_MEMBERS : members
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer', maxNestingDepth: 50 })
  } catch {
    throw new IntakeRefusal('corrupt')
  }
}

function addHeaders(draft: Draft, email: Email): void {
  const people = [email.from, email.sender, ...[email.to, email.cc, email.bcc, email.replyTo].flat()].flatMap(nameAndAddress)
  const lines = email.headerLines.map(({ line }) => decodeWords(line.replaceAll(/\r?\n[ \t]+/g, ' ')))
  draft.add('mail-header', [email.subject ?? '', ...people, ...lines].filter((line) => line !== '').join('\n'))
}

function nameAndAddress(address: Address | undefined): readonly string[] {
  if (!address) return []
  if (address.group) return [address.name, ...address.group.flatMap(nameAndAddress)]
  return [`${address.name} <${address.address}>`]
}

/** The same letter often comes as text and as HTML: what only repeats is read once, what hides in the HTML is always read. */
export function addTexts(draft: Draft, text: string, html: string): void {
  draft.add('body', text)
  if (html !== '') addHtml(draft, html, bare(htmlText(html).body) === bare(text))
  if (bare(text) === '' && html === '') draft.skip('no-text')
}

function bare(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function nameOf(mimeType: string, at: number): string {
  return mimeType === 'message/rfc822' ? `videresendt brev ${at + 1}.eml` : `del ${at + 1}`
}

/** Something attached to a letter. */
export function member({ name, depth, archives }: Source, inner: string, bytes: Uint8Array): Source {
  const source = { name: nameInside(name, inner), bytes, depth: depth + 1, archives }
  return bytes.length > LIMITS.memberBytes ? { ...source, bytes: new Uint8Array(), refused: 'too-large' } : source
}
