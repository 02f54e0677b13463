import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

/** Title of a screen with what can be done there. */
export function ScreenHead({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <div className={cx('screenHead')}>
      <div>
        <h2 className={cx('screenTitle')}>{title}</h2>
        {lead && <p className={cx('lead')}>{lead}</p>}
      </div>
      {children}
    </div>
  )
}

export function Card({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className={cx('MuiPaper-root', 'card')}>
      <div className={cx('cardHead')}>
        <h3 className={cx('cardTitle')}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  )
}
