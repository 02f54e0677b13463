import { z } from '#utils/validation/zod.ts'
import { MAX_PACK_LENGTH } from '#utils/guidance/signed/pack-payload.ts'
import { MAX_SWITCHES_LENGTH } from '#utils/guidance/signed/switches-payload.ts'

const packs = z.array(
  z.object({
    kind: z.literal(['rule-pack', 'local-rules']),
    id: z.string().min(1).max(60),
    signed: z.string().max(MAX_PACK_LENGTH),
  }),
)

/** The proxy's answer, before any signature in it has been looked at. */
export const guidanceAnswer = z.object({
  packs: packs.max(50),
  /** Signed for a day to come. A proxy of before knows of none. */
  coming: packs.max(10).default([]),
  switches: z.string().max(MAX_SWITCHES_LENGTH).nullable(),
})

export type GuidanceAnswer = z.infer<typeof guidanceAnswer>
