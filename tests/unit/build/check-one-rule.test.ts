import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkOneRule } from '#build/check-one-rule.ts'

const RULE = readFileSync(`${import.meta.dirname}/../../../packs/rules/party-access-7-working-days.yaml`, 'utf8')
const own = RULE.replace('id: party-access-7-working-days', 'id: egen-frist')
const problems = (text: string, taken: readonly string[] = []) => {
  const result = checkOneRule(text, new Set(taken))
  return result.ok ? [] : result.problems
}

describe('one rule alone', () => {
  it('passes when it would pass in the pack, and comes out compiled', () => {
    const result = checkOneRule(own, new Set(['party-access-7-working-days']))
    expect(result).toMatchObject({ ok: true, rule: { id: 'egen-frist' } })
  })

  it('may not take the name of a rule in the pack', () => {
    expect(problems(RULE, ['party-access-7-working-days'])).toEqual([expect.stringContaining('bruges allerede')])
  })

  it.each([
    ['no rule at all', 'hej'],
    ['broken YAML', 'id: [1'],
    ['a field that is not known', `${own}\nscript: alert(1)`],
    ['an unknown fact', own.replaceAll('access.decided', 'access.secret')],
    ['an example that fails', own.replace('expect: breached', 'expect: met')],
    ['a boundary that nobody has looked at', own.replace(/^ {2}- .*expect: breached.*$/gm, '')],
    ['aliases', 'a: &a [x]\nb: *a'],
    ['a book', 'x'.repeat(70_000)],
  ])('is refused: %s', (_what, text) => {
    expect(problems(text).length).toBeGreaterThan(0)
  })
})
