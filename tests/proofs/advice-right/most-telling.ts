/** A case and the verdicts that come of its truth. */
interface Judged {
  readonly right: ReadonlyMap<string, string>
}

/** Those cases, one after the other, that add most verdicts not met before; until nothing new comes, or there are enough. */
export function mostTelling<T extends Judged>(all: readonly T[], most: number): T[] {
  const chosen: T[] = []
  const met = new Set<string>()
  const adds = ({ right }: T) => wordsOf(right).filter((word) => !met.has(word)).length
  while (chosen.length < most) {
    const [best] = all.filter((one) => !chosen.includes(one)).toSorted((one, other) => adds(other) - adds(one))
    if (!best || adds(best) === 0) break
    chosen.push(best)
    for (const word of wordsOf(best.right)) met.add(word)
  }
  return chosen
}

function wordsOf(right: ReadonlyMap<string, string>): string[] {
  return [...right].flatMap(([rule, said]) => said.split(', ').map((one) => `${rule} ${one.split(' ')[0] ?? ''}`))
}
