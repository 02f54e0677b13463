import { describe, expect, it, test } from 'vitest'
import type { Advice } from '#utils/domain/advice.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { byUrgency, groupAdvice, groupOf, nextActions, openAdvice } from '#utils/assistant/advice-groups.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import { rowKey } from '#tests/gallery/sample-case.ts'
import { makeAdvice } from '#tests/unit/support/make-advice.ts'

const due = (daysLeft: number, over: Partial<Advice> = {}) =>
  makeAdvice({ verdict: 'due', deadline: { due: day('2026-12-01'), daysLeft, steps: [] }, ...over })

test.each<[string, Advice, string | null]>([
  ['a passed deadline is overdue', makeAdvice({ verdict: 'breached' }), 'overdue'],
  ['a deadline in 14 days is for now', due(14), 'now'],
  ['a deadline in 15 days is coming', due(15), 'coming'],
  [
    'the rule decides when to mind it: not yet',
    due(9, { deadline: { due: day('2026-12-01'), daysLeft: 9, steps: [], warnFrom: day('2026-11-23') } }),
    'coming',
  ],
  [
    'the rule decides when to mind it: today',
    due(8, { deadline: { due: day('2026-12-01'), daysLeft: 8, steps: [], warnFrom: day('2026-11-23') } }),
    'now',
  ],
  ['due without a date is for now', makeAdvice({ verdict: 'due' }), 'now'],
  ['a retired rule makes nobody late', makeAdvice({ verdict: 'breached', severity: 'I' }), 'now'],
  ['draft law is never a breach', makeAdvice({ verdict: 'breached', lawStatus: 'draft' }), 'coming'],
  ['announced law is never for now', due(1, { lawStatus: 'announced' }), 'coming'],
  ['unknown is a group of its own', makeAdvice({ verdict: 'unknown' }), 'unknown'],
  ['met', makeAdvice({ verdict: 'met' }), 'met'],
  ['what does not concern the case is nowhere', makeAdvice({ verdict: 'not-applicable' }), null],
])('%s', (_name, advice, group) => expect(groupOf(advice)).toBe(group))

describe('urgency', () => {
  it('goes by group, then weight, then days, then title', () => {
    const late = makeAdvice({ title: 'sen', verdict: 'breached', severity: 'M' })
    const critical = due(10, { title: 'kritisk', severity: 'K' })
    const soon = due(2, { title: 'snart' })
    const later = due(5, { title: 'senere' })
    expect([later, soon, critical, late].toSorted(byUrgency).map((one) => one.title)).toEqual(['sen', 'kritisk', 'snart', 'senere'])
  })
  it('keeps every piece of advice that concerns the case exactly once', () => {
    const all = [
      due(3),
      due(40),
      makeAdvice({ verdict: 'met' }),
      makeAdvice({ verdict: 'unknown' }),
      makeAdvice({ verdict: 'breached' }),
      makeAdvice({ verdict: 'not-applicable' }),
    ]
    expect(Object.values(groupAdvice(all)).flat()).toHaveLength(5)
    expect(openAdvice(all).map((one) => one.verdict)).toEqual(['breached', 'due', 'due', 'unknown'])
  })
})

describe('next actions', () => {
  const action = { label: 'Book samtale', link: 'book-meeting' } as const
  it('say the same act once, and the most urgent of those that ask for it', () => {
    const [first, ...rest] = nextActions([due(9, { title: 'b', action }), due(2, { title: 'a', action })])
    expect(first?.title).toBe('a')
    expect(rest).toEqual([])
  })
  it('leave out what cannot be judged, what is not law, and what leads nowhere', () => {
    expect(
      nextActions([
        makeAdvice({ verdict: 'unknown', action }),
        due(2, { lawStatus: 'draft', action }),
        due(2),
        makeAdvice({ verdict: 'met', action }),
      ]),
    ).toEqual([])
  })
  it('keep one line for each row', () => {
    const rows = ['d1', 'd2'].map((key) => due(2, { action, row: { group: 'decision', key: rowKey(key) } }))
    expect(nextActions(rows)).toHaveLength(2)
    expect(new Set(rows.map(adviceKey)).size).toBe(2)
  })
})
