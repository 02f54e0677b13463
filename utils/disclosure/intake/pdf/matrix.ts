/** How coordinates are turned, stretched and moved, in the six numbers that a PDF writes. */
export type Matrix = readonly [number, number, number, number, number, number]

const STILL: Matrix = [1, 0, 0, 1, 0, 0]

/** Whatever came out of a document as a matrix; what is none moves nothing. */
export function asMatrix(value: unknown): Matrix {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return STILL
  const numbers = Array.from(value as ArrayLike<unknown>, Number)
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : STILL
}

export function multiply([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

export function place([a, b, c, d, e, f]: Matrix, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}
