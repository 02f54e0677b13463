export interface SwitchProps {
  readonly on: boolean
  /** Id of the element that names it. */
  readonly labelledBy: string
  readonly describedBy?: string
  readonly disabled?: boolean
  readonly onChange: (on: boolean) => void
}

/** On or off, at once. */
export function Switch({ on, labelledBy, describedBy, disabled = false, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="sh-switch"
      aria-checked={on}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!on)}
    />
  )
}
