import { compile, type Compiled } from '../feel/compile.ts'
import type { LoadedRow, Scope } from '../feel/scope.ts'
import { Unread } from '../feel/value.ts'
import { bind, decisionOn, rowsToJudge, scopeFor } from '../judge.ts'
import type { LoadedPack, LoadedRule, LoadedVersion } from '../pack.ts'
import { leavesOf, type Leaf } from './leaves.ts'
import type { SampleCase } from './sample-case.ts'

/** A case that shows that a condition comes out one way; `null` when none was found. */
export type Witness = SampleCase | null

export interface LeafSeen {
  readonly leaf: Leaf
  whenTrue: Witness
  whenFalse: Witness
  /** A case where the whole expression would be another without this condition. */
  whenDecisive: Witness
}

/** How a version has come out over the cases looked at. */
export interface VersionSeen {
  readonly version: LoadedVersion
  readonly leaves: readonly LeafSeen[]
  applies: Witness
  /** It applies and is fulfilled. */
  met: Witness
  /** It applies and is not fulfilled. */
  unmet: Witness
  /** It has a deadline. */
  due: Witness
  /** The warning comes after the deadline. */
  lateWarning: Witness
  readonly look: (sample: SampleCase) => void
}

/** Watches one version while cases are shown to it. */
export function watchVersion(pack: LoadedPack, rule: LoadedRule, version: LoadedVersion): VersionSeen {
  const leaves = leavesOf(version.data).map((leaf): LeafSeen => ({ leaf, whenTrue: null, whenFalse: null, whenDecisive: null }))
  const runs = leaves.map(({ leaf }) => ({
    own: compile(leaf.node, pack.layout),
    whole: version[leaf.part],
    without: compile(leaf.without, pack.layout),
  }))
  const seen: VersionSeen = { version, leaves, applies: null, met: null, unmet: null, due: null, lateWarning: null, look }
  return seen

  function look(sample: SampleCase): void {
    const scope = scopeFor(pack, sample.input, { today: sample.today })
    for (const row of rowsToJudge(rule, scope)) lookAtRow(scope, row, sample)
  }

  function lookAtRow(scope: Scope, row: LoadedRow | null, sample: SampleCase): void {
    bind(scope, row)
    const decision = decisionOn(rule, scope, row)
    const chosen = decision.version === version
    // Without a decisive date every version is asked whether it could apply at all.
    if (!chosen && decision.decisiveDate !== null) return
    const applies = version.applies(scope)
    if (chosen) {
      noteVerdict(seen, applies, version.met(scope), sample)
      noteDeadline(seen, scope, sample)
    }
    leaves.forEach((leaf, index) => {
      const run = runs[index]
      // Whether a rule is met is only asked where it applies.
      if (run && (leaf.leaf.part === 'applies' || (chosen && applies === true))) noteLeaf(leaf, run, scope, sample)
    })
  }
}

function noteVerdict(seen: VersionSeen, applies: unknown, met: unknown, sample: SampleCase): void {
  if (applies !== true) return
  seen.applies ??= sample
  if (met === true) seen.met ??= sample
  else if (!(met instanceof Unread)) seen.unmet ??= sample
}

function noteDeadline(seen: VersionSeen, scope: Scope, sample: SampleCase): void {
  const { version } = seen
  if (version.due === null || version.applies(scope) !== true || version.met(scope) === true) return
  const due = version.due(scope)
  if (typeof due !== 'string') return
  seen.due ??= sample
  const warnFrom = version.warnFrom?.(scope)
  if (typeof warnFrom === 'string' && warnFrom > due) seen.lateWarning ??= sample
}

interface LeafRun {
  readonly own: Compiled
  readonly whole: Compiled
  readonly without: Compiled
}

function noteLeaf(seen: LeafSeen, { own, whole, without }: LeafRun, scope: Scope, sample: SampleCase): void {
  const value = own(scope)
  if (value instanceof Unread) return
  if (value === true) seen.whenTrue ??= sample
  else seen.whenFalse ??= sample
  if (seen.whenDecisive === null && (whole(scope) === true) !== (without(scope) === true)) seen.whenDecisive = sample
}
