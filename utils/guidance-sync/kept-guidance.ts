import type { StoredItem } from '#utils/storage/item.ts'
import type { RefusalCode } from '#utils/guidance/signed/refusal.ts'

/** A signed text as it came, and when: it is verified again when it is read back. */
export interface KeptText {
  readonly text: string
  readonly takenAt: number
}

export const GUIDANCE_KINDS = ['rule-pack', 'local-rules'] as const
export type GuidanceKind = (typeof GUIDANCE_KINDS)[number]

export interface KeptSwitches extends KeptText {
  readonly serial: number
  readonly issued: string
}

/** The last good guidance of the proxy, on disk: signed, public, and nothing of any case. It stays through any outage. */
export interface KeptGuidance {
  readonly packs: Readonly<Record<GuidanceKind, Readonly<Record<string, KeptText>>>>
  /** The highest serial that was ever in use, by kind and id; never lowered. */
  readonly newest: Readonly<Record<GuidanceKind, Readonly<Record<string, number>>>>
  /** Publisher's packs that have not begun, by id. */
  readonly coming: Readonly<Record<string, KeptText>>
  readonly switches: Readonly<Record<string, KeptSwitches>>
  /** Whose switches hold: the unit of whoever was last signed in. */
  readonly unit: string | null
  readonly etag: string | null
  /** When signed switches last named all that we have as the newest, in ms since 1970. */
  readonly confirmedAt: number | null
  /** What came and was not taken into use, and what the switches name and did not come. */
  readonly refused: readonly { readonly what: string; readonly code: RefusalCode | 'held-back' }[]
  /** When this version of the extension, with the rules built into it, was first run. */
  readonly since: { readonly version: string; readonly at: number } | null
}

export const NOTHING_KEPT: KeptGuidance = {
  packs: { 'rule-pack': {}, 'local-rules': {} },
  newest: { 'rule-pack': {}, 'local-rules': {} },
  coming: {},
  switches: {},
  unit: null,
  etag: null,
  confirmedAt: null,
  refused: [],
  since: null,
}

export type KeptGuidanceItem = StoredItem<KeptGuidance>
