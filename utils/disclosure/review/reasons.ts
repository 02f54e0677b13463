/** Why something is handed out or held back, as a choice from a list: a free text could repeat what was held back. */
export const REASONS = {
  'no-ground': 'Der er ingen grund til at undtage oplysningen',
  'own-data': 'Det er borgerens egne oplysninger',
  'staff-name': 'Medarbejderes navne udleveres som udgangspunkt',
  'more-openness': 'Meroffentlighed: udleveres, selv om den kunne undtages',
  'private-interests': 'Hensynet til andres private forhold vejer tungere',
  'protected-address': 'Adressen er beskyttet',
  informant: 'Hensynet til den, der har givet oplysningen',
  'internal-document': 'Internt arbejdsdokument',
  'lawyer-letter': 'Brev til eller fra egen advokat eller til brug for en retssag',
  'business-secret': 'Forretningsforhold',
  security: 'Adgangskode eller anden sikkerhedsoplysning',
  misfiled: 'Hører ikke til sagen. Meld det som et muligt brud på datasikkerheden',
  'extract-facts': 'Dokumentet undtages, men de faktiske oplysninger udleveres',
  'not-readable': 'Siden kunne ikke læses og udleveres ikke',
} as const

export type ReasonCode = keyof typeof REASONS

export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(REASONS, text)
}
