import type { PageBox } from '../../model/screened-document.ts'
import { fold, patternOf, signsOf } from '../spelling.ts'
import type { ShownChar } from './pdf-page.ts'

/**
 * Where a text stands among glyphs, however it is spaced, as whole words: a part of a longer word is another word. Each place
 * is the boxes of its glyphs.
 */
export function spotsOf(text: string, chars: readonly ShownChar[]): readonly (readonly PageBox[])[] {
  const signs = signsOf(text)
  if (signs.length < 2) return []
  // A ligature is several letters in one box.
  const letters = chars.flatMap(({ char, box }) =>
    fold(char)
      .split('')
      .map((letter) => ({ letter, box })),
  )
  const whole = letters.map(({ letter }) => letter).join('')
  return Array.from(whole.matchAll(new RegExp(patternOf(signs), 'gu')), ({ index, 0: found }) =>
    letters.slice(index, index + found.length).flatMap(({ letter, box }) => (letter.trim() === '' ? [] : [box])),
  )
}
