import type { CaseView } from '#utils/domain/case-view.ts'

/** How far reading has come: `reading` while something loads, `all` when nothing is left out. */
export interface ReadStatus {
  readonly kind: 'reading' | 'all' | 'partly'
  /** Parts that were not read, and lists that are not whole. */
  readonly left: number
}

/** The state behind the status dot. */
export function readStatus(view: CaseView): ReadStatus {
  // What nobody asks about is not left out.
  const parts = new Set(view.notRead.filter(({ why }) => why !== 'not-asked').map((one) => one.part))
  for (const [group, list] of Object.entries(view.lists)) {
    if (list && !list.coverage.complete) parts.add(group)
  }
  if (view.notRead.some((one) => one.why === 'loading')) return { kind: 'reading', left: parts.size }
  return { kind: parts.size === 0 ? 'all' : 'partly', left: parts.size }
}
