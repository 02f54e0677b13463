import { describe, expect, it } from 'vitest'
import type { Caller } from '#proxy/auth/caller.ts'
import { datesProblem, lockProblem, needsApproval, reasonProblem, type ChangeRules } from '#proxy/guidance/change-rules.ts'
import { ifMatchProblem } from '#proxy/guidance/if-match.ts'
import { mayChange, maySee } from '#proxy/guidance/permissions.ts'
import type { Role } from '#proxy/contract/role.ts'

const rules = (over: Partial<ChangeRules> = {}): ChangeRules => ({
  locked: new Set(['rule:locked']),
  secondApprover: 'never',
  shortestReason: 10,
  holdsCpr: (text) => text.includes('CPR'),
  ...over,
})

describe('a reason', () => {
  it.each([
    ['Vi prøver uden', null],
    ['For kort', 'reason-too-short'],
    ['aaaaaaaaaaaaaaaa', 'reason-too-short'],
    ['. . . . . . . . .', 'reason-too-short'],
    ['Gælder CPR i sagen', 'cpr-in-reason'],
  ])('%s', (reason, problem) => {
    expect(reasonProblem(reason, rules())).toBe(problem)
  })
})

describe('dates', () => {
  const today = '2026-11-24'
  it.each([
    [undefined, null, null],
    ['2026-11-24', '2026-11-24', null],
    ['2026-12-01', '2027-01-01', null],
    ['2026-11-23', null, 'dates-do-not-fit'],
    ['2026-12-01', '2026-11-30', 'dates-do-not-fit'],
    [undefined, '2026-11-23', 'dates-do-not-fit'],
    [undefined, '2062-11-24', 'dates-do-not-fit'],
    ['9999-12-31', null, 'dates-do-not-fit'],
  ])('from %s until %s', (from, until, problem) => {
    expect(datesProblem({ from, until }, today)).toBe(problem)
  })
})

describe('what is locked', () => {
  it('can be switched on and not off', () => {
    expect(lockProblem('rule:locked', true, rules())).toBe('cannot-switch-off')
    expect(lockProblem('rule:locked', false, rules())).toBeNull()
    expect(lockProblem('rule:free', true, rules())).toBeNull()
  })
})

describe('another person', () => {
  it.each([
    ['never', 'rule:a', true, false],
    ['when-switching-off', 'rule:a', true, true],
    ['when-switching-off', 'rule:a', false, false],
    ['always', 'rule:a', false, true],
    ['always', 'model-use', true, false],
    ['always', 'model-use', false, true],
    ['when-switching-off', 'model-use', false, false],
  ] as const)('%s: %s, off %s, needs %s', (secondApprover, id, off, expected) => {
    expect(needsApproval(id, off, rules({ secondApprover }))).toBe(expected)
  })
})

describe('If-Match', () => {
  const position = { newest: 7, head: 9 }
  it.each([
    [undefined, 'precondition-needed'],
    ['', 'precondition-needed'],
    ['*', 'changed-meanwhile'],
    ['"6-abc"', 'changed-meanwhile'],
    ['"7-abc"', null],
    ['"9-abc"', null],
    ['"10-abc"', 'changed-meanwhile'],
    ['W/"7-abc"', 'changed-meanwhile'],
    ['7-abc', 'changed-meanwhile'],
    ['"7"', 'changed-meanwhile'],
    ['"6-abc", "7-abc"', null],
    ['"-7-abc"', 'changed-meanwhile'],
    ['"7e1-abc"', 'changed-meanwhile'],
  ])('%s', (header, problem) => {
    expect(ifMatchProblem(header, position)).toBe(problem)
  })
})

describe('who may', () => {
  const caller = (unit: string, ...roles: Role[]): Caller => ({ subject: 's', unit, roles: new Set(roles), expiresAt: 0 })

  it.each([
    ['caseworker', caller('nord', 'caseworker'), [false, false, false, false]],
    ['supervisor', caller('nord', 'supervisor'), [true, false, false, false]],
    ['supervisor of a unit called *', caller('*', 'supervisor'), [false, false, false, false]],
    ['administrator', caller('it', 'administrator'), [true, true, true, true]],
  ])('%s', (_who, who, expected) => {
    const asks = [
      { unit: 'nord', switchId: 'rule:a' },
      { unit: 'syd', switchId: 'rule:a' },
      { unit: '*', switchId: 'rule:a' },
      { unit: 'nord', switchId: 'model-use' },
    ]
    expect(asks.map((ask) => mayChange(who, ask))).toEqual(expected)
  })

  it('sees its own unit, and an administrator all', () => {
    expect(['nord', 'syd', '*'].map((unit) => maySee(caller('nord', 'supervisor'), unit))).toEqual([true, false, false])
    expect(maySee(caller('*', 'supervisor'), '*')).toBe(false)
    expect(['nord', '*'].every((unit) => maySee(caller('it', 'administrator'), unit))).toBe(true)
  })
})
