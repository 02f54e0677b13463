import { AppError } from '#utils/domain/app-error.ts'
import type { RuleSwitches } from '#utils/case-session/rule-switches.ts'
import { featureOn, policyOf, type PolicyState } from '#utils/policy/judge-policy.ts'
import type { FeatureId } from '#utils/policy/policy-keys.ts'
import type { Settings } from '#utils/storage/settings.ts'
import type { CurrentGuidance } from './guidance-world.ts'

/** What switches a feature off for a unit, by the name it has in the municipality's log. */
const FEATURE_SWITCHES: Readonly<Record<FeatureId, string>> = {
  overlay: 'overlay',
  bar: 'bar',
  rowHints: 'row-hints',
  panel: 'panel',
  modelAnswers: 'model-answers',
}

/** Which rules speak: policy, the unit's switches and the settings of this computer in one. */
export function ruleSwitches(policy: PolicyState, { effect }: CurrentGuidance, settings: Settings): RuleSwitches {
  const { rulesOff = [], rulesLocked = [] } = policyOf(policy)
  return {
    offByPolicy: rulesOff,
    locked: [...new Set([...rulesLocked, ...effect.rulesLocked])],
    offByUnit: Object.keys(effect.rulesOff),
    offHere: settings.rulesOff,
    snoozed: settings.snoozed,
  }
}

/** Whether neither the organisation's policy nor the unit's switches have turned a part off. */
export function partOn(policy: PolicyState, { effect }: CurrentGuidance, feature: FeatureId): boolean {
  if (feature === 'modelAnswers' && effect.modelUseOff !== null) return false
  return featureOn(policy, feature) && !Object.hasOwn(effect.featuresOff, FEATURE_SWITCHES[feature])
}

/** Throws when the rule does not exist, or somebody above the user has decided about it. */
export function requireFreeRule(rule: string, policy: PolicyState, { pack, effect }: CurrentGuidance): void {
  if (!pack.rules.some(({ id }) => id === rule)) throw new AppError('message-refused')
  const { rulesOff = [], rulesLocked = [] } = policyOf(policy)
  const decided = [...rulesLocked, ...rulesOff, ...effect.rulesLocked, ...Object.keys(effect.rulesOff)]
  if (decided.includes(rule)) throw new AppError('rule-locked')
}
