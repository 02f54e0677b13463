import type { TextBox } from '../model/screened-document.ts'
import type { LaidOut } from './pdf/lay-out.ts'
import type { RecognisedText } from './intake.ts'
import { repairRecognised } from './repair-recognised.ts'

/** Below this the letters are guesses: a person has to look. */
export const LEAST_CONFIDENCE = 40

/** Recognised words as a searchable text, their boxes brought from pixels to the page. */
export function recognisedPart({ lines }: RecognisedText, perPixel: number): LaidOut {
  let text = ''
  const boxes: TextBox[] = []
  for (const words of lines) {
    if (text !== '') text += '\n'
    for (const [at, { text: word, box }] of words.entries()) {
      if (at > 0) text += ' '
      const start = text.length
      text += word
      const { left, top, right, bottom } = box
      boxes.push({
        start,
        end: text.length,
        box: { left: left * perPixel, top: top * perPixel, right: right * perPixel, bottom: bottom * perPixel },
      })
    }
  }
  return { text: repairRecognised(text), boxes }
}
