import type { CaseRecord } from '#demo/data/case-record.ts'
import { inputFromJson, type JsonInput } from '#utils/guidance/input-from-json.ts'

/** A demo case with every field read: what a reader that missed nothing would give. */
export function inputOfRecord(record: CaseRecord): JsonInput {
  const lists = Object.fromEntries(
    Object.entries(record.lists).map(([group, rows]) => [group, rows.map(({ id, ...row }) => ({ key: id, ...row }))]),
  )
  return inputFromJson({ facts: record.facts, lists })
}
