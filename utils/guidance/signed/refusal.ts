/** Why something signed was not taken into use, in words for the health page. What was used before stays in use. */
export const REFUSALS = {
  'too-large': 'Filen er større, end den må være.',
  'not-canonical': 'Filen er ikke skrevet på den ene form, der kan underskrives.',
  'wrong-envelope': 'Filen har ikke den form, en underskrevet fil skal have.',
  'wrong-kind': 'Filen er underskrevet, men til noget andet end det, den bruges til her.',
  'unknown-key': 'Filen er underskrevet med en nøgle, som denne udgave af Sagshjælp ikke kender.',
  'bad-signature': 'Underskriften passer ikke til indholdet. Filen kan være ændret undervejs.',
  'wrong-content': 'Indholdet har felter eller værdier, som denne udgave af Sagshjælp ikke kender.',
  'pack-invalid': 'Reglerne i pakken kan ikke bruges.',
  'other-tenant': 'Filen er lavet til en anden kommune.',
  'other-unit': 'Omskifterne gælder en anden enhed.',
  'not-yet-valid': 'Filen gælder først fra en senere dato.',
  expired: 'Filen er udløbet.',
  'app-too-old': 'Filen kræver en nyere udgave af Sagshjælp.',
  downgrade: 'Filen er ældre end den, der allerede er i brug.',
} as const satisfies Readonly<Record<string, string>>

export type RefusalCode = keyof typeof REFUSALS

export interface Refused {
  readonly ok: false
  readonly code: RefusalCode
}

export const refused = (code: RefusalCode): Refused => ({ ok: false, code })
