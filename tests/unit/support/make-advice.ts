import type { Advice } from '#utils/domain/advice.ts'
import { asId, type RuleId } from '#utils/domain/ids.ts'

/** Advice with everything ordinary but what a test is about. */
export function makeAdvice(over: Partial<Omit<Advice, 'rule'>> & { readonly rule?: string } = {}): Advice {
  const { rule = 'some-rule', ...rest } = over
  return {
    versionFrom: null,
    packVersion: 'test',
    title: 'Titel',
    text: 'Tekst.',
    kind: 'hint',
    verdict: 'due',
    severity: 'H',
    lawStatus: 'in-force',
    review: null,
    citations: ['LAB § 31'],
    row: null,
    anchor: null,
    decisiveDate: null,
    deadline: null,
    restsOn: [],
    missing: [],
    action: null,
    ...rest,
    rule: asId<RuleId>(rule),
  }
}
