import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CaseView } from '#utils/domain/case-view.ts'
import { asId, type CaseToken } from '#utils/domain/ids.ts'
import { FRESH_BUDGET, spendBudget } from '#utils/assistant/proactive-budget.ts'
import { sampleView } from '#tests/gallery/sample-case.ts'
import { makeAdvice } from '#tests/unit/support/make-advice.ts'

const view = (token: string, pageKind: string): CaseView => ({ ...sampleView, token: asId<CaseToken>(token), pageKind })
const late = (rule: string) => makeAdvice({ rule, verdict: 'breached' })

it('lets one item speak up in a page view, however often it is read and whatever comes to light', () => {
  const pages = fc.array(
    fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('overview', 'journal'), fc.subarray(['r1', 'r2', 'r3', 'r4', 'r5'])),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(pages, (steps) => {
      let budget = FRESH_BUDGET
      let here = ''
      let inView = new Set<string>()
      const everShown: string[] = []
      for (const [token, kind, rules] of steps) {
        if (here !== `${token}|${kind}`) inView = new Set()
        here = `${token}|${kind}`
        const before = budget
        budget = spendBudget(budget, view(token, kind), rules.map(late))
        if (budget.shown !== null) inView.add(budget.shown)
        expect(inView.size).toBeLessThanOrEqual(1)
        if (budget.shown !== null && budget !== before) everShown.push(budget.shown)
      }
      // Nothing is new twice.
      expect(new Set(everShown).size).toBe(everShown.length)
    }),
  )
})

it('stays silent about what does not press', () => {
  const quiet = [
    makeAdvice({ verdict: 'met' }),
    makeAdvice({ verdict: 'unknown' }),
    makeAdvice({ verdict: 'breached', severity: 'I' }),
    makeAdvice({ verdict: 'breached', lawStatus: 'draft' }),
  ]
  expect(spendBudget(FRESH_BUDGET, view('a', 'overview'), quiet).shown).toBeNull()
})

it('takes the most urgent', () => {
  expect(spendBudget(FRESH_BUDGET, view('a', 'overview'), [makeAdvice({ rule: 'soon' }), late('late')]).shown).toBe('late')
})
