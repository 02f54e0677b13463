import type { Caller } from '../auth/caller.ts'
import { ALL_UNITS } from '../contract/guidance.ts'

/** Whose switches and log a caller sees: an administrator everyone's, others their own unit's and what holds for all. */
export function maySee(caller: Caller, unit: string): boolean {
  return caller.roles.has('administrator') || (unit === caller.unit && unit !== ALL_UNITS)
}

/**
 * Who may change what: a supervisor in the unit that the sign-in vouches for, an administrator anywhere. The use of language
 * models is the municipality's own switch. A unit that happens to be called `*` gives nobody power over all.
 */
export function mayChange(caller: Caller, { unit, switchId }: { readonly unit: string; readonly switchId: string }): boolean {
  if (caller.roles.has('administrator')) return true
  return caller.roles.has('supervisor') && unit === caller.unit && unit !== ALL_UNITS && switchId !== 'model-use'
}
