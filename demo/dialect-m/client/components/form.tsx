import type { ReactNode } from 'react'
import { cx } from '../cx.ts'

export function Control({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <label className={cx('control', wide && 'formWide')}>
      {label}
      {children}
    </label>
  )
}

interface FieldProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function TextField({
  label,
  name,
  value,
  onChange,
  type = 'text',
  wide = false,
  placeholder,
}: FieldProps & { type?: 'text' | 'number' | 'date'; wide?: boolean; placeholder?: string }) {
  return (
    <Control label={label} wide={wide}>
      <input
        className={cx('input')}
        type={type}
        name={name}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </Control>
  )
}

export function AreaField({ label, name, value, onChange }: FieldProps) {
  return (
    <Control label={label} wide>
      <textarea className={cx('input')} name={name} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
    </Control>
  )
}

export function SelectField({ label, name, value, onChange, options }: FieldProps & { options: readonly string[] }) {
  return (
    <Control label={label}>
      <select className={cx('input')} name={name} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option || 'Vælg'}
          </option>
        ))}
      </select>
    </Control>
  )
}

export function CheckField({
  label,
  name,
  checked,
  onChange,
}: {
  label: string
  name: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className={cx('check')}>
      <input type="checkbox" name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  )
}
