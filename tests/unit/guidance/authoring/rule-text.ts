import { compileRule } from '#build/rule-compile.ts'
import { ruleSource, type RuleSource } from '#build/rule-source.ts'
import { checkSources, packOf, samplesOf } from '#build/author/check-sources.ts'
import { day } from '#utils/domain/calendar-day.ts'
import type { PackRule } from '#utils/guidance/pack-schema.ts'

/** A small sound rule; `version` and `rest` change it. */
export function source(version: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): RuleSource {
  return ruleSource.parse({
    id: 'answer-in-time',
    title: 'Svar til tiden',
    text: 'Svar borgeren, før fristen er gået.',
    audience: 'Alle',
    kind: 'hint',
    severity: 'H',
    decidedBy: 'access.received',
    versions: [
      {
        from: '2014-01-01',
        status: 'in-force',
        cites: ['FVL § 16, stk. 2'],
        applies: 'access.law = "FVL"',
        met: 'access.decided != null',
        due: 'addWorkingDays(access.received, 7)',
        confidence: 'seen',
        ...version,
      },
    ],
    given: { 'access.received': '2026-11-02', 'access.law': 'FVL', 'access.decided': null },
    examples: [
      { today: '2026-11-11', expect: 'due' },
      { today: '2026-11-12', expect: 'breached' },
    ],
    ...rest,
  })
}

export function ruleOf(own: RuleSource): PackRule {
  const { rule, problems } = compileRule(own)
  if (rule === null) throw new Error(problems.join('; '))
  return rule
}

export function loadedOf(own: RuleSource) {
  const pack = packOf(ruleOf(own))
  const [rule] = pack.rules
  if (!rule) throw new Error('no rule')
  return { pack, rule, samples: samplesOf(own) }
}

export async function problemsOf(own: RuleSource) {
  const raw = JSON.parse(JSON.stringify(own)) as unknown
  const options = { lawOn: day('2026-11-22'), today: day('2026-11-22') }
  return (await checkSources([{ name: own.id, raw }], options)).problems
}
