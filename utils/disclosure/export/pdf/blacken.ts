import type { PageBox } from '../../model/screened-document.ts'
import type { PagePicture } from './pdf-page.ts'

/** Paints the boxes into the pixels themselves; outwards to whole pixels, so that no edge of a letter is left. */
export function blacken({ width, height, pixels }: PagePicture, boxes: readonly PageBox[], scale: number): void {
  const black = new Uint32Array(pixels.buffer)
  for (const box of boxes) {
    const left = Math.max(0, Math.floor(box.left * scale))
    const right = Math.min(width, Math.ceil(box.right * scale))
    const top = Math.max(0, Math.floor(box.top * scale))
    const bottom = Math.min(height, Math.ceil(box.bottom * scale))
    for (let row = top; row < bottom; row += 1) if (right > left) black.fill(0xff000000, row * width + left, row * width + right)
  }
}
