/** What somebody tried, and what they know of it. `unknown`: the proxy died before it answered. */
export interface Deed {
  readonly kind: 'call' | 'use'
  readonly useId: string
  outcome: 'acknowledged' | 'refused' | 'unknown'
}

export interface Found {
  readonly kind: 'call' | 'use' | 'export'
  readonly useId: string | null
  readonly ending: string | null
  readonly code: string | null
}

export type Fault = { readonly kind: 'lost' | 'doubled' | 'from nowhere' | 'refused but written' | 'ended otherwise'; readonly key: string }

/**
 * What was acknowledged is on record once, and as it ended. What was not may be on record once: nobody knows whether it
 * got there. What was refused is not.
 */
export function faultsIn(deeds: readonly Deed[], records: readonly Found[]): readonly Fault[] {
  const faults: Fault[] = []
  const byKey = new Map(deeds.map((deed) => [`${deed.kind} ${deed.useId}`, deed]))
  const seen = new Set<string>()
  for (const { kind, useId, ending } of records) {
    const key = `${kind} ${useId}`
    const deed = byKey.get(key)
    if (deed === undefined) faults.push({ kind: 'from nowhere', key })
    else if (seen.has(key)) faults.push({ kind: 'doubled', key })
    else if (deed.outcome === 'refused') faults.push({ kind: 'refused but written', key })
    else if (kind === 'call' && deed.outcome === 'acknowledged' && ending !== 'done') faults.push({ kind: 'ended otherwise', key })
    seen.add(key)
  }
  for (const [key, { outcome }] of byKey) if (outcome === 'acknowledged' && !seen.has(key)) faults.push({ kind: 'lost', key })
  return faults
}
