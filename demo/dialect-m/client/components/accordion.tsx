import { useId, useState, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Icon } from './icon.tsx'

interface AccordionProps {
  readonly title: string
  readonly badge?: ReactNode
  /** Called when opened: nothing of the content exists, or is asked for, before. */
  readonly children: () => ReactNode
}

export function Accordion({ title, badge, children }: AccordionProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={cx('MuiAccordion-root', 'accordion')}>
      <h3 className={cx('accordionHead')}>
        <button
          type="button"
          className={cx('MuiAccordionSummary-root', 'accordionButton')}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span>{title}</span>
          {badge}
          <span className={cx('chevron')}>
            <Icon name="chevron-down" />
          </span>
        </button>
      </h3>
      {open && (
        <div id={id} role="region" aria-label={title} className={cx('accordionBody')}>
          {children()}
        </div>
      )}
    </div>
  )
}
