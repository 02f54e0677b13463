import type { ReactNode } from 'react'
import { Icon, type IconName } from '#components/ui/icon.tsx'

export type Health = 'ok' | 'warning' | 'fault' | 'waiting'

const LOOKS: Readonly<Record<Health, { icon: IconName; ink: string; word: string }>> = {
  ok: { icon: 'check', ink: 'ok', word: 'I orden' },
  warning: { icon: 'alert', ink: 'soon', word: 'Bemærk' },
  fault: { icon: 'cross', ink: 'late', word: 'Fejl' },
  waiting: { icon: 'clock', ink: 'muted', word: 'Venter' },
}

/** One thing that has to work, and whether it does. */
export function HealthLine({
  health,
  title,
  children,
}: {
  readonly health: Health
  readonly title: string
  readonly children?: ReactNode
}) {
  const { icon, ink, word } = LOOKS[health]
  return (
    <li className="sh-health-line">
      <span data-ink={ink}>
        <Icon name={icon} />
      </span>
      <div>
        <p>
          <b>{title}</b> <span data-ink={ink}>{word}</span>
        </p>
        {children && <p data-ink="muted">{children}</p>}
      </div>
    </li>
  )
}
