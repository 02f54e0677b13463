import * as outlook from '@kenjiuno/msgreader'
import type MsgReader from '@kenjiuno/msgreader'
import type { FieldsData } from '@kenjiuno/msgreader'
import type { Draft } from '../draft.ts'
import { IntakeRefusal, type Source } from '../intake.ts'
import type { Reader as DocumentReader } from '../reader.ts'
import { decodeText } from '../text/decode-text.ts'
import { addTexts, member } from './read-mail.ts'
import { unpackRtf } from './unpack-rtf.ts'

const MOST_RTF = 4 * 1024 * 1024
const DEEPEST = 6

/** Reads a letter of Outlook. Other files of the same outer form (old Word and Excel) are not letters and are refused. */
export const readMsg: DocumentReader = async (source, draft, { budget }) => {
  const reader = open(source.bytes)
  const fields = fieldsOf(reader)
  draft.kind = 'msg'
  draft.add('mail-header', headersOf(fields))
  addTexts(draft, fields.body ?? textOfRtf(fields, draft), htmlOf(fields))
  const members: Source[] = []
  for (const [at, attachment] of (fields.attachments ?? []).entries()) {
    const found = contentOf(reader, attachment)
    budget.entry()
    budget.spend(found.content.length)
    members.push(member(source, found.fileName || `del ${at + 1}`, found.content))
  }
  return members
}

/** The library is CommonJS: Node and the bundler disagree on where its class is. */
const { default: outer } = outlook
const Reader = ('default' in outer ? outer.default : outer) as typeof MsgReader

function open(bytes: Uint8Array): MsgReader {
  return new Reader(bytes.slice().buffer)
}

function fieldsOf(reader: MsgReader): FieldsData {
  let fields: FieldsData
  try {
    fields = reader.getFileData()
  } catch {
    throw new IntakeRefusal('corrupt')
  }
  if (fields.error !== undefined) throw new IntakeRefusal('corrupt')
  if (fields.messageClass === undefined && fields.body === undefined && fields.subject === undefined)
    throw new IntakeRefusal('unknown-kind')
  return fields
}

function contentOf(reader: MsgReader, attachment: FieldsData): { fileName: string; content: Uint8Array } {
  try {
    return reader.getAttachment(attachment)
  } catch {
    return { fileName: attachment.fileName ?? '', content: new Uint8Array() }
  }
}

/** Every text field but the bodies, which are texts of their own. */
function headersOf(fields: FieldsData): string {
  const { body: _body, bodyHtml: _bodyHtml, html: _html, compressedRtf: _rtf, rawProps: _raw, attachments = [], ...rest } = fields
  const names = attachments.map(({ fileName, fileNameShort, name }) => ({ fileName, fileNameShort, name }))
  return [...new Set(texts([rest, names], 0))].join('\n')
}

function texts(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (depth > DEEPEST || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.values(value).flatMap((one) => texts(one, depth + 1))
}

function htmlOf({ bodyHtml, html }: FieldsData): string {
  return bodyHtml ?? (html ? decodeText(html) : '')
}

/** Some letters have their text as packed RTF only. */
function textOfRtf({ compressedRtf }: FieldsData, draft: Draft): string {
  if (!compressedRtf) return ''
  const rtf = unpackRtf(compressedRtf, MOST_RTF)
  if (rtf === null) draft.skip('corrupt')
  return plainRtf(rtf ?? '')
}

/** Letters of an RTF without its words of command. */
export function plainRtf(rtf: string): string {
  return rtf
    .replaceAll(/\{\\\*?\\?(?:fonttbl|colortbl|stylesheet|pict)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '')
    .replaceAll(/\\'([0-9a-f]{2})/gi, (_, code: string) => new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(code, 16))))
    .replaceAll(/\\u(-?\d{1,5}) ?\??/g, (_, code: string) => String.fromCharCode(Number(code) & 0xff_ff))
    .replaceAll(/\\(?:par|line|row|sect)\b ?/g, '\n')
    .replaceAll(/\\(?:tab|cell)\b ?/g, '\t')
    .replaceAll(/\\[a-z]{1,32}-?\d{0,10} ?|\\[^a-z]|[{}]/gi, '')
}
