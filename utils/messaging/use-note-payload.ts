import type { UseNote } from '#utils/use-records/use-note.ts'
import { z } from '#utils/validation/zod.ts'
import { ENTRY_KINDS, usageRecord } from '#proxy/contract/usage-record.ts'

const hostId = z.string().min(1).max(120)
const { id, feature, purpose, origin, outcome, coverage } = usageRecord.shape
const useNote: z.ZodType<UseNote> = z.strictObject({
  id,
  feature,
  purpose,
  origin,
  outcome,
  coverage,
  caseId: hostId.nullable(),
  entries: z.array(z.strictObject({ kind: z.enum(ENTRY_KINDS), ids: z.array(hostId).min(1).max(2000) })).max(ENTRY_KINDS.length),
})

/** The note, or `undefined` when it is not one. */
export function useNotePayload(raw: unknown): UseNote | undefined {
  return useNote.safeParse(raw).data
}
