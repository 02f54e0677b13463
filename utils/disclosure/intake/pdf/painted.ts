import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageBox } from '../../model/screened-document.ts'
import { asMatrix, type Matrix, multiply, place } from './matrix.ts'
import { boxAround } from './text-run.ts'

/** What a page paints, in the order of its own instructions. */
export interface Painted {
  /** Where pictures lie, in the page's own coordinates as shown. */
  readonly pictures: readonly PageBox[]
  /** Every text that is shown, wherever it lands: also beside the page and in the looks of annotations. */
  readonly shown: readonly string[]
  /** Nothing at all is painted. */
  readonly blank: boolean
}

interface Instructions {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
])
const TEXTS = new Set<number>([OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText])
const PATHS = new Set<number>([OPS.constructPath, OPS.shadingFill, OPS.stroke, OPS.fill, OPS.eoFill, OPS.rawFillPath])
const SAVES = new Set<number>([OPS.save, OPS.beginGroup, OPS.paintFormXObjectBegin, OPS.beginAnnotation])
const RESTORES = new Set<number>([OPS.restore, OPS.endGroup, OPS.paintFormXObjectEnd, OPS.endAnnotation])
const UNIT = [0, 1].flatMap((x) => [0, 1].map((y) => ({ x, y })))
/** A gap in thousandths of a letter's size that is a space. */
const SPACE = -180
/** A page that shows more pieces than this is drawn by a machine for another purpose; its layout text still counts. */
const MOST_PICTURES = 5000

export function paintedOn({ fnArray, argsArray }: Instructions, viewport: Matrix): Painted {
  const pictures: PageBox[] = []
  const shown: string[] = []
  const places = new Places(viewport)
  let paths = 0
  for (const [at, instruction] of fnArray.entries()) {
    const args = argsArray[at]
    if (PICTURES.has(instruction)) {
      if (pictures.length < MOST_PICTURES) pictures.push(places.unitBox())
    } else if (TEXTS.has(instruction)) shown.push(lettersOf(args))
    else if (PATHS.has(instruction)) paths += 1
    else places.follow(instruction, args)
  }
  return { pictures, shown: shown.filter((text) => text.trim() !== ''), blank: pictures.length + shown.length + paths === 0 }
}

/** Follows where the next picture would land. */
class Places {
  #matrix: Matrix
  #saved: Matrix[] = []

  constructor(viewport: Matrix) {
    this.#matrix = viewport
  }

  follow(instruction: number, args: unknown): void {
    if (SAVES.has(instruction)) this.#saved.push(this.#matrix)
    if (RESTORES.has(instruction)) this.#matrix = this.#saved.pop() ?? this.#matrix
    for (const turn of turnsOf(instruction, args)) this.#matrix = multiply(this.#matrix, asMatrix(turn))
  }

  unitBox(): PageBox {
    return boxAround(UNIT.map(({ x, y }) => place(this.#matrix, x, y)))
  }
}

/** The matrices that an instruction puts in front of all that follows. */
function turnsOf(instruction: number, args: unknown): readonly unknown[] {
  if (instruction === OPS.transform) return [args]
  if (!Array.isArray(args)) return []
  if (instruction === OPS.paintFormXObjectBegin) return [args[0]]
  return instruction === OPS.beginAnnotation ? [args[2], args[3]] : []
}

/** The letters of a show instruction: glyphs, and numbers between them that move on or back. */
function lettersOf(args: unknown): string {
  let text = ''
  for (const piece of flat(args)) {
    if (typeof piece === 'number') text += piece < SPACE ? ' ' : ''
    else if (isGlyph(piece)) text += piece.unicode
  }
  return text
}

function flat(args: unknown): readonly unknown[] {
  return Array.isArray(args) ? args.flat(2) : []
}

function isGlyph(piece: unknown): piece is { unicode: string } {
  return typeof piece === 'object' && piece !== null && 'unicode' in piece && typeof piece.unicode === 'string'
}
