/**
 * How many of `pages` may hold something that was missed, when `missed` of `sample` drawn without putting back did: the
 * largest number for which so few in the sample would still come up with probability 1 − `confidence` or more. The exact
 * one-sided bound of Clopper and Pearson (1934, Biometrika 26:404), with the hypergeometric in place of the binomial because
 * the pages of a file are few (Buonaccorsi 1987, The American Statistician 41:215). Never too low, whatever the truth.
 */
export function mostMissed({ pages, sample, missed }: SampleResult, confidence = 0.95): number {
  check({ pages, sample, missed })
  // With each one more in the file, so few in the sample become less likely: bisect.
  let [low, high] = [missed, pages - (sample - missed)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (atMost({ pages, sample, missed }, middle) > 1 - confidence) low = middle
    else high = middle - 1
  }
  return low
}

export interface SampleResult {
  /** Pages without a finding. */
  readonly pages: number
  /** Of them, looked at by a person. */
  readonly sample: number
  /** Of those, with something in them after all. */
  readonly missed: number
}

function check({ pages, sample, missed }: SampleResult): void {
  const isWhole = [pages, sample, missed].every((value) => Number.isSafeInteger(value) && value >= 0)
  if (!isWhole || missed > sample || sample > pages) throw new RangeError('sample-impossible')
}

/** Probability of at most `missed` in the sample when `bad` of all pages hold something. */
function atMost({ pages, sample, missed }: SampleResult, bad: number): number {
  const all = logChoose(pages, sample)
  let sum = 0
  for (let count = Math.max(0, sample - (pages - bad)); count <= Math.min(missed, bad); count += 1)
    sum += Math.exp(logChoose(bad, count) + logChoose(pages - bad, sample - count) - all)
  return sum
}

function logChoose(from: number, count: number): number {
  if (count < 0 || count > from) return Number.NEGATIVE_INFINITY
  return logFactorial(from) - logFactorial(count) - logFactorial(from - count)
}

const known: number[] = [0]

function logFactorial(value: number): number {
  for (let next = known.length; next <= value; next += 1) known.push((known[next - 1] ?? 0) + Math.log(next))
  return known[value] ?? 0
}
