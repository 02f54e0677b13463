import {
  actionSchema,
  calendarDaySchema,
  citationSchema,
  confidenceSchema,
  factKeySchema,
  kindSchema,
  lawStatusSchema,
  listGroupSchema,
  reviewSchema,
  ruleIdSchema,
  severitySchema,
} from '#utils/guidance/pack-schema.ts'
import { VERDICTS } from '#utils/domain/advice.ts'
import { z } from '#utils/validation/zod.ts'

const feel = z.union([z.string().trim().min(1).max(1000), z.boolean().transform(String)])
const line = (max: number) => z.string().trim().min(1).max(max)

const versionSource = z.strictObject({
  from: calendarDaySchema,
  to: calendarDaySchema.nullable().default(null),
  status: lawStatusSchema,
  /** Which date of the case picks the version, whatever today is. */
  decidedBy: feel.optional(),
  severity: severitySchema.optional(),
  cites: z.array(z.union([line(160).transform((text) => ({ text })), citationSchema])).min(1),
  /** Conditions with a Danish name, usable by their key in `applies`, `met`, `due` and in later conditions. */
  conditions: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), z.strictObject({ text: line(200), feel })).default({}),
  applies: feel,
  met: feel,
  due: feel.nullable().default(null),
  warnFrom: feel.nullable().default(null),
  action: actionSchema.nullable().optional(),
  confidence: confidenceSchema,
  /** Marks of the sources it was read in; none for what is from memory. */
  source: line(120).nullable().default(null),
  review: reviewSchema.default(null),
  note: line(600).nullable().default(null),
})

const exampleSource = z.looseObject({
  today: calendarDaySchema,
  expect: z.literal(VERDICTS),
  missing: z.string().optional(),
  due: calendarDaySchema.optional(),
  /** Lists that were not read to their end. */
  incomplete: z.array(listGroupSchema).default([]),
  /** Keys and lists of `given` that this case leaves unread. */
  unread: z.array(z.string()).default([]),
  why: z.string().optional(),
})

/** One rule as a jurist writes it: `packs/rules/<id>.yaml`. */
export const ruleSource = z.strictObject({
  id: ruleIdSchema,
  title: line(90),
  text: line(240),
  audience: line(120),
  kind: kindSchema,
  severity: severitySchema.optional(),
  forEach: listGroupSchema.nullable().default(null),
  anchor: factKeySchema.nullable().default(null),
  decidedBy: feel.optional(),
  action: actionSchema.nullable().default(null),
  versions: z.array(versionSource).min(1),
  /** Facts and lists that every example has unless it says otherwise. */
  given: z.record(z.string(), z.unknown()).default({}),
  examples: z.array(exampleSource),
})

/** `packs/rules/pack.json`: what the pack as a whole is. */
export const packSource = z.strictObject({ id: line(60), version: line(30), title: line(120), lawOn: calendarDaySchema })

export type RuleSource = z.infer<typeof ruleSource>
export type VersionSource = RuleSource['versions'][number]
export type ExampleSource = RuleSource['examples'][number]
