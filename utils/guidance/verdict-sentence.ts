import type { Advice, Verdict } from '#utils/domain/advice.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { danishDay } from './feel/danish-day.ts'

type LabelOf = (key: FactKey) => string

const SENTENCES: Readonly<Record<Verdict, (advice: Advice, labelOf: LabelOf) => string>> = {
  met: () => 'Opfyldt.',
  'not-applicable': () => 'Reglen gælder ikke for denne sag.',
  unknown: unknownSentence,
  due: ({ deadline }) => (deadline === null ? 'Skal gøres.' : `Frist ${danishDay(deadline.due)}: ${daysLeft(deadline.daysLeft)}.`),
  breached: ({ deadline }) =>
    deadline === null ? 'Ikke opfyldt.' : `Fristen var ${danishDay(deadline.due)}: overskredet med ${days(-deadline.daysLeft)}.`,
}

/** The verdict in one plain sentence. */
export function verdictSentence(advice: Advice, labelOf: LabelOf): string {
  return SENTENCES[advice.verdict](advice, labelOf)
}

function unknownSentence({ missing, error }: Advice, labelOf: LabelOf): string {
  if (error !== undefined) return 'Kan ikke vurderes: reglen kunne ikke køres.'
  return missing.length > 0 ? `Kan ikke vurderes: ${missing.map(labelOf).join(', ')} er ikke læst.` : 'Kan ikke vurderes.'
}

const days = (count: number) => `${count} ${count === 1 ? 'dag' : 'dage'}`

function daysLeft(count: number): string {
  return count === 0 ? 'det er i dag' : `${days(count)} tilbage`
}
