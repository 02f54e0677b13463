import { ERRORS, type ErrorCode } from '#utils/domain/error-code.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { REFUSALS, type RefusalCode } from '#utils/guidance/signed/refusal.ts'
import { switchesPayloadSchema } from '#utils/guidance/signed/switches-payload.ts'
import { defineItem } from '#utils/storage/item.ts'
import { z } from '#utils/validation/zod.ts'
import type { GuidanceInUse, GuidanceInUseItem } from './in-use.ts'
import { NOTHING_KEPT, type KeptGuidance, type KeptGuidanceItem } from './kept-guidance.ts'
import type { PollState, PollStateItem } from './poll-state.ts'

// Where guidance is kept: the signed texts on disk, what was made of them in memory.

const byKind = <T extends z.ZodType>(value: T) =>
  z.strictObject({ 'rule-pack': z.record(z.string(), value), 'local-rules': z.record(z.string(), value) })
const kept = z.strictObject({ text: z.string(), takenAt: z.number() })

const keptGuidanceSchema: z.ZodType<KeptGuidance> = z.strictObject({
  packs: byKind(kept),
  newest: byKind(z.int().min(1)),
  // What was kept before there was such a thing is kept on.
  coming: z.record(z.string(), kept).default({}),
  switches: z.record(z.string(), kept.extend({ serial: z.int().min(0), issued: z.string() })),
  unit: z.string().nullable(),
  etag: z.string().nullable(),
  confirmedAt: z.number().nullable(),
  refused: z.array(z.strictObject({ what: z.string(), code: z.enum([...(Object.keys(REFUSALS) as RefusalCode[]), 'held-back']) })),
  since: z.strictObject({ version: z.string(), at: z.number() }).nullable(),
})

export const keptGuidanceItem: KeptGuidanceItem = defineItem('local', 'guidance', keptGuidanceSchema, NOTHING_KEPT)

const source = z.strictObject({
  from: z.literal(['built-in', 'publisher', 'municipality']),
  id: z.string(),
  version: z.string(),
  rules: z.int(),
  serial: z.int().nullable(),
  expires: z.string().nullable(),
})
const rulePack = z.custom<RulePack>((value) => typeof value === 'object' && value !== null)
const inUseSchema: z.ZodType<GuidanceInUse | null> = z
  .strictObject({
    // Ours, in memory, and checked once more by whoever loads it; checking it at each question would cost more than judging.
    pack: rulePack,
    sources: z.array(source),
    coming: z.strictObject({ pack: rulePack, validFrom: z.string() }).nullable(),
    switches: switchesPayloadSchema.pick({ off: true, locked: true, unit: true, issued: true }).nullable(),
  })
  .nullable()

/** For as long as the browser runs: what is on disk is verified once a start and after each change, not at each question. */
export const guidanceInUseItem: GuidanceInUseItem = defineItem<GuidanceInUse | null>('session', 'guidance-in-use', inUseSchema, null)

const pollStateSchema: z.ZodType<PollState | null> = z
  .strictObject({ askedAt: z.number(), problem: z.enum(Object.keys(ERRORS) as ErrorCode[]).nullable() })
  .nullable()

export const pollStateItem: PollStateItem = defineItem<PollState | null>('session', 'guidance-poll', pollStateSchema, null)
