import { z } from '#utils/validation/zod.ts'
import { calendarDaySchema } from '../pack-schema.ts'
import { instantSchema } from './instant.ts'
import { serialSchema, tenantSchema } from './pack-payload.ts'

export const MAX_SWITCHES_LENGTH = 2 * 1024 * 1024

/** What can be switched: a rule, a part of the product, or all use of language models. */
export const switchIdSchema = z
  .string()
  .regex(/^((rule|feature):[a-z0-9]+(-[a-z0-9]+)*|model-use)$/)
  .max(90)

export const unitSchema = z.string().min(1).max(100)

/** A stretch of days on which something is off, and why. Both days are included; `null`: until further notice. */
const offSchema = z.strictObject({
  entry: z.int().min(1),
  from: calendarDaySchema,
  reason: z.string().min(1).max(500),
  switch: switchIdSchema,
  until: calendarDaySchema.nullable(),
})

/** All that a unit has switched off, and which packs are current: a pack that is held back shows. */
export const switchesPayloadSchema = z.strictObject({
  expires: instantSchema,
  issued: instantSchema,
  /** Switches that cannot be switched off, whatever anybody chose. */
  locked: z.array(switchIdSchema).max(2000),
  off: z.array(offSchema).max(4000),
  packs: z.array(z.strictObject({ id: z.string().min(1).max(60), serial: serialSchema })).max(50),
  /** The number of the newest entry in the log that concerns the unit: it never goes back. */
  serial: z.int().min(0),
  tenant: tenantSchema,
  unit: unitSchema,
})

export type SwitchesPayload = z.infer<typeof switchesPayloadSchema>
export type OffStretch = SwitchesPayload['off'][number]
