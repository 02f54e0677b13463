import type { UsageRecord } from '#proxy/contract/usage-record.ts'

/** A use of the tool as a panel tells it; the background makes a record without content of it. */
export interface UseNote {
  /** The same as in the question to the model when there was one. */
  readonly id: string
  readonly feature: UsageRecord['feature']
  readonly purpose: UsageRecord['purpose']
  readonly origin: UsageRecord['origin']
  readonly outcome: UsageRecord['outcome']
  /** The host system's ids; hashed in the background, and sent nowhere as they are. */
  readonly caseId: string | null
  readonly entries: readonly { readonly kind: UsageRecord['entries'][number]['kind']; readonly ids: readonly string[] }[]
  readonly coverage: UsageRecord['coverage']
}
