import type { PageBox } from '../../model/screened-document.ts'
import type { PagePicture } from '../pdf/pdf-page.ts'
import type { Attack, AttackedPage, Target } from './attack.ts'
import { fold } from '../spelling.ts'
import { type Needle, asRead, holds } from './needle.ts'

const SCALE = 2
/** Reading a picture takes seconds: every picture page is read, and so many of the text pages of a file, spread over it. */
const TEXT_PAGES_READ = 10
const DARK = 48
/** Inwards from the edge of a bar, where its black mixes with the paper. */
const EDGE = 2

/** Every bar is black through and through, and a machine that reads the picture finds nothing. */
export const attackPicture: Attack = async (target) => {
  const leaks: number[] = []
  const read = pagesToRead(target.pages)
  for (const [index, page] of target.pages.entries()) {
    if (page.blacks.length === 0 && !read.has(index)) continue
    const picture = target.pdfium.withPage(index + 1, (shown) => shown.picture(SCALE))
    const isBlack = page.blacks.every((box) => isBlackened(picture, box))
    if (!isBlack || (read.has(index) && (await isReadable(target, picture)))) leaks.push(index + 1)
  }
  return leaks
}

function pagesToRead(pages: readonly AttackedPage[]): ReadonlySet<number> {
  const numbers = pages.map((_, index) => index)
  const texts = numbers.filter((index) => pages[index]?.isPicture === false && (pages[index]?.blacks.length ?? 0) > 0)
  const every = Math.max(1, Math.ceil(texts.length / TEXT_PAGES_READ))
  return new Set([...numbers.filter((index) => pages[index]?.isPicture === true), ...texts.filter((_, at) => at % every === 0)])
}

function isBlackened({ width, height, pixels }: PagePicture, box: PageBox): boolean {
  const left = Math.max(0, Math.ceil(box.left * SCALE) + EDGE)
  const right = Math.min(width, Math.floor(box.right * SCALE) - EDGE)
  const top = Math.max(0, Math.ceil(box.top * SCALE) + EDGE)
  const bottom = Math.min(height, Math.floor(box.bottom * SCALE) - EDGE)
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1) {
      const at = (row * width + column) * 4
      if (Math.max(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255) > DARK) return false
    }
  return true
}

async function isReadable({ recognise, needles }: Target, picture: PagePicture): Promise<boolean> {
  const wanted = needles.filter(({ everywhere }) => everywhere)
  if (wanted.length === 0) return false
  const text = fold(await recognise(picture))
  return wanted.some((needle) => holds(text, needle) || isMisread(text, needle))
}

function isMisread(text: string, needle: Needle): boolean {
  return needle.digits !== null && needle.digits.length >= 8 && holds(asRead(text), { ...needle, signs: needle.digits, parts: [] })
}
