import type { Considered } from '#utils/switchboard/board-rules.ts'
import type { PackRule } from '#utils/guidance/pack-schema.ts'
import type { EntryWish, LocalRuleWish, SwitchWish } from '#utils/switchboard/board-view.ts'
import type { SwitchPreview } from '#utils/switchboard/preview-switch.ts'

/** What it would change, as far as has been reckoned. */
export interface PreviewState {
  readonly of: Considered
  readonly result: SwitchPreview
  readonly count: number
  readonly state: 'running' | 'done' | 'stopped'
}

export type RuleCheck = { readonly ok: true; readonly rule: PackRule } | { readonly ok: false; readonly problems: readonly string[] }

/** What the switchboard asks of whoever holds it. */
export interface SwitchboardEvents {
  readonly preview: (change: Considered) => void
  readonly stopPreview: () => void
  /** Resolves `true` when it was done. */
  readonly change: (wish: Omit<SwitchWish, 'etag'>) => Promise<boolean>
  readonly decide: (wish: Omit<EntryWish, 'etag'>) => Promise<boolean>
  /** The pack's own checks, of one rule. */
  readonly checkRule: (text: string) => Promise<RuleCheck>
  readonly previewRule: (rule: PackRule) => void
  readonly changeLocal: (wish: Omit<LocalRuleWish, 'etag'>) => Promise<boolean>
}
