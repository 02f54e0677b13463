import { useState } from 'react'
import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import type { CategoryId } from '#utils/disclosure/model/finding.ts'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { plural } from '#components/ui/format-da.ts'
import { TextField } from './text-field.tsx'

export interface AddFindingProps {
  /** Adds every place in the file where the text stands, and says how many there were. */
  readonly onAdd: (text: string, category: CategoryId) => number
}

const SHORTEST = 2

/** What a person saw and the screening had not. It becomes a find like the others, everywhere it stands. */
export function AddFinding({ onAdd }: AddFindingProps) {
  const [text, setText] = useState('')
  const [category, setCategory] = useState<CategoryId>('person')
  const [added, setAdded] = useState<number | null>(null)
  return (
    <Disclosure className="sh-add" summary="Tilføj noget, der ikke er fundet">
      <TextField
        label="Hvad står der?"
        value={text}
        hint="Skriv det, som det står, fx et navn. Alle steder i sagen kommer med."
        fault={added === 0 ? 'Det står ingen steder i den tekst, der er læst.' : null}
        onChange={(next) => {
          setText(next)
          setAdded(null)
        }}
      />
      <p className="sh-row">
        <select
          aria-label="Slags"
          value={category}
          autoComplete="off"
          onChange={({ target }) => Object.hasOwn(CATEGORIES, target.value) && setCategory(target.value as CategoryId)}
        >
          {Object.entries(CATEGORIES).map(([id, { label }]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <Button look="outline" disabled={text.trim().length < SHORTEST} onPress={() => setAdded(onAdd(text.trim(), category))}>
          Tilføj
        </Button>
        {added !== null && added > 0 && <span role="status">{plural(added, 'sted', 'steder')} tilføjet til gennemsynet</span>}
      </p>
    </Disclosure>
  )
}
