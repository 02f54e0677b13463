import type { FactKey } from '#utils/domain/fact-catalogue.ts'
import { factLabel, factWhere } from '../format-fact.ts'

/** "Hvorfor ikke?" in the short form: which facts are unread and where they usually stand. */
export function MissingFacts({ missing }: { readonly missing: readonly FactKey[] }) {
  if (missing.length === 0) return null
  return (
    <ul className="sh-missing">
      {missing.map((key) => (
        <li key={key}>
          <b>{factLabel(key)}</b> er ikke læst. Står normalt på: {factWhere(key)}.
        </li>
      ))}
    </ul>
  )
}
