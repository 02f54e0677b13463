import type { EntryWish, LocalRuleWish, SwitchWish } from '#utils/switchboard/board-view.ts'
import { calendarDaySchema, ruleIdSchema, ruleSchema } from '#utils/guidance/pack-schema.ts'
import { z } from '#utils/validation/zod.ts'

// What the switchboard's calls may carry; the proxy checks it all again, and who may.

const reason = z.string().trim().min(1).max(500)
const etag = z.string().min(1).max(200)

const switchWish: z.ZodType<SwitchWish> = z.strictObject({
  rule: ruleIdSchema,
  on: z.boolean(),
  from: calendarDaySchema,
  until: calendarDaySchema.nullable(),
  reason,
  everyUnit: z.boolean(),
  etag,
})
const entryWish: z.ZodType<EntryWish> = z.strictObject({
  entry: z.int().min(1).max(2_147_483_647),
  verb: z.enum(['undo', 'approve', 'reject']),
  reason,
  etag,
})

const localRuleWish: z.ZodType<LocalRuleWish> = z.strictObject({ id: ruleIdSchema, rule: ruleSchema.nullable(), reason, etag })

/** The wish, or `undefined` when it is not one. */
export function switchWishPayload(raw: unknown): SwitchWish | undefined {
  return switchWish.safeParse(raw).data
}

/** The wish, or `undefined` when it is not one. */
export function entryWishPayload(raw: unknown): EntryWish | undefined {
  return entryWish.safeParse(raw).data
}

/** The wish, or `undefined` when it is not one. */
export function localRuleWishPayload(raw: unknown): LocalRuleWish | undefined {
  return localRuleWish.safeParse(raw).data
}
