import { parseArgs } from 'node:util'
import { requireRulePack } from '#build/rule-pack.ts'
import type { Advice } from '#utils/domain/advice.ts'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { factLabel } from '#utils/guidance/explain.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import { judge } from '#utils/guidance/judge.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { sortAdvice } from '#utils/guidance/sort-advice.ts'
import { verdictSentence } from '#utils/guidance/verdict-sentence.ts'
import { readJson } from './read-json.ts'

export interface GuideOutput {
  out(line: string): void
  err(line: string): void
}

/** `guide --facts FILE --date YYYY-MM-DD [--pack FILE] [--json]`: judges a case from a file. Gives the exit code. */
export function guide(args: readonly string[], output: GuideOutput): number {
  const { values } = parseArgs({
    args: [...args],
    options: { facts: { type: 'string' }, date: { type: 'string' }, pack: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const today = parseCalendarDay(values.date ?? '')
  if (values.facts === undefined || today === null) {
    output.err('Brug: guide --facts FIL --date ÅÅÅÅ-MM-DD [--pack FIL] [--json]')
    return 2
  }
  const pack = loadRulePack(values.pack === undefined ? requireRulePack() : readJson(values.pack))
  const input = inputFromJson(readJson(values.facts))
  for (const { part, why } of input.leftOut)
    output.err(`${part}: ${why === 'unknown-key' ? 'kendes ikke' : 'har en forkert type'} og regnes som ikke læst`)
  const advice = judge(pack, input, { today })
  output.out(values.json ? JSON.stringify(advice, null, 2) : asText(advice, today))
  return 0
}

function asText(advice: readonly Advice[], today: CalendarDay): string {
  const shown = sortAdvice(advice).filter(({ verdict }) => verdict !== 'not-applicable')
  const lines = shown.flatMap((item) => [
    `[${item.severity}] ${item.title}${item.row === null ? '' : ` (${item.row.group}: ${item.row.key})`}`,
    `    ${verdictSentence(item, factLabel)}`,
    `    ${item.citations.join('; ')}${item.review === null ? ' · ikke juridisk kvalitetssikret' : ''}`,
  ])
  const silent = advice.length - shown.length
  return [`Vurderet pr. ${today}`, ...lines, `${silent} regler gælder ikke for sagen.`].join('\n')
}
