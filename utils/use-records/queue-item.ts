import { defineItem } from '#utils/storage/item.ts'
import { z } from '#utils/validation/zod.ts'
import { usageRecord } from '#proxy/contract/usage-record.ts'
import type { UseQueueItem, Waiting } from './queue.ts'

const waitingSchema: z.ZodType<readonly Waiting[]> = z.array(z.strictObject({ subject: z.string(), record: usageRecord }))

/** In memory only, and without content: it survives the worker, not the browser. */
export const useQueueItem: UseQueueItem = defineItem<readonly Waiting[]>('session', 'use-records', waitingSchema, [])
