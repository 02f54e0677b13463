import type { MouseEvent, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonProps {
  readonly children?: ReactNode
  readonly look?: 'plain' | 'primary' | 'outline' | 'icon' | 'link'
  readonly icon?: IconName
  /** The name, where the button shows an icon only or its text needs more to be understood alone. */
  readonly label?: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly controls?: string
  readonly onPress: (event: MouseEvent<HTMLButtonElement>) => void
}

/** The product's one button. */
export function Button(props: ButtonProps) {
  const { children, look = 'plain', icon, label, pressed, expanded, controls } = props
  return (
    <button
      type="button"
      className="sh-button"
      data-look={look}
      aria-label={label}
      title={look === 'icon' ? label : undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={expanded ? controls : undefined}
      disabled={props.disabled}
      onClick={props.onPress}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
