import { useState } from 'react'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import type { BoardLock, BoardRule } from '#utils/switchboard/board-rules.ts'
import { lawStatusText, reviewWords } from '#components/ui/advice/verdict.ts'
import { Badge, type Tone } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { formatDay } from '#components/ui/format-da.ts'
import type { IconName } from '#components/ui/icon.tsx'
import { ChangeForm, type ChangeFormProps } from './change-form.tsx'
import { CountLines } from './count-lines.tsx'

export interface BoardRuleRowProps extends Omit<ChangeFormProps, 'rule' | 'needsApproval' | 'onClose'> {
  readonly rule: BoardRule
  readonly secondApprover: 'never' | 'when-switching-off' | 'always'
}

/** A rule on the board: what it says, whether it is on, how it is received, and the way to change it. */
export function BoardRuleRow({ rule, secondApprover, ...form }: BoardRuleRowProps) {
  const [open, setOpen] = useState(false)
  const free = rule.lock === 'free' || (rule.lock === 'off-for-all' && form.mayChangeAll)
  const needsApproval = secondApprover === 'always' || (secondApprover === 'when-switching-off' && rule.on)
  const verb = rule.on ? 'Slå fra …' : 'Slå til …'
  return (
    <li data-board-rule={rule.id} data-off={!rule.on || undefined}>
      <div className="sh-board-line">
        <RuleText rule={rule} />
        <div className="sh-board-state">
          <StateOf rule={rule} />
          {free && (
            <Button look="outline" label={`${verb}: ${rule.title}`} expanded={open} onPress={() => setOpen(!open)}>
              {verb}
            </Button>
          )}
        </div>
      </div>
      {rule.off.map((one) => (
        <p key={`${one.entry} ${one.from}`} className="sh-board-off">
          {stretchWords(one, form.today)}: {one.reason}
        </p>
      ))}
      <CountLines counts={rule.counts} />
      {open && <ChangeForm rule={rule} needsApproval={needsApproval} {...form} onClose={() => setOpen(false)} />}
    </li>
  )
}

function RuleText({ rule }: { readonly rule: BoardRule }) {
  return (
    <div className="sh-board-text">
      <b>{rule.title}</b>
      <p data-ink="muted">{rule.text}</p>
      <p className="sh-small" data-ink="muted">
        {[...rule.citations, ...lawWords(rule)].join(' · ')}
      </p>
    </div>
  )
}

const LOCKS: Readonly<Record<Exclude<BoardLock, 'free'>, string>> = {
  'locked-on': 'Låst: styres af din organisation',
  'off-by-policy': 'Slået fra: styres af din organisation',
  'off-for-all': 'Slået fra for hele kommunen',
}

function StateOf({ rule: { lock, on, waits } }: { readonly rule: BoardRule }) {
  const [tone, icon, words] = lookOf(lock, on)
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {words}
      </Badge>
      {waits && (
        <Badge tone="soon" icon="clock">
          Venter på godkendelse
        </Badge>
      )}
    </>
  )
}

function lookOf(lock: BoardLock, on: boolean): readonly [Tone, IconName, string] {
  if (lock !== 'free') return ['accent', 'lock', LOCKS[lock]]
  return on ? ['ok', 'check', 'Slået til'] : ['neutral', 'minus', 'Slået fra']
}

function stretchWords({ from, until }: BoardRule['off'][number], today: CalendarDay): string {
  const [start, end] = [parseCalendarDay(from), until === null ? null : parseCalendarDay(until)]
  const last = end === null ? '' : ` til og med ${formatDay(end)}`
  return start !== null && start > today ? `Slås fra ${formatDay(start)}${last}` : `Slået fra${last}`
}

function lawWords({ law, mayChangeOn }: BoardRule): readonly string[] {
  return [
    ...(law ? [lawStatusText(law), reviewWords(law.review).toLowerCase()] : []),
    ...(mayChangeOn ? [`reglerne ændres muligvis ${formatDay(mayChangeOn)}`] : []),
  ]
}
