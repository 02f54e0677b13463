import type { AdviceChange } from '#utils/assistant/advice-changes.ts'
import { adviceKey } from '#utils/assistant/advice-key.ts'
import type { AdviceGroup } from '#utils/assistant/advice-groups.ts'
import { GROUP_LABELS } from '#components/ui/advice/verdict.ts'
import { StateBadge } from '#components/ui/advice/state-badge.tsx'

/** What stands elsewhere than before, each with where from. */
export function ChangeList({ changes }: { readonly changes: readonly AdviceChange[] }) {
  return (
    <ul className="sh-changes">
      {changes.map(({ advice, from, to }) => (
        <li key={adviceKey(advice)}>
          <span>
            {advice.title}
            <small data-ink="muted">{changeWords(from, to)}</small>
          </span>
          {to !== null && <StateBadge advice={advice} />}
        </li>
      ))}
    </ul>
  )
}

/** "Nyt", "Før: Kommende", "Gælder ikke mere" */
function changeWords(from: AdviceGroup | null, to: AdviceGroup | null): string {
  if (to === null) return 'Gælder ikke sagen mere'
  if (to === 'met') return 'Nu i orden'
  return from === null || from === 'met' ? 'Nyt' : `Før: ${GROUP_LABELS[from].toLowerCase()}`
}
