/** Slips between two words: a letter too many, too few, wrong, or two swapped. Gives up, with `most + 1`, past `most`. */
export function distance(one: string, other: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) row.push(cell({ one, other, i, j }, row, last, before))
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[other.length] ?? most + 1, most + 1)
}

interface At {
  readonly one: string
  readonly other: string
  readonly i: number
  readonly j: number
}

function cell({ one, other, i, j }: At, row: readonly number[], last: readonly number[], before: readonly number[]): number {
  const far = Number.POSITIVE_INFINITY
  const same = one[i - 1] === other[j - 1]
  const least = Math.min((last[j - 1] ?? far) + (same ? 0 : 1), (last[j] ?? far) + 1, (row[j - 1] ?? far) + 1)
  const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
  return swapped ? Math.min(least, (before[j - 2] ?? far) + 1) : least
}
