import mammoth from 'mammoth'
import type { ReadBlocks } from './blocks.ts'
import { checkZip } from './check-zip.ts'
import { ImportError } from './import-error.ts'
import { readHtml } from './read-html.ts'

/** Word's own headings, also under their Danish names. */
const STYLES = [1, 2, 3, 4, 5, 6].flatMap((level) => [
  `p[style-name='Overskrift ${level}'] => h${level}:fresh`,
  `p[style-name='Heading ${level}'] => h${level}:fresh`,
])

/** Headings and text of a Word file. Pictures fall away; nothing outside the file is opened. @throws ImportError */
export async function readDocx(file: Buffer): Promise<ReadBlocks> {
  checkZip(file)
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: file },
      { styleMap: [...STYLES, "p[style-name='Title'] => h1:fresh", "p[style-name='Titel'] => h1:fresh"], convertImage },
    )
    return { ...readHtml(value), front: {} }
  } catch (cause) {
    if (cause instanceof ImportError) throw cause
    throw new ImportError('not-well-formed', { cause })
  }
}
