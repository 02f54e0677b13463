import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { OffStretch, SwitchesPayload } from './switches-payload.ts'

export interface SwitchesInEffect {
  /** Rule → why it is off, and until when: for `RuleSwitches.offByUnit` and for telling those it concerns. */
  readonly rulesOff: Readonly<Record<string, OffStretch>>
  readonly featuresOff: Readonly<Record<string, OffStretch>>
  readonly modelUseOff: OffStretch | null
  /** Rules that the municipality has locked on. */
  readonly rulesLocked: readonly string[]
}

const RULE = 'rule:'
const FEATURE = 'feature:'

/** What is off on a day. Dates are days in Denmark. */
export function switchesInEffect({ off, locked }: Pick<SwitchesPayload, 'off' | 'locked'>, today: CalendarDay): SwitchesInEffect {
  const now = off.filter((stretch) => stretch.from <= today && (stretch.until === null || today <= stretch.until))
  const open = now.filter((stretch) => !locked.includes(stretch.switch))
  return {
    rulesOff: named(open, RULE),
    featuresOff: named(open, FEATURE),
    modelUseOff: open.find((stretch) => stretch.switch === 'model-use') ?? null,
    rulesLocked: locked.filter((id) => id.startsWith(RULE)).map((id) => id.slice(RULE.length)),
  }
}

function named(stretches: readonly OffStretch[], prefix: string): Readonly<Record<string, OffStretch>> {
  const chosen = stretches.filter((stretch) => stretch.switch.startsWith(prefix))
  return Object.fromEntries(chosen.map((stretch) => [stretch.switch.slice(prefix.length), stretch]))
}
