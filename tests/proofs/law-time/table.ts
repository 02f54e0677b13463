import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from '#utils/validation/zod.ts'
import { UnreadableData } from '../claim.ts'

const count = z.strictObject({
  days: z.int().optional(),
  workingDays: z.int().optional(),
  months: z.int().optional(),
  wholeMonths: z.int().optional(),
  after: z.string(),
})
const state = z.strictObject({
  from: z.string(),
  to: z.string().nullable(),
  status: z.literal(['in-force', 'repealed']),
  with: z.record(z.string(), z.unknown()).default({}),
  deadline: count.optional(),
})
const ruleRow = z.strictObject({
  rule: z.string(),
  list: z.string().optional(),
  decisive: z.string(),
  situation: z.record(z.string(), z.unknown()),
  today: z.tuple([z.int(), z.int()]).default([-40, 500]),
  draft: z.string().optional(),
  states: z.array(state).min(1),
})
const table = z.strictObject({
  easter: z.array(z.string()),
  holidays: z.strictObject({
    fromEaster: z.array(z.int()),
    fixed: z.array(z.string()),
    prayerDay: z.strictObject({ fromEaster: z.int(), until: z.int() }),
  }),
  rules: z.array(ruleRow).min(1),
})

export type LawTable = z.infer<typeof table>
export type RuleRow = LawTable['rules'][number]
export type LawState = RuleRow['states'][number]
export type Count = NonNullable<LawState['deadline']>

export function readTable(path: string): LawTable {
  const parsed = table.safeParse(parse(readFileSync(path, 'utf8')))
  if (!parsed.success) throw new UnreadableData(path)
  return parsed.data
}
