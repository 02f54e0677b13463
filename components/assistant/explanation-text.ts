import type { Condition, Explanation } from '#utils/domain/explanation.ts'
import { factsOf, uniqueFacts } from '#components/ui/advice/facts-of.ts'
import { lawStatusText, reviewWords, stateText } from '#components/ui/advice/verdict.ts'
import { formatDay, formatDeadline } from '#components/ui/format-da.ts'
import { formatFact } from '#components/ui/format-fact.ts'

/** The explanation as plain text, for a mail to a colleague or a note of one's own. */
export function explanationText(explanation: Explanation): string {
  const { advice, sentence, applies, met, note } = explanation
  const facts = uniqueFacts(factsOf(explanation)).map((fact) => `- ${fact.label}: ${formatFact(fact.key, fact.value)}`)
  const skipped =
    advice.deadline?.steps.filter((step) => step.number === null && step.note).map((step) => `- ${formatDay(step.day)}: ${step.note}`) ?? []
  return [
    `${advice.title} (${stateText(advice)})`,
    sentence,
    ...(advice.deadline ? [`Frist: ${formatDeadline(advice.deadline.due, advice.deadline.daysLeft)}`] : []),
    ...part('Oplysninger brugt:', facts),
    ...part('Dage, der ikke tæller med:', skipped),
    ...part('Gælder reglen?', conditionLines(applies, 0)),
    ...part('Er kravet opfyldt?', met ? conditionLines(met, 0) : []),
    `Regel: ${advice.citations.join('; ')}. ${lawStatusText(advice)}. ${reviewWords(advice.review)}. Regelpakke ${advice.packVersion}.`,
    ...(note ? [note] : []),
  ].join('\n')
}

const OUTCOME: Readonly<Record<Condition['outcome'], string>> = { met: 'ja', 'not-met': 'nej', unknown: 'ukendt' }

function conditionLines(condition: Condition, depth: number): readonly string[] {
  return [
    `${'  '.repeat(depth)}- ${condition.text}: ${OUTCOME[condition.outcome]}`,
    ...condition.parts.flatMap((inner) => conditionLines(inner, depth + 1)),
  ]
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}
