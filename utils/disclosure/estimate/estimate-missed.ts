import { type SampleResult, mostMissed } from './upper-bound.ts'

export interface MissedEstimate extends SampleResult {
  /** Pages at most that may still hold something, the ones seen included. */
  readonly atMost: number
  /** The same as a share of the pages without a finding, rounded up to a tenth of a percent. */
  readonly atMostPercent: number
  readonly sentence: string
}

/** What a sample says about everything that nobody looked at: Clopper and Pearson's upper bound, for a finite number of pages. */
export function estimateMissed(result: SampleResult): MissedEstimate {
  const atMost = mostMissed(result)
  const atMostPercent = result.pages === 0 ? 0 : Math.min(100, Math.ceil((atMost / result.pages) * 1000 - 1e-9) / 10)
  return { ...result, atMost, atMostPercent, sentence: sentenceOf(result, atMostPercent) }
}

function sentenceOf({ pages, sample, missed }: SampleResult, percent: number): string {
  if (pages === 0) return 'Der er ingen sider uden fund.'
  if (sample === 0) return `Ingen af de ${pages} sider uden fund er set efter, så det vides ikke, hvor meget der er overset.`
  const seen = `Der var noget overset på ${missed} af ${sample} tilfældigt valgte sider uden fund (af ${pages}).`
  if (sample === pages) return `${seen} Alle sider er set efter.`
  return `${seen} Højst ${percent.toLocaleString('da-DK')} % af siderne uden fund har noget overset, med 95 % sikkerhed.`
}

/** How many to look at so that a sample without anything missed says "højst" so many percent. `null` when no sample can. */
export function sampleSizeFor(pages: number, percent: number): number | null {
  const wanted = Math.floor((pages * percent) / 100)
  let [low, high] = [0, pages]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (mostMissed({ pages, sample: middle, missed: 0 }) <= wanted) high = middle
    else low = middle + 1
  }
  return pages === 0 ? null : low
}
