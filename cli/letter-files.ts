import { createRequire } from 'node:module'
import path from 'node:path'
import type { LetterFiles } from '#utils/disclosure/intake/recognition/letter-reader.ts'

/** The Danish letters as the package ships them; the library finds the rest of its files itself on Node. */
export function letterFiles(): LetterFiles {
  const require = createRequire(import.meta.url)
  return { langPath: path.dirname(require.resolve('@tesseract.js-data/dan/4.0.0_best_int/dan.traineddata.gz')) }
}
