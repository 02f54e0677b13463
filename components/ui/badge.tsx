import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'late' | 'soon' | 'unknown' | 'ok' | 'accent' | 'neutral'

/** A short state in words; colour and icon only repeat it. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}) {
  return (
    <span className="sh-badge" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
