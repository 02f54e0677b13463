import type { ReactNode } from 'react'
import type { SingleFacts } from '#demo/server/api.ts'
import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { asUtc } from '../dates.ts'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { isDated, labelOf, shown } from '../words.ts'

/** Label over value, as `dt`/`dd` in plain `div`s; the preview version has turned them into spans. */
export function Pair({
  label,
  children,
  utc,
  wide = false,
}: {
  label: string
  children: ReactNode
  utc?: string | undefined
  wide?: boolean
}) {
  const { steering } = useSession()
  if (steering.preview) {
    return (
      <div className={cx('pair', wide && 'widePair')}>
        <div>
          <span>{label}</span>
        </div>
        <div data-date={utc}>{children}</div>
      </div>
    )
  }
  return (
    <div className={cx('pair', wide && 'widePair')}>
      <dt>{label}</dt>
      <dd data-date={utc}>{children}</dd>
    </div>
  )
}

/** An outlined input that can only be read: the label is the notch's legend, the value stands in the input before it. */
export function Outlined({ label, value, name }: { label: string; value: string; name?: string }) {
  return (
    <div className={cx('MuiFormControl-root', 'outlined')}>
      <input
        className={cx('MuiInputBase-root', 'outlinedInput')}
        type="text"
        readOnly
        value={value}
        name={name}
        title={value.length > 34 ? value : undefined}
      />
      <fieldset className={cx('notch')}>
        <legend className={cx('notchLegend')}>
          <span>{label}</span>
        </legend>
      </fieldset>
    </div>
  )
}

/** The same for text that may need more than a line. */
export function OutlinedText({ label, value, name }: { label: string; value: string; name?: string }) {
  return (
    <div className={cx('MuiFormControl-root', 'outlined')}>
      <textarea
        className={cx('MuiInputBase-root', 'outlinedInput')}
        readOnly
        value={value}
        name={name}
        rows={Math.max(1, Math.ceil(value.length / 110))}
      />
      <fieldset className={cx('notch')}>
        <legend className={cx('notchLegend')}>
          <span>{label}</span>
        </legend>
      </fieldset>
    </div>
  )
}

interface PartFieldsProps {
  readonly facts: Readonly<Partial<Record<FactKey, FactValue>>> | SingleFacts
  readonly keys: readonly FactKey[]
  readonly look: 'pairs' | 'outlined'
}

/** All fields of a panel that the answer holds. A key that the answer lacks is not on the page. */
export function PartFields({ facts, keys, look }: PartFieldsProps) {
  const { steering } = useSession()
  const values = facts as Readonly<Partial<Record<FactKey, FactValue>>>
  const present = keys.filter((key) => values[key] !== undefined)
  return (
    <div className={cx('fields')}>
      {present.map((key) => {
        const value = values[key]
        const text = shown(key, value, steering)
        const label = labelOf(key, steering.labels)
        if (look === 'outlined' && text.length > 60)
          return (
            <div key={key} className={cx('widePair')}>
              <OutlinedText label={label} value={text} />
            </div>
          )
        if (look === 'outlined') return <Outlined key={key} label={label} value={text} />
        return (
          <Pair key={key} label={label} utc={utcOf(key, value)} wide={text.length > 70}>
            {Array.isArray(value) ? <Bullets items={value} /> : text}
          </Pair>
        )
      })}
    </div>
  )
}

function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}

/** What the host writes in `data-date` beside a shown date. */
export function utcOf(key: FactKey, value: FactValue | undefined): string | undefined {
  return isDated(key) && typeof value === 'string' ? asUtc(value) : undefined
}
