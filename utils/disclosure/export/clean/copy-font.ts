import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from 'pdf-lib'
import type { CopySession } from './copy-session.ts'
import { KEPT } from './kept-keys.ts'
import { NeedsPicture } from './needs-picture.ts'

const SIMPLE = new Set(['Type1', 'MMType1', 'TrueType', 'Type0', 'CIDFontType0', 'CIDFontType2'])
/** Families that readers know without the file. Any other name is one that somebody chose. */
const FAMILY =
  /^(Arial|ArialMT|Helvetica|Times|TimesNewRoman|TimesNewRomanPS|TimesNewRomanPSMT|Courier|CourierNew|CourierNewPS|CourierNewPSMT|Calibri|Cambria|Verdana|Georgia|Tahoma|Symbol|ZapfDingbats|Times-Roman)$/
const STYLE = /^(.*?)((?:[-,]?(?:Bold|Italic|Oblique|Regular|Roman|MT))*)$/
const ORDERINGS = new Set(['Identity', 'Japan1', 'GB1', 'CNS1', 'Korea1'])

/** A font under a neutral name: its own may be anything. */
export function copyFont(session: CopySession, value: PDFObject): PDFObject {
  const font = asDict(value)
  const subtype = nameOf(font.get(PDFName.of('Subtype')))
  if (!SIMPLE.has(subtype)) throw new NeedsPicture('font-kind')
  const copied = session.pick(font, KEPT.font, (key, inner) => copyEntry(session, key, inner))
  const name = neutralName(session, font)
  copied.set(PDFName.of('BaseFont'), PDFName.of(name))
  const descriptor = copied.get(PDFName.of('FontDescriptor'))
  if (descriptor instanceof PDFDict) descriptor.set(PDFName.of('FontName'), PDFName.of(name))
  if (subtype.startsWith('CIDFont')) copied.set(PDFName.of('CIDSystemInfo'), systemInfo(session, font))
  return copied
}

function copyEntry(session: CopySession, key: string, value: PDFObject): PDFObject {
  if (key === 'FontDescriptor') return session.pick(asDict(session.resolve(value)), KEPT.descriptor, (_, inner) => session.plain(inner))
  if (key !== 'DescendantFonts') return session.plain(value)
  const fonts = session.resolve(value)
  if (!(fonts instanceof PDFArray)) throw new NeedsPicture('font')
  const copied = session.emptyArray()
  for (const font of fonts.asArray()) copied.push(session.shared(font, (inner) => copyFont(session, inner)))
  return copied
}

function neutralName(session: CopySession, font: PDFDict): string {
  const given = nameOf(font.get(PDFName.of('BaseFont'))).replace(/^[A-Z]{6}\+/, '')
  const [, family = '', style = ''] = STYLE.exec(given) ?? []
  if (FAMILY.test(given) || FAMILY.test(family)) return `${family}${style}`
  const descriptor = session.resolve(font.get(PDFName.of('FontDescriptor')))
  const isEmbedded = descriptor instanceof PDFDict && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key)))
  const isWrapper = nameOf(font.get(PDFName.of('Subtype'))) === 'Type0'
  // Without its file a font is replaced by the reader, and by which one depends on the name that is not kept.
  if (!isEmbedded && !isWrapper) throw new NeedsPicture('font-name')
  return 'AAAAAA+Skrift'
}

function systemInfo(session: CopySession, font: PDFDict): PDFDict {
  const info = asDict(session.resolve(font.get(PDFName.of('CIDSystemInfo'))))
  const ordering = textOf(session.resolve(info.get(PDFName.of('Ordering'))))
  const supplement = session.resolve(info.get(PDFName.of('Supplement')))
  const copied = session.pick(info, new Set(), (_, inner) => inner)
  copied.set(PDFName.of('Registry'), session.text('Adobe'))
  copied.set(PDFName.of('Ordering'), session.text(ORDERINGS.has(ordering) ? ordering : 'Identity'))
  copied.set(PDFName.of('Supplement'), supplement instanceof PDFNumber ? supplement : PDFNumber.of(0))
  return copied
}

function asDict(value: PDFObject | undefined): PDFDict {
  if (value instanceof PDFDict) return value
  if (value instanceof PDFStream) return value.dict
  throw new NeedsPicture('font')
}

function nameOf(value: PDFObject | undefined): string {
  return value instanceof PDFName ? value.decodeText() : ''
}

function textOf(value: PDFObject | undefined): string {
  return value !== undefined && 'asString' in value && typeof value.asString === 'function' ? String(value.asString()) : ''
}
