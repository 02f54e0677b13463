import type { Confidence } from '#utils/privacy/cpr-hit.ts'
import type { CategoryId, Finding, PersonRole } from '../model/finding.ts'

/** How much harm it does when it leaves: 0 to 100. */
const HARM: Readonly<Record<CategoryId, number>> = {
  'protected-address': 100,
  'child-protection': 95,
  cpr: 90,
  secret: 85,
  health: 80,
  crime: 80,
  medication: 75,
  sexuality: 75,
  belief: 65,
  union: 65,
  ethnicity: 60,
  ideology: 60,
  'lawyer-letter': 60,
  'internal-document': 55,
  family: 55,
  account: 55,
  iban: 55,
  address: 50,
  person: 50,
  draft: 45,
  'staff-private': 45,
  phone: 40,
  email: 40,
  'business-secret': 40,
  'number-plate': 30,
  cvr: 10,
}

/** The citizen's own and the staff's names seldom need a decision to hold back; a stranger's nearly always do. */
const ROLE_SHARE: Readonly<Record<PersonRole, number>> = {
  uvedkommende: 1,
  pårørende: 0.9,
  arbejdsgiver: 0.5,
  læge: 0.4,
  sagsbehandler: 0.3,
  borger: 0.1,
}

const CONFIDENCE_SHARE: Readonly<Record<Confidence, number>> = { high: 1, medium: 0.8, low: 0.5 }
const NO_ROLE = 0.8

export function riskOf({ category, role, confidence }: Pick<Finding, 'category' | 'role' | 'confidence'>): number {
  return HARM[category] * (role === null ? NO_ROLE : ROLE_SHARE[role]) * CONFIDENCE_SHARE[confidence]
}
