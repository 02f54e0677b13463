import type { Attack, AttackId, Target } from './attack.ts'
import { attackPicture } from './attack-picture.ts'
import { attackText } from './attack-text.ts'
import { fold } from '../spelling.ts'
import { holds } from './needle.ts'
import { rawHolds } from './raw-texts.ts'

const WHOLE: readonly null[] = [null]
const NONE: readonly null[] = []

/** We promise that there is none of it at all, so any is a leak, whatever it says. */
function has(target: Target, ...names: readonly string[]): boolean {
  return names.some((name) => target.raw.names.has(name))
}

const annotations: Attack = async (target) => {
  const leaks: number[] = []
  for (let number = 1; number <= target.pages.length; number += 1) {
    const page = await target.pdfjs.getPage(number)
    const seen = (await page.getAnnotations()).length + target.pdfium.withPage(number, (shown) => shown.annotations())
    if (seen > 0) leaks.push(number)
  }
  return has(target, 'Annots', 'Annot', 'Popup') ? [...leaks, null] : leaks
}

const attachments: Attack = async (target) => {
  const list: unknown = await target.pdfjs.getAttachments()
  const isEmpty = list === null || list === undefined || Object.keys(list).length === 0 || (list instanceof Map && list.size === 0)
  const named = has(target, 'EmbeddedFile', 'EmbeddedFiles', 'Filespec', 'AF', 'Collection', 'RichMedia')
  return named || !isEmpty || target.pdfium.attachments() > 0 ? WHOLE : NONE
}

const TITLE = /^(?:Akt \d+|Aktliste)$/

const metadata: Attack = async (target) => {
  const { info, metadata: xmp } = await target.pdfjs.getMetadata()
  const texts = Object.entries(info as Record<string, unknown>).filter(([, value]) => typeof value === 'string' && value !== '')
  const isOurs = texts.every(
    ([key, value]) => ['PDFFormatVersion', 'Language', 'EncryptFilterName'].includes(key) || (key === 'Title' && TITLE.test(String(value))),
  )
  return xmp !== null || !isOurs || has(target, 'Metadata', 'XML', 'Author', 'Producer', 'Creator', 'Keywords', 'Subject') ? WHOLE : NONE
}

const revisions: Attack = async ({ raw, needles }) => {
  const isOneState = raw.endings === 1 && raw.orphans === 0 && !raw.names.has('Prev') && !raw.names.has('ObjStm')
  return isOneState && !rawHolds(raw, needles) ? NONE : WHOLE
}

const layers: Attack = async (target) => {
  const config: unknown = await target.pdfjs.getOptionalContentConfig()
  const order =
    config !== null && typeof config === 'object' && 'getOrder' in config && typeof config.getOrder === 'function'
      ? config.getOrder()
      : null
  return order !== null || has(target, 'OCProperties', 'OCG', 'OCMD', 'OCGs', 'OC') ? WHOLE : NONE
}

const forms: Attack = async (target) => {
  const [fields, actions] = await Promise.all([target.pdfjs.getFieldObjects(), target.pdfjs.getJSActions()])
  return fields !== null || actions !== null || has(target, 'AcroForm', 'XFA', 'JavaScript', 'JS', 'AA', 'OpenAction', 'Widget')
    ? WHOLE
    : NONE
}

/** A photograph may carry a small picture of itself from before. */
const thumbnails: Attack = async (target) => {
  const carries = target.raw.streams.some(({ isJpeg, data }) => isJpeg && hasExtra(data))
  return carries || has(target, 'Thumb', 'PieceInfo', 'LastModified', 'Private') ? WHOLE : NONE
}

/** Comments and every APPn but the one that says how colours are coded. */
const EXTRA_MARKERS = new Set([0xfe, ...Array.from({ length: 16 }, (_, index) => 0xe0 + index)].filter((marker) => marker !== 0xee))

function hasExtra(jpeg: Uint8Array): boolean {
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) {
    if (EXTRA_MARKERS.has(jpeg[at + 1] ?? 0)) return true
    at += 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0))
  }
  return false
}

const links: Attack = async (target) => {
  const named = has(target, 'URI', 'GoToR', 'GoToE', 'Launch', 'SubmitForm', 'ImportData', 'Dests', 'Dest', 'Link')
  const destinations: unknown = await target.pdfjs.getDestinations()
  return named || Object.keys(destinations ?? {}).length > 0 ? WHOLE : NONE
}

const outline: Attack = async (target) => {
  const named = has(
    target,
    'Outlines',
    'StructTreeRoot',
    'ActualText',
    'Alt',
    'StructParents',
    'StructParent',
    'Threads',
    'PageLabels',
    'Names',
  )
  return named || (await target.pdfjs.getOutline()) !== null ? WHOLE : NONE
}

const fileName: Attack = async ({ name, needles }) => {
  const isOurs = /^(?:aktliste|akt-\d{3,6})\.pdf$/.test(name)
  return isOurs && !needles.some((needle) => holds(fold(name), needle)) ? NONE : WHOLE
}

export const ATTACKS: Readonly<Record<AttackId, Attack>> = {
  text: attackText,
  picture: attackPicture,
  annotations,
  attachments,
  metadata,
  revisions,
  layers,
  forms,
  thumbnails,
  links,
  outline,
  'file-name': fileName,
}
