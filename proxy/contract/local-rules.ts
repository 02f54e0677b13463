import { z } from 'zod'
import { packSchema, ruleIdSchema, ruleSchema } from '../../utils/guidance/pack-schema.ts'

/** The pack that a municipality's own rules are in. */
export const LOCAL_PACK = 'kommunens-egne-regler'

/** More than this is no longer an addition to the law. */
export const MOST_LOCAL_RULES = 200

/** `PUT /v1/guidance/local-rules/{id}`, with `If-Match`: the compiled rule, or `null` to take it out of use. */
export const localRuleChange = z.strictObject({ rule: ruleSchema.nullable(), reason: z.string().trim().min(1).max(500) })

export const localRulePath = z.object({ id: ruleIdSchema })

/** One change of the municipality's own rules. */
const localIssue = z.object({
  serial: z.int().min(1),
  at: z.string(),
  subject: z.string(),
  rule: z.string(),
  added: z.boolean(),
  reason: z.string(),
})

/** `GET /v1/guidance/local-rules`: the rules in use and the latest changes, newest first. */
export const localRulesAnswer = z.object({ pack: packSchema.nullable(), issues: z.array(localIssue).max(100) })

export type LocalRuleChange = z.infer<typeof localRuleChange>
export type LocalRulesAnswer = z.infer<typeof localRulesAnswer>
export type LocalIssue = z.infer<typeof localIssue>
