import { adviceCounts } from '#proxy/contract/guidance-counts.ts'
import { defineItem } from '#utils/storage/item.ts'
import { z } from '#utils/validation/zod.ts'
import type { WaitingCounts, WaitingCountsItem } from './count-advice.ts'

const waitingSchema: z.ZodType<WaitingCounts> = z.strictObject({
  open: z.record(z.string().max(140), z.int().min(1)),
  sent: adviceCounts.nullable(),
})

/** In memory only: numbers of rules, which survive the worker and not the browser. */
export const waitingCountsItem: WaitingCountsItem = defineItem<WaitingCounts>('session', 'advice-counts', waitingSchema, {
  open: {},
  sent: null,
})
