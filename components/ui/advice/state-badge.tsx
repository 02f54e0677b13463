import type { Advice } from '#utils/domain/advice.ts'
import { Badge } from '../badge.tsx'
import { lookOf, stateText } from './verdict.ts'

/** The state of one piece of advice, as a badge. */
export function StateBadge({ advice }: { readonly advice: Advice }) {
  const { tone, icon } = lookOf(advice)
  return (
    <Badge tone={tone} icon={icon}>
      {stateText(advice)}
    </Badge>
  )
}
