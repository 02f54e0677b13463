import { isFactKey, isListGroup } from '#utils/domain/fact-catalogue.ts'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { asId, type RuleId } from '#utils/domain/ids.ts'
import { QUICK_LINKS } from '#utils/domain/quick-link.ts'
import { z } from '#utils/validation/zod.ts'
import { feelNodeSchema } from './node-schema.ts'

export const PACK_FORMAT = 1

const line = (max: number) => z.string().trim().min(1).max(max)

export const calendarDaySchema = z
  .string()
  .refine((text) => parseCalendarDay(text) !== null)
  .transform((text) => text as CalendarDay)
export const ruleIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
  .transform((text) => asId<RuleId>(text))
export const factKeySchema = z.string().refine(isFactKey)
export const listGroupSchema = z.string().refine(isListGroup)
export const severitySchema = z.literal(['K', 'H', 'M', 'I'])
export const lawStatusSchema = z.literal(['in-force', 'draft', 'announced', 'repealed'])
export const kindSchema = z.literal(['next-action', 'hint'])
export const confidenceSchema = z.literal(['seen', 'derived', 'memory'])
export const reviewSchema = z.strictObject({ by: line(80), on: calendarDaySchema }).nullable()
export const actionSchema = z.strictObject({ label: line(80), link: z.literal(QUICK_LINKS) })
export const citationSchema = z.strictObject({
  text: line(160),
  eli: z
    .string()
    .regex(/^eli\/[a-z]+\/\d{4}\/\d+$/)
    .optional(),
})

/** An expression: what the author wrote, and the typed tree that runs. */
export const expressionSchema = z.strictObject({ feel: line(1000), tree: feelNodeSchema })

export const versionSchema = z.strictObject({
  from: calendarDaySchema,
  to: calendarDaySchema.nullable(),
  status: lawStatusSchema,
  severity: severitySchema,
  cites: z.array(citationSchema).min(1).max(10),
  decidedBy: expressionSchema,
  applies: expressionSchema,
  met: expressionSchema,
  due: expressionSchema.nullable(),
  warnFrom: expressionSchema.nullable(),
  action: actionSchema.nullable(),
  /** How well the sources support it. Only `seen` with a review is certain. */
  confidence: confidenceSchema,
  /** Marks of the sources it was read in. */
  source: line(120).nullable().default(null),
  review: reviewSchema,
  note: line(600).nullable(),
})

export const ruleSchema = z.strictObject({
  id: ruleIdSchema,
  title: line(90),
  text: line(240),
  audience: line(120),
  kind: kindSchema,
  forEach: listGroupSchema.nullable(),
  anchor: factKeySchema.nullable(),
  versions: z.array(versionSchema).min(1).max(20),
})

/** A compiled pack: JSON with FEEL text and its typed tree, both validated again wherever it is loaded. */
export const packSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  id: line(60),
  version: line(30),
  title: line(120),
  rules: z.array(ruleSchema).max(2000),
})

export type Expression = z.infer<typeof expressionSchema>
export type PackVersion = z.infer<typeof versionSchema>
export type PackRule = z.infer<typeof ruleSchema>
export type RulePack = z.infer<typeof packSchema>
