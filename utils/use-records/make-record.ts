import type { GuidanceSource } from '#utils/guidance-sync/in-use.ts'
import { hashCase, hashEntry, type Pseudonyms } from '#utils/proxy/hash-case.ts'
import { usageRecord, type UsageRecord } from '#proxy/contract/usage-record.ts'
import type { UseNote } from './use-note.ts'

export interface RecordContext {
  readonly pseudonyms: Pseudonyms
  readonly sources: readonly GuidanceSource[]
  readonly appVersion: string
  readonly now: number
}

/** The record of a use, as BEK 101/2026 § 2 asks for: what, when, with which rules and from which entries, and no content. */
export async function makeRecord(note: UseNote, { pseudonyms, sources, appVersion, now }: RecordContext): Promise<UsageRecord> {
  const { id, feature, purpose, origin, outcome, caseId, coverage } = note
  const entries = await Promise.all(
    note.entries.map(async ({ kind, ids }) => ({ kind, ids: await Promise.all(ids.map(async (entry) => hashEntry(entry, pseudonyms))) })),
  )
  return usageRecord.parse({
    id,
    happenedAt: now,
    feature,
    purpose,
    origin,
    outcome,
    caseHash: caseId === null ? null : await hashCase(caseId, pseudonyms),
    packs: sources.map((source) => ({ id: source.id, serial: source.serial ?? 0 })),
    entries,
    coverage,
    app: appVersion,
  })
}
