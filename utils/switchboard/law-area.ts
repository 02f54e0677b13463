/** The fields of law that rules are sorted by on the board. */
export const LAW_AREAS = {
  employment: 'Beskæftigelsesindsats',
  sickness: 'Sygedagpenge',
  benefits: 'Kontanthjælp og sanktioner',
  pension: 'Førtidspension og fleksjob',
  procedure: 'Forvaltningsret',
  data: 'Databeskyttelse',
  local: 'Kommunens egne regler',
  other: 'Andet',
} as const satisfies Readonly<Record<string, string>>

export type LawArea = keyof typeof LAW_AREAS

/** An act's short name, as it begins a citation, and the field it belongs to. The first that is met decides. */
const ACTS: readonly (readonly [RegExp, LawArea])[] = [
  [/\b(SDL|SDPL)\b/, 'sickness'],
  [/\b(LAS|KSL)\b/, 'benefits'],
  [/\b(LSP|FLEX)\b/, 'pension'],
  [/\b(LAB|LOB|IL|BAB)\b/, 'employment'],
  [/\b(FVL|OFL|OFFL|RSL|ALL)\b/, 'procedure'],
  [/\b(DBL|GDPR)\b|databeskyttelse/i, 'data'],
  [/sygedagpenge/i, 'sickness'],
  [/sanktion|kontanthjælp/i, 'benefits'],
  [/beskæftigelse/i, 'employment'],
]

/** The field of law a rule belongs to, by the act it cites first. */
export function lawAreaOf(citations: readonly string[]): LawArea {
  for (const text of citations) {
    const found = ACTS.map(([pattern, area]) => ({ at: text.search(pattern), area })).filter(({ at }) => at >= 0)
    const first = found.toSorted((a, b) => a.at - b.at)[0]
    if (first) return first.area
  }
  return 'other'
}
