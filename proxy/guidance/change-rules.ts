import { addDays, day } from '../../utils/domain/calendar-day.ts'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import type { SwitchChange } from '../contract/guidance.ts'
import type { GuidanceConfig } from './guidance-config.ts'

/** Nobody plans further ahead than this; a typing error in a year does. */
const FARTHEST_DAYS = 3660

export interface ChangeRules {
  /** Switch ids that cannot be switched off. */
  readonly locked: ReadonlySet<string>
  readonly secondApprover: GuidanceConfig['secondApprover']
  readonly shortestReason: number
  /** Whether a text holds a CPR number. */
  readonly holdsCpr: (text: string) => boolean
}

export function reasonProblem(reason: string, { shortestReason, holdsCpr }: ChangeRules): ProxyErrorCode | null {
  // Counted without spaces and repetition of one letter: "xxxxxxxxxx" explains nothing.
  if (reason.length < shortestReason || new Set(reason).size < 4) return 'reason-too-short'
  return holdsCpr(reason) ? 'cpr-in-reason' : null
}

/** A change holds from today or later, ends after it begins, and is not far in the future. */
export function datesProblem({ from, until }: Pick<SwitchChange, 'from' | 'until'>, today: string): ProxyErrorCode | null {
  const start = from ?? today
  const end = until ?? start
  const fits = start >= today && end >= start && end <= addDays(day(today), FARTHEST_DAYS)
  return fits ? null : 'dates-do-not-fit'
}

export function lockProblem(switchId: string, switchesOff: boolean, { locked }: ChangeRules): ProxyErrorCode | null {
  return switchesOff && locked.has(switchId) ? 'cannot-switch-off' : null
}

/** Whether another person must approve. The emergency stop waits for nobody. */
export function needsApproval(switchId: string, switchesOff: boolean, { secondApprover }: ChangeRules): boolean {
  if (switchId === 'model-use' && switchesOff) return false
  return secondApprover === 'always' || (secondApprover === 'when-switching-off' && switchesOff)
}
