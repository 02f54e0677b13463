import type { AuditRecord } from '#proxy/audit/record.ts'

/** What has to stand in the record because somebody did something. Fields that are not named may be anything. */
export type Expected = Partial<AuditRecord> & Pick<AuditRecord, 'kind' | 'subject' | 'unit'>

/** Ties a record to the action behind it: uses and calls by the id of the use, exports by the case that was asked for. */
export function keyOf({ kind, useId, caseHash }: Pick<AuditRecord, 'kind' | 'useId' | 'caseHash'>): string {
  return kind === 'export' ? `export ${caseHash}` : `${kind} ${useId}`
}

export type Mismatch =
  | { readonly kind: 'lost' | 'doubled' | 'from nowhere'; readonly key: string }
  | { readonly kind: 'wrong'; readonly key: string; readonly field: string }

/** One record for each action, one action for each record, and both say the same. */
export function mismatches(expected: ReadonlyMap<string, Expected>, records: readonly AuditRecord[]): readonly Mismatch[] {
  const found: Mismatch[] = []
  const seen = new Set<string>()
  for (const record of records) {
    const key = keyOf(record)
    const wanted = expected.get(key)
    if (wanted === undefined) found.push({ kind: 'from nowhere', key })
    else if (seen.has(key)) found.push({ kind: 'doubled', key })
    else found.push(...wrongFields(key, wanted, record))
    seen.add(key)
  }
  for (const key of expected.keys()) if (!seen.has(key)) found.push({ kind: 'lost', key })
  return found
}

function wrongFields(key: string, wanted: Expected, record: AuditRecord): readonly Mismatch[] {
  return Object.entries(wanted)
    .filter(([field, value]) => JSON.stringify(record[field as keyof AuditRecord]) !== JSON.stringify(value))
    .map(([field]) => ({ kind: 'wrong', key, field }) as const)
}
