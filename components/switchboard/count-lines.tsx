import { DISMISS_REASONS } from '#utils/assistant/dismiss-reason.ts'
import type { BoardRule } from '#utils/switchboard/board-rules.ts'
import { formatNumber } from '#components/ui/format-da.ts'
import type { AdviceAct } from '#proxy/contract/guidance-counts.ts'

const ACT_WORDS: Readonly<Record<AdviceAct, string>> = { shown: 'vist', followed: 'fulgt', snoozed: 'udsat', dismissed: 'afvist' }

/** How the rule is received, quarter by quarter; what fewer than five stand behind is not told. */
export function CountLines({ counts }: { readonly counts: BoardRule['counts'] }) {
  const told = counts.filter((one) => one.counts.length > 0)
  if (told.length === 0) return <p className="sh-counts">Endnu for få til at vise, hvordan den bliver brugt</p>
  return (
    <dl className="sh-counts">
      {told.map(({ quarter, counts: lines }) => (
        <div key={quarter}>
          <dt>{quarterWords(quarter)}</dt>
          <dd>{lines.map(wordsOf).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  )
}

function wordsOf({ act, reason, atLeast }: BoardRule['counts'][number]['counts'][number]): string {
  const why = reason === null ? '' : ` (${DISMISS_REASONS[reason].toLowerCase()})`
  return `${ACT_WORDS[act]} mindst ${formatNumber(atLeast)} gange${why}`
}

/** "4. kvartal 2026" */
function quarterWords(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q')
  return `${number}. kvartal ${year}`
}
