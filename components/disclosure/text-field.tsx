import { useId, type ReactNode } from 'react'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly type?: 'text' | 'date' | 'number'
  readonly hint?: ReactNode
  /** What is wrong with the value, in words; `null` when nothing is. */
  readonly fault?: string | null
  readonly onChange: (value: string) => void
}

/** A field that the browser remembers nothing of: no history, no spelling service, no restored form. */
export function TextField({ label, value, type = 'text', hint, fault = null, onChange }: TextFieldProps) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, fault !== null && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="sh-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        autoComplete="off"
        spellCheck={false}
        data-1p-ignore=""
        aria-invalid={fault !== null || undefined}
        aria-describedby={described || undefined}
        min={type === 'number' ? 0 : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} data-ink="muted">
          {hint}
        </p>
      )}
      {fault !== null && (
        <p id={`${id}-fault`} data-ink="late">
          {fault}
        </p>
      )}
    </div>
  )
}
