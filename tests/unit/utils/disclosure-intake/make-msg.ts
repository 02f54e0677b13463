import { burn } from '@kenjiuno/msgreader/lib/Burner.js'

const ROOT = 5
const STORAGE = 1
const STREAM = 2

interface Stored {
  readonly name: string
  readonly bytes: Uint8Array
}

const text = (tag: string, value: string): Stored => ({ name: `__substg1.0_${tag}001F`, bytes: utf16(value) })
const properties = (size: number): Stored => ({ name: '__properties_version1.0', bytes: new Uint8Array(size) })

export interface Letter {
  readonly subject: string
  readonly body: string
  readonly sender: string
  readonly attachment?: { readonly name: string; readonly bytes: Uint8Array }
}

/** A letter as Outlook stores it. */
export function makeMsg({ subject, body, sender, attachment }: Letter): Uint8Array {
  const own = [properties(32), text('001A', 'IPM.Note'), text('0037', subject), text('1000', body), text('0C1A', sender)]
  const inner = attachment ? [properties(8), text('3707', attachment.name), { name: '__substg1.0_37010102', bytes: attachment.bytes }] : []
  const stream = ({ name, bytes }: Stored) => ({ name, type: STREAM, length: bytes.length, binaryProvider: () => bytes })
  const first = 1 + own.length
  const folders = attachment
    ? [{ name: '__attach_version1.0_#00000000', type: STORAGE, length: 0, children: inner.map((_, at) => first + 1 + at) }]
    : []
  return burn([
    { name: 'Root Entry', type: ROOT, length: 0, children: [...own.map((_, at) => 1 + at), ...folders.map(() => first)] },
    ...own.map(stream),
    ...folders,
    ...inner.map(stream),
  ])
}

function utf16(value: string): Uint8Array {
  return Uint8Array.from(Array.from(value).flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]))
}
