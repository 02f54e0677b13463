import type { PageBox } from '../../model/screened-document.ts'
import type { ShownChar } from '../pdf/pdf-page.ts'
import type { Attack, Target } from './attack.ts'
import { fold } from '../spelling.ts'
import { type Needle, holds } from './needle.ts'

/** Text by two engines, which agree on little: in any spelling anywhere, and not one letter under a bar. */
export const attackText: Attack = async (target) => {
  const leaks: number[] = []
  const wanted = target.needles.filter(({ everywhere }) => everywhere)
  let before = ''
  for (const [index, { blacks }] of target.pages.entries()) {
    const chars = target.pdfium.withPage(index + 1, (page) => page.chars())
    const texts = [chars.map(({ char }) => char).join(''), ...(await byPdfjs(target, index + 1))]
    // What goes on over the foot of a page is read across it.
    const across = `${before.slice(-200)} ${texts[0]?.slice(0, 200) ?? ''}`
    before = texts[0] ?? ''
    if (holdsAny([...texts, across], wanted) || chars.some((shown) => isUnder(shown, blacks))) leaks.push(index + 1)
  }
  return leaks
}

async function byPdfjs({ pdfjs }: Target, number: number): Promise<readonly string[]> {
  const page = await pdfjs.getPage(number)
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const texts = items.flatMap((item) => ('str' in item ? [item.str] : []))
  return [texts.join(''), texts.join(' ')]
}

function holdsAny(texts: readonly string[], needles: readonly Needle[]): boolean {
  return texts.map(fold).some((text) => needles.some((needle) => holds(text, needle)))
}

/** A glyph whose middle lies well inside a bar; the neighbours of one may touch it. */
function isUnder({ char, box }: ShownChar, blacks: readonly PageBox[]): boolean {
  if (char.trim() === '' || box.right <= box.left) return false
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  return blacks.some(({ left, top, right, bottom }) => x > left + 0.5 && x < right - 0.5 && y > top + 0.5 && y < bottom - 0.5)
}
