import type { CaseView, NotReadReason } from '#utils/domain/case-view.ts'
import { coverageSummary, type CoverageLine } from '#utils/assistant/coverage-summary.ts'
import { readStatus } from '#utils/assistant/read-status.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import { NOT_READ_WORDS } from './not-read-words.ts'

/** What was read of the case and what was not, and why. */
export function ReadSummary({ view }: { readonly view: CaseView }) {
  const lines = coverageSummary(view)
  const status = readStatus(view)
  const whole = lines.filter((line) => line.complete).length
  return (
    <section className="sh-read" aria-label="Hvad er læst">
      <Disclosure
        summary={
          <span className="sh-read-line">
            <b>{status.kind === 'reading' ? 'Læser …' : `Læst: ${whole} af ${plural(lines.length, 'del', 'dele')}`}</b>
            <Bar share={lines.length === 0 ? 0 : whole / lines.length} />
            {status.left > 0 && <span data-ink="muted">{plural(status.left, 'oplysning', 'oplysninger')} mangler</span>}
          </span>
        }
      >
        <ul className="sh-coverage">
          {lines.map((line) => (
            <Line key={line.label} line={line} />
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}

function Line({ line }: { readonly line: CoverageLine }) {
  return (
    <li>
      <div className="sh-coverage-line">
        <span>{line.label}</span>
        <span data-ink={line.complete ? 'ok' : 'muted'}>{amount(line)}</span>
      </div>
      <Bar share={shareOf(line)} {...(line.total === null && !line.complete && { open: true })} />
      {line.filters.length > 0 && (
        <p className="sh-small" data-ink="soon">
          Filter på siden: {line.filters.join(', ')}
        </p>
      )}
      {[...byReason(line.missing)].map(([why, labels]) => (
        <p key={why} className="sh-small" data-ink="muted">
          {NOT_READ_WORDS[why]}: {labels.join(', ')}
        </p>
      ))}
    </li>
  )
}

/** A picture of a share; the words beside it say the same. */
function Bar({ share, open = false }: { readonly share: number; readonly open?: boolean }) {
  return (
    <svg className="sh-share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" data-open={open || undefined}>
      <rect className="sh-share-all" width="100" height="6" rx="3" />
      <rect className="sh-share-read" width={Math.round(share * 100)} height="6" rx="3" />
    </svg>
  )
}

function amount({ read, total, unit, complete }: CoverageLine): string {
  const many = unit === 'fields' ? 'felter' : 'rækker'
  if (complete) return total === 0 ? 'Ingen' : `Alle ${plural(read, unit === 'fields' ? 'felt' : 'række', many)}`
  return total === null ? `${formatNumber(read)} ${many} læst, antal ukendt` : `${formatNumber(read)} af ${formatNumber(total)} ${many}`
}

function shareOf({ read, total, complete }: CoverageLine): number {
  if (complete) return 1
  if (total === null) return read > 0 ? 0.5 : 0
  return total === 0 ? 0 : Math.min(1, read / total)
}

function byReason(missing: CoverageLine['missing']): ReadonlyMap<NotReadReason, readonly string[]> {
  const groups = new Map<NotReadReason, string[]>()
  for (const { why, label } of missing) groups.set(why, [...(groups.get(why) ?? []), label])
  return groups
}
