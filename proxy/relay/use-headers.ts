import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { caseHash, FEATURES, PURPOSES, USE_HEADERS, useId, type Feature, type Purpose } from '../contract/use.ts'

export interface Use {
  readonly useId: string
  readonly feature: Feature
  readonly purpose: Purpose
  readonly caseHash: string | null
}

const FEATURE_SET: ReadonlySet<unknown> = new Set(FEATURES)
const PURPOSE_SET: ReadonlySet<unknown> = new Set(PURPOSES)

/** What the extension says a call is for; `null` when a header holds what it may not. */
export function readUse(headers: IncomingHttpHeaders): Use | null {
  const {
    [USE_HEADERS.use]: use = randomUUID(),
    [USE_HEADERS.feature]: feature = 'unspecified',
    [USE_HEADERS.purpose]: purpose = 'unspecified',
    [USE_HEADERS.case]: hash = null,
  } = headers
  if (!useId.safeParse(use).success || !FEATURE_SET.has(feature) || !PURPOSE_SET.has(purpose)) return null
  if (hash !== null && !caseHash.safeParse(hash).success) return null
  return { useId: use as string, feature: feature as Feature, purpose: purpose as Purpose, caseHash: hash as string | null }
}
