import { z } from 'zod'

/** What became of a piece of advice. `followed`: its link was taken. */
export const ADVICE_ACTS = ['shown', 'followed', 'snoozed', 'dismissed'] as const
export type AdviceAct = (typeof ADVICE_ACTS)[number]

/** Why advice was waved away: a closed list, because a field that took any word could hold content. */
export const DISMISS_CODES = ['already-done', 'not-this-case', 'known', 'misread', 'rule-wrong'] as const

/** Fewer people or times than this are not told of, and what is told is rounded down to a multiple of it. */
export const FEWEST = 5

const MOST_AT_ONCE = 2000

const ruleId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

export const adviceCount = z
  .strictObject({
    rule: ruleId,
    act: z.enum(ADVICE_ACTS),
    /** Of a dismissal; `null` for everything else. */
    reason: z.enum(DISMISS_CODES).nullable(),
    times: z.int().min(1).max(10_000),
  })
  .refine(({ act, reason }) => (act === 'dismissed') === (reason !== null))

/** `POST /v1/guidance/counts`: what one browser has counted since it last said so. Sending it again changes nothing. */
export const adviceCounts = z.strictObject({ id: z.uuid(), counts: z.array(adviceCount).min(1).max(MOST_AT_ONCE) })

/** `GET /v1/guidance/counts`: the unit's numbers for this quarter and the one before. Only what five people or more stand behind. */
export const countsOfUnit = z.object({
  unit: z.string(),
  quarters: z.array(
    z.object({
      /** `2026-Q4`. */
      quarter: z.string(),
      counts: z.array(
        z.object({ rule: ruleId, act: z.enum(ADVICE_ACTS), reason: z.enum(DISMISS_CODES).nullable(), atLeast: z.int().min(FEWEST) }),
      ),
    }),
  ),
})

export type AdviceCount = z.infer<typeof adviceCount>
export type AdviceCounts = z.infer<typeof adviceCounts>
export type CountsOfUnit = z.infer<typeof countsOfUnit>
