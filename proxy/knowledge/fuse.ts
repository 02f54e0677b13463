/** Where in its list a hit stands counts less and less; 60 is what the method's authors found to work. */
const FLATTEN = 60

/** Joins rankings by reciprocal rank: what several lists hold high comes first, without comparing their scores. */
export function fuse(rankings: readonly (readonly string[])[]): readonly string[] {
  const scores = new Map<string, number>()
  for (const ranking of rankings)
    for (const [place, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (FLATTEN + place + 1))
  return [...scores.entries()].sort(([, one], [, other]) => other - one).map(([id]) => id)
}
