import type { ReactNode } from 'react'
import { ERRORS, type ErrorCode } from '#utils/domain/error-code.ts'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'neutral' | 'late' | 'soon' | 'ok'

const ICONS: Readonly<Record<NoticeTone, IconName>> = { neutral: 'info', late: 'alert', soon: 'alert', ok: 'check' }

export interface NoticeProps {
  readonly tone?: NoticeTone
  readonly icon?: IconName
  readonly title: string
  readonly children?: ReactNode
}

/** Something the reader should know, without stopping her. */
export function Notice({ tone = 'neutral', icon, title, children }: NoticeProps) {
  return (
    <div className="sh-notice" data-tone={tone} role="status">
      <Icon name={icon ?? ICONS[tone]} />
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  )
}

const WAITING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['policy-waiting'])

/** An error in the words of the one table: what happened, what it means, what to do, and the code to tell IT. */
export function ErrorNotice({ code, children }: { readonly code: ErrorCode; readonly children?: ReactNode }) {
  const { what, means, action } = ERRORS[code]
  return (
    <Notice tone={WAITING.has(code) ? 'neutral' : 'soon'} icon={WAITING.has(code) ? 'clock' : 'alert'} title={what}>
      <p>{means}</p>
      <p>{action}</p>
      {children}
      <p data-ink="muted">Kode: {code}</p>
    </Notice>
  )
}
