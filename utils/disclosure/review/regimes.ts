import type { DecisionKind, Regime } from '../model/decision.ts'
import type { CategoryId } from '../model/finding.ts'
import type { ReasonCode } from './reasons.ts'

/** Kinds of interest that the acts weigh; categories are many, paragraphs few. */
type Interest = 'private' | 'protected-address' | 'special' | 'internal' | 'lawyer' | 'business' | 'security'

/** What one key writes down: where a decision to hold back rests, and what is usual. Never decided by itself. */
export interface Ground {
  readonly paragraph: string
  readonly reason: ReasonCode
  /** What is usual; `null` says "vurdér". Shown, never carried out. */
  readonly usual: DecisionKind | null
}

export interface RegimeInfo {
  readonly id: Regime
  readonly title: string
  /** The act and paragraph that gives the access. */
  readonly basis: string
  readonly paragraphs: Readonly<Record<Interest, string>>
}

/** No paragraph here has been read by a jurist yet, and every screen and print that shows one says so. */
export const NOT_VERIFIED = 'ikke juridisk kvalitetssikret'

const FVL: RegimeInfo['paragraphs'] = {
  private: 'FVL § 15 b',
  'protected-address': 'FVL § 15 b',
  special: 'FVL § 15 b',
  internal: 'FVL § 12',
  lawyer: 'FVL § 14',
  business: 'FVL § 15 b',
  security: 'FVL § 15 b',
}

const OFL: RegimeInfo['paragraphs'] = {
  private: 'OFL § 30, nr. 1',
  'protected-address': 'OFL § 30, nr. 1',
  special: 'OFL § 30, nr. 1',
  internal: 'OFL § 23',
  lawyer: 'OFL § 27',
  business: 'OFL § 30, nr. 2',
  security: 'OFL § 33',
}

const GDPR: RegimeInfo['paragraphs'] = {
  private: 'DBL § 22, stk. 1',
  'protected-address': 'DBL § 22, stk. 1',
  special: 'DBL § 22, stk. 1',
  internal: 'DBL § 22, stk. 2',
  lawyer: 'DBL § 22, stk. 2',
  business: 'DBL § 22, stk. 1',
  security: 'DBL § 22, stk. 2',
}

const OWN: RegimeInfo['paragraphs'] = {
  ...OFL,
  private: 'OFL § 8, stk. 2',
  'protected-address': 'OFL § 8, stk. 2',
  special: 'OFL § 8, stk. 2',
}

export const REGIMES: Readonly<Record<Regime, RegimeInfo>> = {
  party: { id: 'party', title: 'Partsaktindsigt', basis: 'FVL § 9', paragraphs: FVL },
  'own-access': { id: 'own-access', title: 'Egenacces', basis: 'OFL § 8', paragraphs: OWN },
  others: { id: 'others', title: 'Aktindsigt for andre', basis: 'OFL § 7', paragraphs: OFL },
  'gdpr-15': { id: 'gdpr-15', title: 'Indsigt i egne oplysninger', basis: 'GDPR art. 15', paragraphs: GDPR },
  'party-hearing': { id: 'party-hearing', title: 'Partshøring', basis: 'FVL § 19', paragraphs: FVL },
}

interface CategoryRow {
  readonly interest: Interest
  readonly reason: ReasonCode
  readonly usual: DecisionKind | null
}

const mask = (interest: Interest, reason: ReasonCode): CategoryRow => ({ interest, reason, usual: 'redact' })
const weigh = (interest: Interest, reason: ReasonCode): CategoryRow => ({ interest, reason, usual: null })
const PRIVATE_MASK = mask('private', 'private-interests')
const PRIVATE_WEIGH = weigh('private', 'private-interests')

/** Law 4.2, a row a category. */
const ROWS: Readonly<Record<CategoryId, CategoryRow>> = {
  cpr: PRIVATE_MASK,
  person: PRIVATE_WEIGH,
  address: PRIVATE_WEIGH,
  'protected-address': mask('protected-address', 'protected-address'),
  phone: PRIVATE_WEIGH,
  email: PRIVATE_WEIGH,
  account: PRIVATE_MASK,
  iban: PRIVATE_MASK,
  cvr: weigh('business', 'business-secret'),
  'number-plate': PRIVATE_WEIGH,
  health: PRIVATE_MASK,
  medication: PRIVATE_MASK,
  crime: weigh('special', 'private-interests'),
  union: PRIVATE_WEIGH,
  ethnicity: PRIVATE_WEIGH,
  belief: PRIVATE_WEIGH,
  ideology: PRIVATE_WEIGH,
  sexuality: PRIVATE_WEIGH,
  family: PRIVATE_WEIGH,
  'child-protection': weigh('special', 'informant'),
  'internal-document': { interest: 'internal', reason: 'internal-document', usual: 'extract' },
  draft: { interest: 'internal', reason: 'internal-document', usual: 'withhold' },
  'lawyer-letter': { interest: 'lawyer', reason: 'lawyer-letter', usual: 'withhold' },
  'staff-private': mask('private', 'private-interests'),
  secret: mask('security', 'security'),
  'business-secret': weigh('business', 'business-secret'),
}

/** Categories that speak of a whole document: they can be undtaget, but there is nothing to strike out. */
const OF_A_DOCUMENT: readonly CategoryId[] = ['internal-document', 'draft', 'lawyer-letter']

export function isOfDocument(category: CategoryId): boolean {
  return OF_A_DOCUMENT.includes(category)
}

export function groundOf(category: CategoryId, regime: Regime): Ground {
  const row = ROWS[category]
  return { paragraph: REGIMES[regime].paragraphs[row.interest], reason: row.reason, usual: row.usual }
}
