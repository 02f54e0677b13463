import { useId, useState, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface DisclosureProps {
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly startsOpen?: boolean
  readonly className?: string
}

/** A line that unfolds. The content is built only when it is open, so that long lists stay cheap. */
export function Disclosure({ summary, children, startsOpen = false, className }: DisclosureProps) {
  const [open, setOpen] = useState(startsOpen)
  const id = useId()
  return (
    <div className={className}>
      <button
        type="button"
        className="sh-disclosure-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        <span>{summary}</span>
      </button>
      {open && <div id={id}>{children}</div>}
    </div>
  )
}
