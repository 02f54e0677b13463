/** A passage that can be handed out of a document that is else undtaget. */
export interface Passage {
  readonly id: string
  readonly page: number | null
  readonly text: string
  readonly chosen: boolean
}

export interface ExtractPickerProps {
  readonly passages: readonly Passage[]
  readonly onChange: (id: string, chosen: boolean) => void
}

/** The facts that must be handed out although the document is not: a person picks them, one passage at a time. */
export function ExtractPicker({ passages, onChange }: ExtractPickerProps) {
  return (
    <fieldset className="sh-pick">
      <legend>
        <b>Vælg de faktiske oplysninger, der udleveres</b>
      </legend>
      {passages.map(({ id, page, text, chosen }) => (
        <label key={id} className="sh-check">
          <input type="checkbox" checked={chosen} autoComplete="off" onChange={({ target }) => onChange(id, target.checked)} />
          <span>
            {page !== null && <span data-ink="muted">Side {page}</span>}
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
