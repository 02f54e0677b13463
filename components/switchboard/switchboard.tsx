import { useId, useState } from 'react'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { areasOf, searchRules, type BoardRule } from '#utils/switchboard/board-rules.ts'
import type { LogLine } from '#utils/switchboard/board-log.ts'
import type { BoardView } from '#utils/switchboard/board-view.ts'
import { LAW_AREAS, type LawArea } from '#utils/switchboard/law-area.ts'
import { FilterButtons } from '#components/ui/filter-buttons.tsx'
import { plural } from '#components/ui/format-da.ts'
import { ErrorNotice } from '#components/ui/notice.tsx'
import { BoardRuleRow } from './board-rule-row.tsx'
import { LocalRules } from './local-rules.tsx'
import { LogList } from './log-list.tsx'
import { ProposalList } from './proposal-list.tsx'
import type { PreviewState, SwitchboardEvents } from './switchboard-events.ts'
import './switchboard.css'

export interface SwitchboardProps {
  readonly view: BoardView
  readonly unitName: string
  readonly rules: readonly BoardRule[]
  readonly log: readonly LogLine[]
  readonly today: CalendarDay
  readonly busy: boolean
  readonly failure: ErrorCode | null
  readonly preview: PreviewState | null
  readonly on: SwitchboardEvents
}

/** The supervisor's board: every rule by field of law, what waits, and the log. */
export function Switchboard(props: SwitchboardProps) {
  const { view, rules, log, busy, failure, on, unitName, preview } = props
  const titles = new Map(rules.map(({ id, title }) => [`rule:${id}`, title]))
  const nameOf = (switchId: string) => titles.get(switchId) ?? OTHER_SWITCHES[switchId] ?? switchId
  const undo = (entry: number) =>
    void on.decide({ entry, verb: 'undo', reason: `Fortrudt fra tavlens log: post ${entry} gælder ikke længere` })
  const shared = { nameOf, busy, on }
  return (
    <div className="sh-switchboard">
      <p data-ink="muted">
        Gælder alle i {unitName}. En ændring når enhedens browsere inden for et minut og bliver stående, selv om forbindelsen falder ud.
      </p>
      {failure && <ErrorNotice code={failure} />}
      <ProposalList proposals={view.board.proposals} self={view.self} shortestReason={view.board.shortestReason} {...shared} />
      <Rules {...props} />
      <LocalRules
        local={view.local}
        mayChange={view.mayChangeAll}
        shortestReason={view.board.shortestReason}
        busy={busy}
        preview={preview}
        on={on}
      />
      <section aria-label="Log">
        <h3>Log</h3>
        <LogList lines={log} nameOf={nameOf} busy={busy} onUndo={undo} />
      </section>
    </div>
  )
}

const OTHER_SWITCHES: Readonly<Record<string, string>> = {
  'model-use': 'Brug af sprogmodel',
  'feature:overlay': 'Visning på siden',
  'feature:bar': 'Bjælken med næste handlinger',
  'feature:row-hints': 'Hints ved felter og rækker',
  'feature:panel': 'Panelet',
  'feature:model-answers': 'Svar fra sprogmodel',
}

function Rules({ rules, view, today, busy, preview, on }: SwitchboardProps) {
  const id = useId()
  const [wanted, setWanted] = useState('')
  const [area, setArea] = useState<LawArea | 'all'>('all')
  const found = searchRules(rules, wanted)
  const areas = areasOf(rules)
  const choices = [
    { id: 'all' as const, label: 'Alle områder', count: found.length },
    ...areas.map((one) => ({ id: one, label: LAW_AREAS[one], count: found.filter((rule) => rule.area === one).length })),
  ]
  const row = { today, busy, preview, on, mayChangeAll: view.mayChangeAll, ...termsOf(view) }
  return (
    <>
      <div className="sh-field">
        <label htmlFor={id}>Søg i reglerne</label>
        <input id={id} type="search" value={wanted} autoComplete="off" onChange={(event) => setWanted(event.target.value)} />
      </div>
      <FilterButtons label="Retsområde" choices={choices} chosen={area} onChoose={setArea} />
      <p className="sh-hidden-text" role="status">
        {plural(found.length, 'regel', 'regler')} fundet
      </p>
      {areas
        .filter((one) => area === 'all' || area === one)
        .map((one) => (
          <Area key={one} name={LAW_AREAS[one]} rules={found.filter((rule) => rule.area === one)} row={row} />
        ))}
      {found.length === 0 && <p data-ink="muted">Ingen regel passer på søgningen.</p>}
    </>
  )
}

const termsOf = ({ board: { shortestReason, secondApprover } }: BoardView) => ({ shortestReason, secondApprover })

interface AreaProps {
  readonly name: string
  readonly rules: readonly BoardRule[]
  readonly row: Omit<Parameters<typeof BoardRuleRow>[0], 'rule'>
}

function Area({ name, rules, row }: AreaProps) {
  if (rules.length === 0) return null
  const off = rules.filter((rule) => !rule.on).length
  return (
    <section className="sh-area" aria-label={name}>
      <h3>
        {name}{' '}
        <span data-ink="muted">
          {off > 0 ? `${plural(rules.length, 'regel', 'regler')}, ${off} slået fra` : plural(rules.length, 'regel', 'regler')}
        </span>
      </h3>
      <ul className="sh-board-rules">
        {rules.map((rule) => (
          <BoardRuleRow key={rule.id} rule={rule} {...row} preview={row.preview?.of.rule === rule.id ? row.preview : null} />
        ))}
      </ul>
    </section>
  )
}
