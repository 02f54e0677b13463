import { useState } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { DISMISS_REASONS, type DismissReason } from '#utils/assistant/dismiss-reason.ts'
import { snoozeChoices } from '#utils/assistant/snooze.ts'
import { Button } from '#components/ui/button.tsx'

const REASONS = Object.entries(DISMISS_REASONS) as readonly (readonly [DismissReason, string])[]

export interface PutAwayProps {
  readonly advice: Advice
  readonly today: CalendarDay
  readonly onSnooze: (until: CalendarDay) => void
  readonly onDismiss: (reason: DismissReason) => void
}

/** Puts a hint away: for a while, or with a reason from a list. No free text: the page could read it. */
export function PutAway({ advice, today, onSnooze, onDismiss }: PutAwayProps) {
  const [open, setOpen] = useState<'snooze' | 'dismiss' | null>(null)
  const toggle = (which: 'snooze' | 'dismiss') => setOpen(open === which ? null : which)
  return (
    <div className="sh-put-away">
      <div className="sh-row">
        <Button icon="snooze" expanded={open === 'snooze'} onPress={() => toggle('snooze')}>
          Udsæt
        </Button>
        <Button icon="cross" expanded={open === 'dismiss'} onPress={() => toggle('dismiss')}>
          Skjul
        </Button>
      </div>
      {open === 'snooze' && (
        <div role="group" aria-label="Udsæt" className="sh-choices" data-act="snooze">
          {snoozeChoices(advice, today).map((choice) => (
            <Button key={choice.id} look="outline" onPress={() => onSnooze(choice.until)}>
              {choice.label}
            </Button>
          ))}
        </div>
      )}
      {open === 'dismiss' && (
        <div role="group" aria-label="Skjul, fordi" className="sh-choices" data-act="dismiss" data-long>
          {REASONS.map(([reason, label]) => (
            <Button key={reason} look="outline" onPress={() => onDismiss(reason)}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
