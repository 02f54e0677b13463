import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkSources } from '#build/author/check-sources.ts'
import { newRuleText, retiredRuleText } from '#build/author/rule-text.ts'
import { ruleSource } from '#build/rule-source.ts'
import { day } from '#utils/domain/calendar-day.ts'

const OPTIONS = { lawOn: day('2026-11-22'), today: day('2026-11-22') }

test('a new rule has the right form, and is refused until it has examples', async () => {
  const raw: unknown = parse(newRuleText('my-rule'))
  expect(ruleSource.safeParse(raw).success).toBe(true)
  const { problems } = await checkSources([{ name: 'my-rule', raw }], OPTIONS)
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['boundary']))
})

test('a retired rule keeps its comments and ends where it was open', () => {
  const retired = retiredRuleText(newRuleText('my-rule'), day('2026-12-31'))
  expect(retired).toContain('# eller hint')
  expect(ruleSource.parse(parse(retired ?? '')).versions[0]).toMatchObject({ from: '2026-01-01', to: '2026-12-31' })
  expect(retiredRuleText(retired ?? '', day('2027-01-31'))).toBeNull()
})
