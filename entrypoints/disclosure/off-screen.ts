import type { PagePicture } from '#utils/disclosure/export/pdf/pdf-page.ts'

/** A surface to draw on, away from the page. */
export function newCanvas(width: number, height: number): OffscreenCanvas {
  return new OffscreenCanvas(width, height)
}

export async function picturePng({ width, height, pixels }: PagePicture): Promise<Uint8Array> {
  const canvas = newCanvas(width, height)
  contextOf(canvas).putImageData(new ImageData(pixels, width, height), 0, 0)
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
}

/** A picture file as pixels, turned as its camera says. */
export async function pixelsOf(bytes: Uint8Array): Promise<PagePicture> {
  const bitmap = await createImageBitmap(new Blob([bytes.slice()]))
  const { width, height } = bitmap
  const context = contextOf(newCanvas(width, height))
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return { width, height, pixels: Uint8ClampedArray.from(context.getImageData(0, 0, width, height).data) }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new RangeError('no-canvas')
  return context
}
