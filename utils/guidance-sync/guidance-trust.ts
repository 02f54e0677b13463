import type { PinnedKeys } from '#utils/guidance/signed/open-envelope.ts'

/** Whose word is taken, and for whom: fixed when the extension is built. */
export interface GuidanceTrust {
  readonly tenant: string
  readonly appVersion: string
  readonly publisher: PinnedKeys
  readonly municipality: PinnedKeys
}

/** At most two keys a signer, as the customer file has checked. */
export function pinned([first, second]: readonly string[]): PinnedKeys {
  if (first === undefined) return []
  return second === undefined ? [first] : [first, second]
}
