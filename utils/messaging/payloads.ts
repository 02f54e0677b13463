import { DISMISS_REASONS, type DismissReason } from '#utils/assistant/dismiss-reason.ts'
import { addDays, parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { asId, type CaseToken, type RowKey, type RuleId } from '#utils/domain/ids.ts'
import { isFactKey } from '#utils/domain/fact-catalogue.ts'
import { QUICK_LINKS } from '#utils/domain/quick-link.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { THEMES } from '#utils/storage/theme.ts'
import { z } from '#utils/validation/zod.ts'

// What each call may carry. Nothing else gets in: unknown fields are refused, not ignored.

const LONGEST_SNOOZE_DAYS = 366

const rule = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
  .transform((text) => asId<RuleId>(text))
const token = z
  .string()
  .min(8)
  .max(128)
  .transform((text) => asId<CaseToken>(text))
const factKey = z.string().refine(isFactKey)
const rowKey = z
  .string()
  .min(1)
  .max(300)
  .transform((text) => asId<RowKey>(text))
const snoozeDay = z.string().transform((text, context): CalendarDay => {
  const day = parseCalendarDay(text)
  if (day !== null && day <= addDays(danishDay(new Date()), LONGEST_SNOOZE_DAYS)) return day
  context.addIssue({ code: 'custom', message: 'not a day to snooze until' })
  return z.NEVER
})
const reason = z.enum(Object.keys(DISMISS_REASONS) as DismissReason[])

/** A check that gives the payload, or `undefined` when it is not one. */
const check =
  <T>(schema: z.ZodType<T>) =>
  (raw: unknown): T | undefined =>
    schema.safeParse(raw).data

export const pageSnoozeChoice = check(z.strictObject({ rule, until: snoozeDay }))
export const panelSnoozeChoice = check(z.strictObject({ rule, until: snoozeDay.nullable() }))
export const dismissChoice = check(z.strictObject({ rule, reason }))
export const switchChoice = check(z.strictObject({ rule, on: z.boolean() }))
export const adviceSeen = check(z.strictObject({ act: z.literal(['shown', 'followed']), rules: z.array(rule).min(1).max(500) }))
export const themeChoice = check(z.strictObject({ theme: z.enum(THEMES) }))
export const showFactChoice = check(z.strictObject({ token, fact: z.strictObject({ key: factKey, row: rowKey.nullable() }) }))
export const followLinkChoice = check(z.strictObject({ token, link: z.literal(QUICK_LINKS) }))
