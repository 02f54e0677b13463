import { type PDFDocument, type PDFObject, type PDFPage, PDFDict, PDFName, PDFStream } from 'pdf-lib'
import { cleanContent, type ResourceKind, type Used } from './clean-content.ts'
import { CopySession } from './copy-session.ts'
import { copyFont } from './copy-font.ts'
import { copyImage } from './copy-image.ts'
import { KEPT } from './kept-keys.ts'
import { NeedsPicture } from './needs-picture.ts'

const KINDS: readonly ResourceKind[] = ['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Shading', 'Pattern']
const DEEPEST = 12

/**
 * Copies what a page paints into a new document, and nothing else: an allow-list of keys for each kind of object, only the
 * resources that the content names, the content itself rewritten. What it does not know for certain throws `NeedsPicture`.
 */
export class PageCopier {
  readonly #source: PDFDocument
  readonly #target: PDFDocument
  readonly #session: CopySession

  constructor(source: PDFDocument, target: PDFDocument) {
    this.#source = source
    this.#target = target
    this.#session = new CopySession(source.context, target.context)
  }

  /** `number` is 1-based. The page is added at the end of the target. */
  copy(number: number): PDFPage {
    this.#session.begin()
    try {
      return this.#copyPage(number)
    } catch (error) {
      // Nothing of a page that became a picture may stay behind in the file, even if nothing points to it.
      this.#session.rollback()
      throw error instanceof NeedsPicture ? error : new NeedsPicture('unreadable')
    }
  }

  #copyPage(number: number): PDFPage {
    const page = this.#source.getPage(number - 1)
    const { x, y, width, height } = page.getCropBox()
    const content = this.#session.decodedContents(page.node.get(PDFName.of('Contents')))
    const clean = cleanContent(content)
    const resources = this.#resources(page.node.Resources(), clean.used, 0)
    const stream = this.#session.register(this.#target.context.flateStream(latin1(clean.text)))
    const copied = this.#target.addPage([width, height])
    copied.setMediaBox(x, y, width, height)
    copied.setRotation(page.getRotation())
    copied.node.set(PDFName.of('Contents'), stream)
    copied.node.set(PDFName.of('Resources'), resources)
    return copied
  }

  #resources(resources: PDFDict | undefined, used: Used, depth: number): PDFDict {
    const copied = this.#target.context.obj({})
    for (const kind of KINDS) {
      const from = this.#session.resolve(resources?.get(PDFName.of(kind)))
      const into = this.#target.context.obj({})
      for (const name of used[kind]) this.#resource({ kind, name, from, into }, depth)
      if (into.keys().length > 0) copied.set(PDFName.of(kind), into)
    }
    return copied
  }

  #resource({ kind, name, from, into }: { kind: ResourceKind; name: string; from: unknown; into: PDFDict }, depth: number): void {
    const key = PDFName.of(name)
    const value = from instanceof PDFDict ? from.get(key) : undefined
    // Names of device colours are not resources.
    if (value === undefined && (kind === 'ColorSpace' || kind === 'Pattern')) return
    if (value === undefined) throw new NeedsPicture('resource-missing')
    into.set(
      key,
      this.#session.shared(value, (resolved) => this.#byKind(kind, resolved, depth + 1)),
    )
  }

  #byKind(kind: ResourceKind, value: PDFObject, depth: number): PDFObject {
    if (depth > DEEPEST) throw new NeedsPicture('too-deep')
    switch (kind) {
      case 'Font':
        return copyFont(this.#session, value)
      case 'XObject':
        return this.#xObject(value, depth)
      case 'ExtGState':
        return this.#state(value, depth)
      case 'Pattern':
        return this.#pattern(value, depth)
      case 'ColorSpace':
      case 'Shading':
        return this.#session.plain(value)
    }
  }

  #xObject(value: PDFObject, depth: number): PDFObject {
    if (!(value instanceof PDFStream) || value.dict.has(PDFName.of('OC'))) throw new NeedsPicture('layer')
    const subtype = value.dict.get(PDFName.of('Subtype'))
    if (subtype === PDFName.of('Image')) return copyImage(this.#session, value)
    if (subtype === PDFName.of('Form')) return this.#painted(value, KEPT.form, depth)
    throw new NeedsPicture('x-object')
  }

  /** A form or a tiling: a little page of its own. */
  #painted(stream: PDFStream, kept: ReadonlySet<string>, depth: number): PDFObject {
    const clean = cleanContent(this.#session.decoded(stream))
    const dict = this.#session.pick(stream.dict, kept, (key, inner) => this.#inner(key, inner))
    const resources = this.#session.resolve(stream.dict.get(PDFName.of('Resources')))
    const own = resources instanceof PDFDict ? resources : undefined
    dict.set(PDFName.of('Resources'), this.#resources(own, clean.used, depth))
    return this.#session.flate(latin1(clean.text), dict)
  }

  #inner(key: string, value: PDFObject): PDFObject {
    if (key !== 'Group') return this.#session.plain(value)
    const group = this.#session.resolve(value)
    if (!(group instanceof PDFDict)) throw new NeedsPicture('group')
    return this.#session.pick(group, KEPT.group, (_, inner) => this.#session.plain(inner))
  }

  #state(value: PDFObject, depth: number): PDFObject {
    if (!(value instanceof PDFDict) || value.has(PDFName.of('Font'))) throw new NeedsPicture('state')
    return this.#session.pick(value, KEPT.state, (key, inner) => (key === 'SMask' ? this.#mask(inner, depth) : this.#session.plain(inner)))
  }

  #mask(value: PDFObject, depth: number): PDFObject {
    const mask = this.#session.resolve(value)
    if (mask instanceof PDFName) return mask
    if (!(mask instanceof PDFDict)) throw new NeedsPicture('mask')
    const copied = this.#session.pick(mask, KEPT.mask, (_, inner) => this.#session.plain(inner))
    const group = mask.get(PDFName.of('G'))
    if (group === undefined) throw new NeedsPicture('mask')
    copied.set(
      PDFName.of('G'),
      this.#session.shared(group, (form) => this.#byKind('XObject', form, depth + 1)),
    )
    return copied
  }

  #pattern(value: PDFObject, depth: number): PDFObject {
    if (value instanceof PDFStream) return this.#painted(value, KEPT.tiling, depth)
    if (!(value instanceof PDFDict)) throw new NeedsPicture('pattern')
    return this.#session.pick(value, KEPT.shaded, (_, inner) => this.#session.plain(inner))
  }
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
