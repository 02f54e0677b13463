import { z } from '#utils/validation/zod.ts'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { THEMES, type Theme } from './theme.ts'
import { DISMISS_REASONS, type DismissReason } from '#utils/assistant/dismiss-reason.ts'
import { defineItem } from './item.ts'

const ruleId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
const calendarDay = z.string().transform((text, context): CalendarDay => {
  const day = parseCalendarDay(text)
  if (day !== null) return day
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})

const dismissReason = z.enum(Object.keys(DISMISS_REASONS) as DismissReason[])

/** All that is kept on disk. It says how somebody likes the tool to behave, and nothing of any case. */
export interface Settings {
  readonly theme: Theme
  /** Rules that the unit does not want to see. */
  readonly rulesOff: readonly string[]
  /** Rule → the last day it stays quiet. */
  readonly snoozed: Readonly<Record<string, CalendarDay>>
  /** Rule → reason → how many times it was dismissed. */
  readonly dismissed: Readonly<Record<string, Readonly<Partial<Record<DismissReason, number>>>>>
}

const DEFAULT_SETTINGS: Settings = { theme: 'system', rulesOff: [], snoozed: {}, dismissed: {} }

const settingsSchema: z.ZodType<Settings> = z.object({
  theme: z.enum(THEMES),
  rulesOff: z.array(ruleId),
  snoozed: z.record(ruleId, calendarDay),
  dismissed: z.record(ruleId, z.partialRecord(dismissReason, z.int().min(0))),
})

export const settingsItem = defineItem('local', 'settings', settingsSchema, DEFAULT_SETTINGS)
