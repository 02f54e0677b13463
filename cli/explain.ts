import { parseArgs } from 'node:util'
import { requireRulePack } from '#build/rule-pack.ts'
import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import type { Condition, Explanation } from '#utils/domain/explanation.ts'
import { stepLine } from '#utils/guidance/calendar/count-text.ts'
import { explain as explainRule } from '#utils/guidance/explain.ts'
import { danishDay } from '#utils/guidance/feel/danish-day.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { lookAhead } from '#utils/guidance/look-ahead.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { complaintPage } from '#utils/guidance/print/complaint-page.ts'
import type { CommandOutput } from './main.ts'
import { readJson } from './read-json.ts'

const USAGE = 'Brug: explain --facts FIL --date ÅÅÅÅ-MM-DD [--rule ID]… [--pack FIL] [--html | --ahead | --json]'

/** `explain`: why each rule says what it says of a case, or why not; as text, as a page to print, or as what comes. Gives the exit code. */
export function explain(args: readonly string[], output: CommandOutput): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      facts: { type: 'string' },
      date: { type: 'string', default: '' },
      rule: { type: 'string', multiple: true },
      pack: { type: 'string' },
      html: { type: 'boolean', default: false },
      ahead: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const today = parseCalendarDay(values.date)
  if (values.facts === undefined || today === null) {
    output.err(USAGE)
    return 2
  }
  const pack = loadRulePack(values.pack === undefined ? requireRulePack() : readJson(values.pack))
  const input = inputFromJson(readJson(values.facts))
  const wanted = values.rule ?? pack.rules.map(({ rule }) => rule.id)
  if (values.ahead) {
    const coming = lookAhead(pack, input, { today }).filter(({ now }) => wanted.includes(now.rule))
    const lines = coming.map(({ on, now, later }) => `${danishDay(on)}: ${now.title}: ${now.verdict} → ${later.verdict}`)
    output.out(values.json ? JSON.stringify(coming, null, 2) : lines.join('\n') || 'Intet ændrer sig.')
    return 0
  }
  const explanations = wanted.flatMap((id) => explainRule(pack, id, input, { today }))
  output.out(shown(explanations, values, () => complaintPage(explanations, { printedOn: today, sourceOf: () => null })))
  return explanations.length > 0 ? 0 : 1
}

function shown(
  explanations: readonly Explanation[],
  { html, json }: { readonly html: boolean; readonly json: boolean },
  page: () => string,
): string {
  if (html) return page()
  return json ? JSON.stringify(explanations, null, 2) : explanations.map(asText).join('\n\n')
}

const MARK: Readonly<Record<Condition['outcome'], string>> = { met: 'ja', 'not-met': 'nej', unknown: '?' }

function asText({ advice, sentence, applies, met }: Explanation): string {
  const steps = advice.deadline?.steps.map((step) => `  ${stepLine(step)}`) ?? []
  return [
    `${advice.title}: ${sentence} (${advice.citations.join('; ')})`,
    'Gælder reglen?',
    ...treeLines(applies, 1),
    ...(met === null ? [] : ['Er den opfyldt?', ...treeLines(met, 1)]),
    ...(steps.length > 0 ? ['Fristen, talt ud:', ...steps] : []),
  ].join('\n')
}

function treeLines({ text, outcome, parts }: Condition, depth: number): readonly string[] {
  return [`${'  '.repeat(depth)}[${MARK[outcome]}] ${text}`, ...parts.flatMap((part) => treeLines(part, depth + 1))]
}
