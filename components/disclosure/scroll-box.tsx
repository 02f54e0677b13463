import type { ReactNode, RefObject } from 'react'

export interface ScrollBoxProps {
  readonly label: string
  readonly className: string
  readonly boxRef?: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

/** A part that scrolls by itself. It takes the focus, because what scrolls must be reached by keyboard. */
export function ScrollBox({ label, className, boxRef, children }: ScrollBoxProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as said above
    <div ref={boxRef} className={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
