import type { ReadStatus } from '#utils/assistant/read-status.ts'
import { plural } from '#components/ui/format-da.ts'

/** What the dot says in words. */
export function statusText(status: ReadStatus): string {
  switch (status.kind) {
    case 'reading':
      return 'Læser …'
    case 'all':
      return 'Alt er læst'
    case 'partly':
      return `${plural(status.left, 'del er', 'dele er')} ikke læst`
  }
}

/** How far reading has come. A ring, a full dot and a half dot: not by colour alone. */
export function StatusDot({ status }: { readonly status: ReadStatus }) {
  return (
    <span className="sh-status" title={statusText(status)}>
      <span className="sh-dot" data-status={status.kind} aria-hidden="true" />
      <span className="sh-hidden-text">{statusText(status)}</span>
    </span>
  )
}
