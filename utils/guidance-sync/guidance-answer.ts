import { z } from '#utils/validation/zod.ts'
import { MAX_PACK_LENGTH } from '#utils/guidance/signed/pack-payload.ts'
import { MAX_SWITCHES_LENGTH } from '#utils/guidance/signed/switches-payload.ts'

/** The proxy's answer, before any signature in it has been looked at. */
export const guidanceAnswer = z.object({
  packs: z
    .array(
      z.object({
        kind: z.literal(['rule-pack', 'local-rules']),
        id: z.string().min(1).max(60),
        signed: z.string().max(MAX_PACK_LENGTH),
      }),
    )
    .max(50),
  switches: z.string().max(MAX_SWITCHES_LENGTH).nullable(),
})

export type GuidanceAnswer = z.infer<typeof guidanceAnswer>
