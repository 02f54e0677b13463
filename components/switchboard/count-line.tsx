import { DISMISS_REASONS } from '#utils/assistant/dismiss-reason.ts'
import type { BoardRule } from '#utils/switchboard/board-rules.ts'
import { formatNumber } from '#components/ui/format-da.ts'
import type { AdviceAct } from '#proxy/contract/guidance-counts.ts'

const ACT_WORDS: Readonly<Record<AdviceAct, string>> = { shown: 'vist', followed: 'fulgt', snoozed: 'udsat', dismissed: 'afvist' }

/** How the rule is received, quarter by quarter; what fewer than five stand behind is not told. */
export function CountLines({ counts }: { readonly counts: BoardRule['counts'] }) {
  return (
    <dl className="sh-counts">
      {counts.map(({ quarter, counts: told }) => (
        <div key={quarter}>
          <dt>{quarterWords(quarter)}</dt>
          <dd>{told.length === 0 ? 'Endnu for få til at vise' : told.map(wordsOf).join(' · ')}</dd>
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
