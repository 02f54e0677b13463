import { describe, expect, it } from 'vitest'
import type { Advice, Verdict } from '#utils/domain/advice.ts'
import { asId, type CaseToken } from '#utils/domain/ids.ts'
import { adviceChanges } from '#utils/assistant/advice-changes.ts'
import { SinceLast } from '#utils/assistant/since-last.ts'
import { sampleAdvice } from '#tests/gallery/sample-advice.ts'

const [sample] = sampleAdvice
const as = (rule: string, verdict: Verdict, daysLeft = -1): Advice => {
  if (!sample?.deadline) throw new Error('the sample has no deadline')
  const { warnFrom: _warnFrom, ...deadline } = sample.deadline
  return { ...sample, rule: asId(rule), row: null, severity: 'H', lawStatus: 'in-force', verdict, deadline: { ...deadline, daysLeft } }
}
const words = (before: readonly Advice[], now: readonly Advice[]) =>
  adviceChanges(before, now).map(({ advice, from, to }) => `${advice.rule}: ${from} → ${to}`)

describe('changes between two readings', () => {
  it('tells what is new, what moved, what is in order, and what is gone', () => {
    expect(words([], [as('a', 'breached')])).toEqual(['a: null → overdue'])
    expect(words([as('a', 'due', 30)], [as('a', 'due', 3)])).toEqual(['a: coming → now'])
    expect(words([as('a', 'breached')], [as('a', 'met')])).toEqual(['a: overdue → met'])
    expect(words([as('a', 'breached')], [as('a', 'not-applicable')])).toEqual(['a: overdue → null'])
    expect(words([as('a', 'breached')], [])).toEqual(['a: overdue → null'])
  })

  it('says nothing of what asks for nothing, before or after', () => {
    expect(words([as('a', 'met'), as('b', 'due', 5)], [as('a', 'not-applicable'), as('b', 'due', 4)])).toEqual([])
    expect(words([], [as('a', 'met')])).toEqual([])
  })
})

describe('since the last look', () => {
  const [one, two] = [asId<CaseToken>('token-one'), asId<CaseToken>('token-two')]
  const sight = (token: CaseToken, advice: readonly Advice[], reading = false, tabId = 1) => ({ tabId, token, advice, reading })

  it('begins when the first look is over, and begins anew when it is seen', () => {
    const since = new SinceLast()
    expect(since.changes(sight(one, [], true))).toEqual([])
    expect(since.changes(sight(one, [as('a', 'due', 3)], true))).toEqual([])
    expect(since.changes(sight(one, [as('a', 'due', 3), as('b', 'breached')]))).toEqual([])
    const later = [as('a', 'met'), as('b', 'breached')]
    expect(since.changes(sight(one, later))).toHaveLength(1)
    expect(since.changes(sight(one, later))).toHaveLength(1)
    since.seen(sight(one, later))
    expect(since.changes(sight(one, later))).toEqual([])
  })

  it('knows nothing of one case in another, nor of a case that was gone in between', () => {
    const since = new SinceLast()
    since.changes(sight(one, [as('a', 'breached')]))
    expect(since.changes(sight(two, [as('b', 'breached')]))).toEqual([])
    since.keepOnly(new Map())
    expect(since.changes(sight(two, [as('c', 'breached')]))).toEqual([])
  })

  it('keeps the other tabs’ looks for as long as their cases are open', () => {
    const since = new SinceLast()
    since.changes(sight(one, [as('a', 'breached')]))
    since.changes(sight(two, [as('b', 'breached')], false, 2))
    since.keepOnly(new Map([[1, one]]))
    expect(since.changes(sight(one, [as('a', 'met')]))).toHaveLength(1)
    expect(since.changes(sight(two, [as('b', 'met')], false, 2))).toEqual([])
  })
})
