import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import { useEffect, useRef } from 'react'
import { FilterButtons, type FilterChoice } from '#components/ui/filter-buttons.tsx'
import { formatNumber } from '#components/ui/format-da.ts'
import { Icon, type IconName } from '#components/ui/icon.tsx'
import type { QueueLine } from '#utils/disclosure/workbench/review-view.ts'
import { DECISIONS } from './words.ts'

export interface QueueListProps {
  readonly lines: readonly QueueLine[]
  readonly current: string | null
  readonly filters: readonly FilterChoice<string>[]
  readonly filter: string
  readonly onFilter: (id: string) => void
  readonly onChoose: (id: string) => void
}

/** Built at a time: a file of thousands of pages has thousands of lines. */
const AROUND = 40

/** What is still to decide, riskiest first. */
export function QueueList({ lines, current, filters, filter, onFilter, onChoose }: QueueListProps) {
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === current),
  )
  const from = Math.max(0, at - AROUND)
  const shown = lines.slice(from, at + AROUND)
  const after = lines.length - from - shown.length
  return (
    <section className="sh-queue" aria-label="Kø">
      <FilterButtons label="Vis" choices={filters} chosen={filter} onChoose={onFilter} />
      <ol tabIndex={-1}>
        {from > 0 && <li data-ink="muted">{formatNumber(from)} før</li>}
        {shown.map((line) => (
          <Line key={line.id} line={line} current={line.id === current} onChoose={onChoose} />
        ))}
        {after > 0 && <li data-ink="muted">{formatNumber(after)} efter</li>}
      </ol>
    </section>
  )
}

interface LineProps {
  readonly line: QueueLine
  readonly current: boolean
  readonly onChoose: (id: string) => void
}

function Line({ line, current, onChoose }: LineProps) {
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { id, categories, text, count, decided } = line
  return (
    <li ref={ref}>
      <button
        type="button"
        className="sh-queue-line"
        data-decided={decided ?? undefined}
        aria-current={current || undefined}
        onClick={() => onChoose(id)}
      >
        <span className="sh-queue-what">
          {categories.map((category) => CATEGORIES[category].label).join(', ')}
          {count > 1 && <span className="sh-count">{formatNumber(count)}</span>}
        </span>
        <span className="sh-queue-text">{text}</span>
        <State decided={decided} />
      </button>
    </li>
  )
}

const DECIDED_ICONS: Readonly<Record<NonNullable<QueueLine['decided']>, IconName>> = {
  release: 'check',
  redact: 'minus',
  withhold: 'lock',
  extract: 'copy',
  mixed: 'list',
}

function State({ decided }: Pick<QueueLine, 'decided'>) {
  if (decided === null) return <span className="sh-queue-state" />
  return (
    <span className="sh-queue-state" data-kind={decided}>
      <Icon name={DECIDED_ICONS[decided]} />
      <span className="sh-hidden-text">{decided === 'mixed' ? 'blandet' : DECISIONS[decided].done}</span>
    </span>
  )
}
