import type { PageBox } from '../../model/screened-document.ts'
import { type Pdfium, borrow, readNumber } from './pdfium.ts'

/** A glyph as the engine reads it, in points of the page as it is shown. */
export interface ShownChar {
  readonly char: string
  readonly box: PageBox
}

export interface PagePicture {
  readonly width: number
  readonly height: number
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
}

/** The engine counts in whole pixels; a hundredth of a point is finer than any glyph. */
const FINE = 100
const WITHOUT_TURNING = 0
const BYTES_OF_DOUBLE = 8

export class PdfPage {
  readonly width: number
  readonly height: number
  readonly #pdfium: Pdfium
  readonly #page: number

  constructor(pdfium: Pdfium, page: number) {
    this.#pdfium = pdfium
    this.#page = page
    this.width = pdfium.api.FPDF_GetPageWidthF(page)
    this.height = pdfium.api.FPDF_GetPageHeightF(page)
  }

  chars(): readonly ShownChar[] {
    const { api } = this.#pdfium
    const text = api.FPDFText_LoadPage(this.#page)
    if (text === 0) return []
    try {
      return Array.from({ length: Math.max(0, api.FPDFText_CountChars(text)) }, (_, index) => this.#charAt(text, index))
    } finally {
      api.FPDFText_ClosePage(text)
    }
  }

  annotations(): number {
    return this.#pdfium.api.FPDFPage_GetAnnotCount(this.#page)
  }

  /** Makes what is filled in or stamped on the page part of its content; comments that show nothing are not kept. */
  flatten(): void {
    this.#pdfium.api.FPDFPage_Flatten(this.#page, 0)
  }

  /** Takes glyphs and pixels out under the boxes and paints them black. The answer is no proof: attack the output. */
  redact(boxes: readonly PageBox[]): void {
    if (boxes.length === 0) return
    borrow(this.#pdfium, 4 * 4, (rect) => {
      for (const box of boxes) {
        this.#toUserSpace(box).forEach((value, index) => this.#pdfium.api.pdfium.setValue(rect + 4 * index, value, 'float'))
        this.#pdfium.api.EPDFText_RedactInRect(this.#page, rect, true, true)
      }
    })
    this.#pdfium.api.FPDFPage_GenerateContent(this.#page)
  }

  picture(scale: number): PagePicture {
    const { api } = this.#pdfium
    const width = Math.max(1, Math.round(this.width * scale))
    const height = Math.max(1, Math.round(this.height * scale))
    const bitmap = api.FPDFBitmap_Create(width, height, 0)
    if (bitmap === 0) throw new RangeError('page-too-large')
    try {
      api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
      // 0x10: red before blue.
      api.FPDF_RenderPageBitmap(bitmap, this.#page, 0, 0, width, height, WITHOUT_TURNING, 0x10)
      const stride = api.FPDFBitmap_GetStride(bitmap)
      const start = api.FPDFBitmap_GetBuffer(bitmap)
      const pixels = new Uint8ClampedArray(width * height * 4)
      for (let row = 0; row < height; row += 1) {
        const from = start + row * stride
        pixels.set(this.#pdfium.heap().subarray(from, from + width * 4), row * width * 4)
      }
      for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255
      return { width, height, pixels }
    } finally {
      api.FPDFBitmap_Destroy(bitmap)
    }
  }

  #charAt(text: number, index: number): ShownChar {
    const { api } = this.#pdfium
    return borrow(this.#pdfium, 4 * BYTES_OF_DOUBLE, (at) => {
      const [left, right, bottom, top] = [at, at + 8, at + 16, at + 24] as const
      const known = api.FPDFText_GetCharBox(text, index, left, right, bottom, top)
      const code = api.FPDFText_GetUnicode(text, index)
      const char = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\u{fffd}'
      const edge = (pointer: number) => (known ? readNumber(this.#pdfium, pointer, 'double') : 0)
      return { char, box: this.#toShown(edge(left), edge(top), edge(right), edge(bottom)) }
    })
  }

  #toShown(left: number, top: number, right: number, bottom: number): PageBox {
    const [x1, y1] = this.#point('FPDF_PageToDevice', left, top)
    const [x2, y2] = this.#point('FPDF_PageToDevice', right, bottom)
    return { left: Math.min(x1, x2) / FINE, top: Math.min(y1, y2) / FINE, right: Math.max(x1, x2) / FINE, bottom: Math.max(y1, y2) / FINE }
  }

  /** Left, top, right, bottom in the page's own space, which may be turned and moved. */
  #toUserSpace({ left, top, right, bottom }: PageBox): readonly [number, number, number, number] {
    const [x1, y1] = this.#point('FPDF_DeviceToPage', Math.round(left * FINE), Math.round(top * FINE))
    const [x2, y2] = this.#point('FPDF_DeviceToPage', Math.round(right * FINE), Math.round(bottom * FINE))
    return [Math.min(x1, x2), Math.max(y1, y2), Math.max(x1, x2), Math.min(y1, y2)]
  }

  #point(way: 'FPDF_PageToDevice' | 'FPDF_DeviceToPage', x: number, y: number): readonly [number, number] {
    const type = way === 'FPDF_PageToDevice' ? 'i32' : 'double'
    const [width, height] = [Math.round(this.width * FINE), Math.round(this.height * FINE)]
    return borrow(this.#pdfium, 2 * BYTES_OF_DOUBLE, (at) => {
      this.#pdfium.api[way](this.#page, 0, 0, width, height, WITHOUT_TURNING, x, y, at, at + BYTES_OF_DOUBLE)
      return [readNumber(this.#pdfium, at, type), readNumber(this.#pdfium, at + BYTES_OF_DOUBLE, type)]
    })
  }
}
