import type { LoadedPack, LoadedRule } from '../pack.ts'
import { watchVersion } from './observe.ts'
import type { SampleCase } from './sample-case.ts'

export interface ConditionCoverage {
  readonly rule: string
  readonly versionFrom: string
  readonly part: 'applies' | 'met'
  readonly text: string
  readonly feel: string
  /** Whether an example of the rule makes it true, and whether one makes it false. */
  readonly both: { readonly whenTrue: boolean; readonly whenFalse: boolean }
}

/** Every single condition of every version that is law, and which ways the rule's own examples bring it out. */
export function coverageOf(pack: LoadedPack, rule: LoadedRule, examples: readonly SampleCase[]): readonly ConditionCoverage[] {
  return rule.versions.flatMap((version) => {
    const seen = watchVersion(pack, rule, version)
    for (const sample of examples) seen.look(sample)
    const single = seen.leaves.filter(({ leaf }) => leaf.single)
    return single.map(({ leaf, whenTrue, whenFalse }) => ({
      rule: rule.rule.id,
      versionFrom: version.data.from,
      part: leaf.part,
      text: leaf.text,
      feel: leaf.feel,
      both: { whenTrue: whenTrue !== null, whenFalse: whenFalse !== null },
    }))
  })
}

export function isCovered({ both }: ConditionCoverage): boolean {
  return both.whenTrue && both.whenFalse
}
