import type { MouseEvent, ReactNode } from 'react'
import { navigate } from '../router.ts'

interface LinkProps {
  readonly to: string
  readonly className?: string
  readonly current?: boolean
  /** Called when the link was followed here, without a document load. */
  readonly onFollow?: () => void
  readonly children: ReactNode
}

/** An ordinary link that a plain click follows without a document load; other clicks are the browser's. */
export function Link({ to, className, current = false, onFollow, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
    onFollow?.()
  }
  return (
    <a href={to} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
