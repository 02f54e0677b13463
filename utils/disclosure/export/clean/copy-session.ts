import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  decodePDFRawStream,
} from 'pdf-lib'
import { KEPT } from './kept-keys.ts'
import { NeedsPicture } from './needs-picture.ts'

const DEEPEST = 12

/** Carries objects from one file to another, each once, and can take back what it carried for a page that failed. */
export class CopySession {
  readonly #source: PDFContext
  readonly #target: PDFContext
  readonly #copies = new Map<PDFRef, PDFRef>()
  #added: PDFRef[] = []

  constructor(source: PDFContext, target: PDFContext) {
    this.#source = source
    this.#target = target
  }

  begin(): void {
    this.#added = []
  }

  rollback(): void {
    const gone = new Set(this.#added)
    for (const ref of gone) this.#target.delete(ref)
    for (const [from, to] of this.#copies) if (gone.has(to)) this.#copies.delete(from)
    this.#added = []
  }

  resolve(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.#source.lookup(value) : value
  }

  register(value: PDFObject): PDFRef {
    const ref = this.#target.register(value)
    this.#added.push(ref)
    return ref
  }

  /** An object that several pages use is copied once. */
  shared(value: PDFObject, copy: (resolved: PDFObject) => PDFObject): PDFObject {
    const known = value instanceof PDFRef ? this.#copies.get(value) : undefined
    if (known !== undefined) return known
    const resolved = this.resolve(value)
    if (resolved === undefined) throw new NeedsPicture('resource-missing')
    const copied = copy(resolved)
    const ref = copied instanceof PDFRef ? copied : this.register(copied)
    if (value instanceof PDFRef) this.#copies.set(value, ref)
    return ref
  }

  pick(from: PDFDict, kept: ReadonlySet<string>, copy: (key: string, value: PDFObject) => PDFObject): PDFDict {
    const copied = this.#target.obj({})
    for (const [key, value] of from.entries()) {
      const name = key.decodeText()
      if (kept.has(name)) copied.set(key, copy(name, value))
    }
    return copied
  }

  flate(bytes: Uint8Array, dict: PDFDict): PDFRef {
    const stream = this.#target.flateStream(bytes)
    for (const [key, value] of dict.entries()) stream.dict.set(key, value)
    return this.register(stream)
  }

  raw(bytes: Uint8Array, dict: PDFDict): PDFRef {
    return this.register(PDFRawStream.of(dict, bytes))
  }

  emptyArray(): PDFArray {
    return PDFArray.withContext(this.#target)
  }

  text(value: string): PDFString {
    return PDFString.of(value)
  }

  /** Values without behaviour: colour spaces, shadings, functions, encodings. Strings live on in look-up tables of colours only. */
  plain(value: PDFObject, depth = 0): PDFObject {
    if (depth > DEEPEST) throw new NeedsPicture('too-deep')
    const from = this.resolve(value)
    if (from instanceof PDFName || from instanceof PDFNumber || from instanceof PDFBool || from === PDFNull) return from
    if (from instanceof PDFArray) return this.#array(from, depth)
    if (from instanceof PDFStream) return this.flate(this.bytesOf(from), this.#plainDict(from.dict, depth))
    if (from instanceof PDFDict) return this.#plainDict(from, depth)
    throw new NeedsPicture('value')
  }

  #plainDict(from: PDFDict, depth: number): PDFDict {
    return this.pick(from, KEPT.plain, (_, inner) => this.plain(inner, depth + 1))
  }

  #array(from: PDFArray, depth: number): PDFArray {
    const copied = this.emptyArray()
    const isTable = this.resolve(from.asArray()[0]) === PDFName.of('Indexed')
    for (const item of from.asArray()) {
      const inner = this.resolve(item)
      const isText = inner instanceof PDFString || inner instanceof PDFHexString
      if (isText && isTable) copied.push(PDFHexString.of(hex(inner.asBytes())))
      else copied.push(this.plain(item, depth + 1))
    }
    return copied
  }

  decodedContents(contents: PDFObject | undefined): string {
    const value = this.resolve(contents)
    if (value === undefined) return ''
    const streams = value instanceof PDFArray ? value.asArray().map((item) => this.resolve(item)) : [value]
    return streams.map((stream) => (stream instanceof PDFStream ? this.decoded(stream) : '')).join('\n')
  }

  decoded(stream: PDFStream): string {
    return latin1Text(this.bytesOf(stream))
  }

  bytesOf(stream: PDFStream): Uint8Array {
    if (!(stream instanceof PDFRawStream)) throw new NeedsPicture('stream')
    return decodePDFRawStream(stream).decode()
  }
}

/** One character a byte. The platform's own "latin1" is windows-1252 and would change some of them. */
function latin1Text(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
