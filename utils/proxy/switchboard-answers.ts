import type { ChangeAnswer, LogEntry, LogPage, Switchboard } from '#proxy/contract/guidance.ts'
import { calendarDaySchema } from '#utils/guidance/pack-schema.ts'
import { z } from '#utils/validation/zod.ts'

// What the proxy says of the switchboard, checked as it comes in.

const text = z.string().max(500)
const day = calendarDaySchema

const logEntrySchema: z.ZodType<LogEntry> = z.object({
  entry: z.int().min(1),
  at: z.iso.datetime(),
  unit: text,
  subject: text,
  role: z.enum(['supervisor', 'administrator']),
  action: z.enum(['set', 'propose', 'approve', 'reject', 'undo', 'propose-undo']),
  switch: text,
  on: z.boolean().nullable(),
  from: day.nullable(),
  until: day.nullable(),
  reason: text,
  about: z.int().min(1).nullable(),
  previous: text,
  hash: text,
  key: text.nullable(),
  signature: text.nullable(),
})

export const switchboardSchema: z.ZodType<Switchboard> = z.object({
  unit: text,
  municipality: text,
  cannotBeSwitchedOff: z.array(text).max(5000),
  secondApprover: z.enum(['never', 'when-switching-off', 'always']),
  shortestReason: z.int().min(0).max(500),
  off: z.array(z.object({ switch: text, unit: text, from: day, until: day.nullable(), reason: text, entry: z.int() })).max(5000),
  proposals: z.array(logEntrySchema).max(2000),
})

export const logPageSchema: z.ZodType<LogPage> = z.object({ entries: z.array(logEntrySchema).max(500), next: z.int().nullable() })

export const changeAnswerSchema: z.ZodType<ChangeAnswer> = z.object({
  entry: z.int().min(1),
  state: z.enum(['in-effect', 'proposed', 'rejected']),
})
