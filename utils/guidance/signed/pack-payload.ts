import { z } from '#utils/validation/zod.ts'
import { packSchema } from '../pack-schema.ts'
import { appVersionSchema } from './app-version.ts'
import { instantSchema } from './instant.ts'

export const MAX_PACK_LENGTH = 8 * 1024 * 1024

/** A municipality, as its proxy and its build call it. */
export const tenantSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

/** Counts up by each issue of a pack, and never back. */
export const serialSchema = z.int().min(1)

/** What a signed pack says about itself, beside its rules. */
export const packPayloadSchema = z.strictObject({
  expires: instantSchema,
  minAppVersion: appVersionSchema,
  pack: packSchema,
  serial: serialSchema,
  /** `null`: for every municipality. */
  tenant: tenantSchema.nullable(),
  validFrom: instantSchema,
})

export type PackPayload = z.infer<typeof packPayloadSchema>
