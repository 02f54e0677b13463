import type { ReactNode } from 'react'

export interface WorkbenchTopProps {
  readonly name: string
  readonly cpr: string | null
  readonly rules: string | null
  readonly children: ReactNode
}

/** Whose file this is and by which rules, always in sight. */
export function WorkbenchTop({ name, cpr, rules, children }: WorkbenchTopProps) {
  return (
    <header className="sh-top">
      <h1>Aktindsigt</h1>
      {children}
      {cpr !== null && (
        <p className="sh-top-citizen">
          <b>{name.trim() === '' ? 'Borger' : name}</b>
          <span data-ink="muted">
            {cpr.slice(0, 6)}-{cpr.slice(6)}
            {rules !== null && ` · ${rules}`}
          </span>
        </p>
      )}
    </header>
  )
}
