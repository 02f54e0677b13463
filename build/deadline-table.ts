import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseCount } from '#utils/guidance/calendar/count-text.ts'
import { CLOSING_DAYS } from '#utils/guidance/calendar/work-calendar.ts'
import { calendarDaySchema } from '#utils/guidance/pack-schema.ts'
import { z } from '#utils/validation/zod.ts'

export const DEADLINE_TABLE = new URL('../packs/deadlines/frister.yaml', import.meta.url).pathname

const countText = z
  .string()
  .refine((text) => parseCount(text, false) !== null, 'Skriv et tal og dage, uger, måneder, hele måneder eller arbejdsdage.')
const why = z.string().optional()

const countRow = z
  .strictObject({
    fra: calendarDaySchema.optional(),
    'fra-og-med': calendarDaySchema.optional(),
    tæl: countText,
    frist: calendarDaySchema,
    lukket: z.array(z.literal(CLOSING_DAYS)).default([]),
    hvorfor: why,
  })
  .refine((row) => (row.fra === undefined) !== (row['fra-og-med'] === undefined), 'Skriv fra eller fra-og-med, ikke begge.')

const month = z.int().min(0).max(1200)
const windowRow = z.strictObject({
  start: calendarDaySchema,
  måneder: z.tuple([month, month]),
  første: calendarDaySchema,
  sidste: calendarDaySchema,
  hvorfor: why,
})
const paceRow = z.strictObject({
  første: calendarDaySchema,
  sidste: calendarDaySchema,
  mindst: z.int().min(1),
  holdt: z.array(calendarDaySchema),
  'i-dag': calendarDaySchema,
  tilstand: z.literal(['early', 'on-pace', 'behind', 'enough', 'missed']),
  næste: calendarDaySchema.nullable().default(null),
  hvorfor: why,
})

const tableSchema = z.strictObject({ frister: z.array(countRow), vinduer: z.array(windowRow), tempo: z.array(paceRow) })

export type DeadlineTable = z.infer<typeof tableSchema>
export type CountRow = DeadlineTable['frister'][number]

/** The dated deadlines that a jurist keeps. Throws on a row that is not one. */
export function readDeadlineTable(path: string = DEADLINE_TABLE): DeadlineTable {
  return tableSchema.parse(parse(readFileSync(path, 'utf8')))
}
