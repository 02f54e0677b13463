import type { DecisionKind, Regime } from '../model/decision.ts'
import type { CategoryId } from '../model/finding.ts'

/** One kind of thing that is looked for. To add one: a row here, its id in the model, and a finder in `find-in.ts`. */
export interface Category {
  /** What the reviewer reads. */
  readonly label: string
  readonly explanation: string
  /** Where the review starts; a person decides. */
  readonly suggests: DecisionKind
  /** The paragraph a refusal would rest on; `null` where nothing is refused. */
  readonly paragraphs: Readonly<Record<Regime, string | null>>
}

const PRIVATE: Category['paragraphs'] = {
  party: 'FVL § 15 b',
  'own-access': 'OFL § 8',
  others: 'OFL § 30, nr. 1',
  'gdpr-15': 'GDPR art. 15, stk. 4',
  'party-hearing': 'FVL § 15 b',
}
const INTERNAL = { ...PRIVATE, party: 'FVL § 12', others: 'OFL § 23', 'gdpr-15': 'DBL § 22', 'party-hearing': 'FVL § 12' }
const LAWYER = { ...PRIVATE, party: 'FVL § 14', others: 'OFL § 27', 'gdpr-15': 'DBL § 22', 'party-hearing': 'FVL § 14' }
const SECURITY = { ...PRIVATE, others: 'OFL § 33' }
const BUSINESS = { ...PRIVATE, others: 'OFL § 30, nr. 2' }

function row(label: string, explanation: string, suggests: DecisionKind = 'redact', paragraphs = PRIVATE): Category {
  return { label, explanation, suggests, paragraphs }
}

/** The paragraphs follow the table of exemptions in the legal notes; where private interests are meant, they must be weighed. */
export const CATEGORIES: Readonly<Record<CategoryId, Category>> = {
  cpr: row('CPR-nummer', 'Et personnummer, som ikke er borgerens eget.'),
  person: row('Navn', 'Navnet på en person. Ansattes navne udleveres normalt.'),
  address: row('Adresse', 'En adresse, som ikke er kendt som borgerens egen.'),
  'protected-address': row('Beskyttet adresse', 'En adresse nær ord om beskyttelse. Udlever den ikke uden at være sikker.'),
  phone: row('Telefonnummer', 'Et telefonnummer, som ikke er kendt som borgerens eget.'),
  email: row('Mailadresse', 'En mailadresse, som ikke er kendt som borgerens egen.'),
  account: row('Kontonummer', 'Et registrerings- og kontonummer i en bank.'),
  iban: row('IBAN', 'Et internationalt kontonummer.'),
  cvr: row('CVR-nummer', 'Et nummer på en virksomhed. Det er offentligt, men kan vise et arbejdssted.', 'release', BUSINESS),
  'number-plate': row('Nummerplade', 'Registreringsnummeret på en bil.'),
  health: row('Helbred', 'Se efter: ord om helbred nær en anden person end borgeren.'),
  medication: row('Medicin', 'Se efter: et lægemiddel nær en anden person end borgeren.'),
  crime: row('Strafbare forhold', 'Se efter: ord om lovovertrædelser nær en anden person.'),
  union: row('Fagforening', 'Se efter: ord om medlemskab af fagforening nær en anden person.'),
  ethnicity: row('Etnicitet', 'Se efter: ord om oprindelse nær en anden person.'),
  belief: row('Tro', 'Se efter: ord om religion nær en anden person.'),
  ideology: row('Politik', 'Se efter: ord om politisk overbevisning nær en anden person.'),
  sexuality: row('Seksualitet', 'Se efter: ord om seksuelle forhold nær en anden person.'),
  family: row('Familieforhold', 'Se efter: skilsmisse, samvær og andet om familien til en anden person.'),
  'child-protection': row('Underretning og børnesag', 'Ord om underretning eller børnesag. Underretterens identitet kan undtages.'),
  'internal-document': row(
    'Internt dokument',
    'Ligner et internt arbejdsdokument. Oplysninger om sagens fakta skal ekstraheres.',
    'extract',
    INTERNAL,
  ),
  draft: row('Udkast', 'Ligner et udkast. Den endelige udgave kan være omfattet af indsigten.', 'extract', INTERNAL),
  'lawyer-letter': row('Advokatbrev', 'Ligner brevveksling med advokat om en retssag.', 'withhold', LAWYER),
  'staff-private': row('Ansattes private forhold', 'En ansats sygdom, ferie eller private nummer.'),
  secret: row('Adgangskode', 'En adgangskode, pinkode eller nøgle.', 'redact', SECURITY),
  'business-secret': row('Forretningsforhold', 'Se efter: priser, kontrakter og andet om en virksomheds drift.', 'redact', BUSINESS),
}
