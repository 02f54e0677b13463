import type { Considered } from '#utils/switchboard/board-rules.ts'
import type { EntryWish, SwitchWish } from '#utils/switchboard/board-view.ts'
import type { SwitchPreview } from '#utils/switchboard/preview-switch.ts'

/** What it would change, as far as has been reckoned. */
export interface PreviewState {
  readonly of: Considered
  readonly result: SwitchPreview
  readonly count: number
  readonly state: 'running' | 'done' | 'stopped'
}

/** What the switchboard asks of whoever holds it. */
export interface SwitchboardEvents {
  readonly preview: (change: Considered) => void
  readonly stopPreview: () => void
  /** Resolves `true` when it was done. */
  readonly change: (wish: Omit<SwitchWish, 'etag'>) => Promise<boolean>
  readonly decide: (wish: Omit<EntryWish, 'etag'>) => Promise<boolean>
}
