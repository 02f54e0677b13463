import { pack } from 'virtual:rule-pack'
import { AppError } from '#utils/domain/app-error.ts'
import type { RuleSwitches } from '#utils/case-session/rule-switches.ts'
import { policyOf, type PolicyState } from '#utils/policy/judge-policy.ts'
import type { Settings } from '#utils/storage/settings.ts'

export { pack }

/** Which rules speak: policy and settings in one. */
export function ruleSwitches(policy: PolicyState, settings: Settings): RuleSwitches {
  const { rulesOff = [], rulesLocked = [] } = policyOf(policy)
  return { offByPolicy: rulesOff, locked: rulesLocked, offByUnit: settings.rulesOff, snoozed: settings.snoozed }
}

/** Throws when the rule does not exist, or the organisation has decided about it. */
export function requireFreeRule(rule: string, policy: PolicyState): void {
  if (!pack.rules.some(({ id }) => id === rule)) throw new AppError('message-refused')
  const { rulesOff = [], rulesLocked = [] } = policyOf(policy)
  if (rulesLocked.includes(rule) || rulesOff.includes(rule)) throw new AppError('rule-locked')
}
