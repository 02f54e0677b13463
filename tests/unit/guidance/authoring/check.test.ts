import { describe, expect, test } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { coverageOf, isCovered } from '#utils/guidance/authoring/coverage.ts'
import { leavesOf } from '#utils/guidance/authoring/leaves.ts'
import { isRemark, problemLine } from '#utils/guidance/authoring/problem.ts'
import { reachProblems } from '#utils/guidance/authoring/reach.ts'
import { statusProblems, versionLineProblems } from '#utils/guidance/authoring/version-line.ts'
import { loadedOf, problemsOf, ruleOf, source } from './rule-text.ts'

function reach(version: Record<string, unknown>): string[] {
  const { pack, rule, samples } = loadedOf(source(version))
  return reachProblems(pack, rule, samples).map(({ code }) => code)
}

describe('what can never be', () => {
  test.each([
    [{}, []],
    [{ applies: 'false' }, ['never-applies']],
    [{ applies: 'access.law = "FVL" and access.law = "OFL"' }, ['never-applies']],
    [{ met: 'true', due: null }, ['always-met']],
    [{ met: 'access.decided != null or today > date("1900-01-01")' }, ['always-met', 'idle-condition']],
    [{ met: 'access.decided != null and access.decided = null' }, ['never-met']],
    [{ met: 'false' }, []],
    [{ due: 'addWorkingDays(access.received, 0 - 7)' }, ['deadline']],
    [{ warnFrom: 'addWorkingDays(access.received, 8)' }, ['deadline']],
    [
      { applies: '(access.law = "FVL" or access.law = "OFL") and (access.law = "FVL" or access.law = "OFL")' },
      ['idle-condition', 'idle-condition'],
    ],
    [{ applies: 'access.law = "FVL" and not(access.law = "OFL")' }, ['idle-condition']],
  ])('%j', (version, codes) => {
    expect(reach(version)).toEqual(codes)
  })

  test('a counter-case names the facts and the day', () => {
    const { pack, rule, samples } = loadedOf(source({ warnFrom: 'addWorkingDays(access.received, 8)' }))
    const [problem] = reachProblems(pack, rule, samples)
    expect(problem && problemLine(problem)).toMatch(
      /^answer-in-time: version 2014-01-01: varslet kommer efter fristen\. Modeksempel: .*2\. november 2026.*i dag 11\. november 2026\.$/,
    )
  })
})

const second = { status: 'in-force', cites: ['FVL § 16'], applies: 'true', met: 'access.decided != null', confidence: 'seen' }
const line = (first: Record<string, unknown>, next: Record<string, unknown>) => {
  const own = source({ status: 'repealed', ...first })
  const other = source({ ...second, ...next })
  return versionLineProblems(ruleOf({ ...own, versions: [...own.versions, ...other.versions] })).map(({ code, counterCase }) => [
    code,
    counterCase,
  ])
}

describe('versions', () => {
  test.each([
    [{ to: '2025-12-31' }, { from: '2026-01-01' }, []],
    [
      { to: '2026-01-01' },
      { from: '2026-01-01' },
      [['versions-overlap', 'en sag, hvor den afgørende dato (access.received) er 1. januar 2026.']],
    ],
    [{ to: null }, { from: '2026-01-01' }, [['versions-overlap', 'en sag, hvor den afgørende dato (access.received) er 1. januar 2026.']]],
    [
      { to: '2025-12-30' },
      { from: '2026-01-01' },
      [['versions-gap', 'en sag, hvor den afgørende dato (access.received) er 31. december 2025.']],
    ],
    [
      { to: '2025-12-31' },
      { from: '2013-01-01' },
      [['versions-overlap', 'en sag, hvor den afgørende dato (access.received) er 1. januar 2013.']],
    ],
  ])('%j then %j', (first, next, problems) => {
    expect(line(first, next)).toEqual(problems)
  })
  test('a version that ends before it begins', () => {
    expect(versionLineProblems(ruleOf(source({ to: '2013-12-31' }))).map(({ code }) => code)).toEqual(['version-reversed'])
  })
  test.each([
    [{ status: 'in-force' }, 0],
    [{ status: 'in-force', from: '2026-11-23' }, 1],
    [{ status: 'in-force', to: '2026-11-21' }, 1],
    [{ status: 'repealed' }, 1],
    [{ status: 'repealed', to: '2026-11-21' }, 0],
    [{ status: 'repealed', to: '2026-11-22' }, 1],
    [{ status: 'draft', from: '2027-01-01' }, 0],
    [{ status: 'draft', from: '2026-11-22' }, 1],
    [{ status: 'announced', from: '2027-01-01', to: '2026-12-01' }, 1],
    [{ from: '1026-01-01' }, 1],
  ])('%j on 22 November 2026', (version, count) => {
    expect(statusProblems(ruleOf(source(version)), day('2026-11-22'))).toHaveLength(count)
  })
})

describe('coverage', () => {
  test('a condition counts when the examples bring it out both ways', () => {
    const { pack, rule, samples } = loadedOf(source())
    expect(coverageOf(pack, rule, samples).map((each) => [each.feel, isCovered(each)])).toEqual([
      ['access.law = "FVL"', false],
      ['access.decided != null', false],
    ])
  })
  test('named, negated and nested conditions are each their own', () => {
    const conditions = { loven: { text: 'Efter loven', feel: 'access.law = "FVL"' } }
    const [version] = ruleOf(source({ conditions, applies: 'not(loven and access.received != null) or today > access.received' })).versions
    expect(version && leavesOf(version).map(({ text, single }) => [text, single])).toEqual([
      ['Efter loven og Modtaget er udfyldt', false],
      ['Efter loven', true],
      [expect.stringContaining('er udfyldt'), true],
      [expect.stringContaining('I dag'.toLowerCase()), true],
      [expect.stringContaining('er udfyldt'), true],
    ])
  })
})

test('an unused condition is a remark, a rule that decides is a fault', async () => {
  const conditions = { ubrugt: { text: 'Ubrugt', feel: 'today = today' } }
  const problems = await problemsOf(source({ conditions }, { action: { label: 'Giv borgeren en sanktion', link: 'sickness' } }))
  expect(problems.filter(isRemark).map(({ code }) => code)).toEqual(['unused-condition'])
  expect(problems.some(({ text }) => text.includes('foregriber en afgørelse'))).toBe(true)
})
