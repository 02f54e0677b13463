import type { PagePicture } from '../pdf/pdf-page.ts'
import { type LaidOutPage, PAPER } from './lay-out-text.ts'
import type { TextPainter } from './write-text.ts'

/** What is used of a canvas; a worker has one, and Node gets one from a library. */
export interface PaintCanvas {
  getContext(kind: '2d'): PaintContext | null
}

export interface PaintContext {
  font: string
  fillStyle: unknown
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { readonly width: number }
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray }
}

/** Paints with the fonts of the machine, which know the alphabets that a PDF's standard fonts do not. */
export function canvasPainter(newCanvas: (width: number, height: number) => PaintCanvas): TextPainter {
  const fontOf = (size: number) => `${size}px Arial, "Segoe UI", sans-serif`
  const measuring = contextOf(newCanvas(1, 1))
  return {
    measure: (text, size) => {
      measuring.font = fontOf(size)
      return measuring.measureText(text).width
    },
    paint: (page, scale) => paintPage(newCanvas, page, { scale, font: fontOf(PAPER.size * scale) }),
  }
}

function paintPage(
  newCanvas: (width: number, height: number) => PaintCanvas,
  { lines, bars }: LaidOutPage,
  { scale, font }: { readonly scale: number; readonly font: string },
): PagePicture {
  const [width, height] = [PAPER.width * scale, PAPER.height * scale]
  const context = contextOf(newCanvas(width, height))
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000000'
  context.font = font
  for (const { text, x, y } of lines) context.fillText(text, x * scale, y * scale)
  for (const { left, top, right, bottom } of bars) {
    const [x, y] = [Math.floor(left * scale), Math.floor(top * scale)]
    context.fillRect(x, y, Math.ceil(right * scale) - x, Math.ceil(bottom * scale) - y)
  }
  return { width, height, pixels: Uint8ClampedArray.from(context.getImageData(0, 0, width, height).data) }
}

function contextOf(canvas: PaintCanvas): PaintContext {
  const context = canvas.getContext('2d')
  if (context === null) throw new RangeError('no-canvas')
  return context
}
