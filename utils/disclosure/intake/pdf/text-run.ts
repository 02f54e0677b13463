import type { PageBox } from '../../model/screened-document.ts'
import { asMatrix, type Matrix, multiply, place } from './matrix.ts'

/** A stretch of letters that the page draws at one place. */
export interface TextRun {
  readonly text: string
  readonly box: PageBox
  /** In the frame in which its line is level: along the line, and down the page. */
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  /** In whole quarters or degrees: runs of one direction are read together. */
  readonly angle: number
}

/** What PDF.js says of a stretch of text. */
export interface TextItem {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: unknown
}

const ASCENT = 0.95
const DESCENT = 0.25
/** A scan that lies a little askew is still read level. */
const LEVEL = 10

/** Places an item on the page as it is shown, origin at the top left. */
export function textRun({ str, width, height, transform }: TextItem, viewport: Matrix): TextRun {
  const [a, b, c, d, x, y] = multiply(viewport, asMatrix(transform))
  const scale = Math.hypot(viewport[0], viewport[1])
  const size = Math.hypot(c, d) || height * scale || 1
  const turn = Math.atan2(b, a)
  const length = width * scale
  const angle = directionOf(turn)
  const level = (angle * Math.PI) / 180
  const left = x * Math.cos(level) + y * Math.sin(level)
  return {
    text: str,
    box: letterBox([Math.cos(turn), Math.sin(turn), Math.sin(turn), -Math.cos(turn), x, y], length, size),
    left,
    right: left + length,
    base: y * Math.cos(level) - x * Math.sin(level),
    size,
    angle,
  }
}

/** Around letters of this length and size, from below their tails to above their heads. */
function letterBox(frame: Matrix, length: number, size: number): PageBox {
  return boxAround([0, length].flatMap((along) => [ASCENT, -DESCENT].map((up) => place(frame, along, up * size))))
}

function directionOf(turn: number): number {
  const degrees = (turn * 180) / Math.PI
  const quarter = Math.round(degrees / 90) * 90
  const angle = Math.abs(degrees - quarter) <= LEVEL ? quarter : Math.round(degrees)
  return (angle + 360) % 360
}

export function boxAround(points: readonly { readonly x: number; readonly y: number }[]): PageBox {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
