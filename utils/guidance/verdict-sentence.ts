import type { Advice } from '#utils/domain/advice.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { danishDay } from './feel/danish-day.ts'

/** The verdict in one plain sentence. */
export function verdictSentence(advice: Advice, labelOf: (key: FactKey) => string): string {
  const { deadline } = advice
  switch (advice.verdict) {
    case 'met': return 'Opfyldt.'
    case 'not-applicable': return 'Reglen gælder ikke for denne sag.'
    case 'unknown': return unknownSentence(advice, labelOf)
    case 'due': return deadline === null ? 'Skal gøres.' : `Frist ${danishDay(deadline.due)}: ${daysLeft(deadline.daysLeft)}.`
    case 'breached': return deadline === null ? 'Ikke opfyldt.' : `Fristen var ${danishDay(deadline.due)}: overskredet med ${days(-deadline.daysLeft)}.`
  }
}

function unknownSentence({ missing, error }: Advice, labelOf: (key: FactKey) => string): string {
  if (error !== undefined) return 'Kan ikke vurderes: reglen kunne ikke køres.'
  return missing.length > 0 ? `Kan ikke vurderes: ${missing.map(labelOf).join(', ')} er ikke læst.` : 'Kan ikke vurderes.'
}

const days = (count: number) => `${count} ${count === 1 ? 'dag' : 'dage'}`

function daysLeft(count: number): string {
  return count === 0 ? 'det er i dag' : `${days(count)} tilbage`
}
