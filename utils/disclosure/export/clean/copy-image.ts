import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream, type PDFStream, PDFStream as Stream } from 'pdf-lib'
import type { CopySession } from './copy-session.ts'
import { KEPT } from './kept-keys.ts'
import { NeedsPicture } from './needs-picture.ts'
import { stripJpeg } from './strip-jpeg.ts'

const PREDICTOR_KEYS = new Set(['Predictor', 'Colors', 'BitsPerComponent', 'Columns'])
const CAN_DECODE = new Set(['FlateDecode', 'LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'])

/** The pixels and how to show them. Data is unpacked and packed again, so that nothing rides behind its end. */
export function copyImage(session: CopySession, image: PDFStream): PDFObject {
  const dict = session.pick(image.dict, KEPT.image, (key, value) => copyEntry(session, key, value))
  const filters = filtersOf(session, image.dict)
  if (filters.length === 1 && filters[0] === 'DCTDecode') {
    if (!(image instanceof PDFRawStream)) throw new NeedsPicture('picture')
    dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'))
    return session.raw(stripJpeg(image.contents), dict)
  }
  if (!filters.every((filter) => CAN_DECODE.has(filter))) throw new NeedsPicture('picture-kind')
  const predictor = predictorOf(session, image.dict)
  if (predictor !== null) dict.set(PDFName.of('DecodeParms'), predictor)
  return session.flate(session.bytesOf(image), dict)
}

function copyEntry(session: CopySession, key: string, value: PDFObject): PDFObject {
  const isPicture = (key === 'SMask' || key === 'Mask') && session.resolve(value) instanceof Stream
  if (!isPicture) return session.plain(value)
  return session.shared(value, (mask) => {
    if (!(mask instanceof Stream)) throw new NeedsPicture('mask')
    return copyImage(session, mask)
  })
}

function filtersOf(session: CopySession, dict: PDFDict): readonly string[] {
  const filter = session.resolve(dict.get(PDFName.of('Filter')))
  if (filter === undefined) return []
  const names = filter instanceof PDFArray ? filter.asArray().map((item) => session.resolve(item)) : [filter]
  return names.map((name) => (name instanceof PDFName ? name.decodeText() : 'unknown'))
}

/** How rows were coded against each other belongs to the last unpacking, which is the one that is packed again. */
function predictorOf(session: CopySession, dict: PDFDict): PDFDict | null {
  const parameters = session.resolve(dict.get(PDFName.of('DecodeParms')))
  const last = parameters instanceof PDFArray ? session.resolve(parameters.asArray().at(-1)) : parameters
  if (!(last instanceof PDFDict)) return null
  return session.pick(last, PREDICTOR_KEYS, (_, value) => {
    const number = session.resolve(value)
    if (!(number instanceof PDFNumber)) throw new NeedsPicture('picture')
    return number
  })
}
