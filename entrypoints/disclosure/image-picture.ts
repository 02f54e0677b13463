import type { PageSize } from '#components/disclosure/page-sheet.tsx'

/** A picture file, shown as the one page it is. */
export class ImagePicture {
  readonly #bitmap: Promise<ImageBitmap>

  constructor(bytes: Uint8Array) {
    this.#bitmap = createImageBitmap(new Blob([bytes.slice()]))
    this.#bitmap.catch(() => undefined)
  }

  async draw(_page: number, canvas: HTMLCanvasElement, width: number, signal: AbortSignal): Promise<PageSize> {
    const bitmap = await this.#bitmap
    signal.throwIfAborted()
    const height = (bitmap.height / bitmap.width) * width
    Object.assign(canvas, { width: Math.round(width), height: Math.round(height) })
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    return { width: bitmap.width, height: bitmap.height }
  }

  close(): void {
    void this.#bitmap.then((bitmap) => bitmap.close())
  }
}
