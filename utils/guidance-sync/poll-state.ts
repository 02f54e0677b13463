import { ERRORS, type ErrorCode } from '#utils/domain/error-code.ts'
import { defineItem, type StoredItem } from '#utils/storage/item.ts'
import { z } from '#utils/validation/zod.ts'

/** How the last question for guidance went. In memory: it says nothing that must outlive the browser. */
export interface PollState {
  readonly askedAt: number
  /** `null`: answered. */
  readonly problem: ErrorCode | null
}

export type PollStateItem = StoredItem<PollState | null>

const pollStateSchema: z.ZodType<PollState | null> = z
  .strictObject({ askedAt: z.number(), problem: z.enum(Object.keys(ERRORS) as ErrorCode[]).nullable() })
  .nullable()

export const pollStateItem: PollStateItem = defineItem<PollState | null>('session', 'guidance-poll', pollStateSchema, null)
