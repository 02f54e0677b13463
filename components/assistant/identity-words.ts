/** Sources that confirm an identity, in words. A profile names its own; what is not known here is shown by its name. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/cpr/, 'CPR-nummer på siden'],
  [/route|url|address|path/, 'sidens adresse'],
  [/name|navn/, 'navnet på siden'],
  [/case|sag/, 'sagsnummer på siden'],
  [/header|hoved/, 'sidehovedet'],
]

/** "sidens adresse og CPR-nummer på siden" */
export function confirmedByText(sources: readonly string[]): string {
  const words = [...new Set(sources.map((source) => WORDS.find(([pattern]) => pattern.test(source))?.[1] ?? source))]
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} og ${last}`
}
