import type { FaultKind } from './verification.ts'

/** What the check tells the operator. */
export const FAULT_TEXTS: Readonly<Record<FaultKind, string>> = {
  changed: 'Posten siger noget andet, end da den blev skrevet.',
  moved: 'Posten hører ikke til efter den foregående.',
  missing: 'Her mangler poster.',
  'end-missing': 'De sidste poster mangler.',
  'start-missing': 'De første poster mangler, uden at de var gamle nok til at blive slettet.',
  'checkpoint-wrong': 'Kontrolpunktet passer ikke til posten.',
  'checkpoint-unsigned': 'Herfra er kæden ikke underskrevet, selv om den burde være det.',
  'checkpoint-signature': 'Kontrolpunktet er ikke underskrevet med en nøgle, kommunen kender.',
  anchor: 'Et kontrolpunkt fra loggen findes ikke i kæden.',
}
