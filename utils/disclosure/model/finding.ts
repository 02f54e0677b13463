import type { Confidence } from '#utils/privacy/cpr-hit.ts'
import type { DocumentId, TextSource } from './screened-document.ts'

/** Whose data it is. `null` where the category has no person, or the text does not tell. */
export type PersonRole = 'borger' | 'sagsbehandler' | 'læge' | 'pårørende' | 'arbejdsgiver' | 'uvedkommende'

/** Id of a category: a row of `categories.ts`, named after the public Danish taxonomy where it has a name there. */
export type CategoryId =
  | 'cpr'
  | 'person'
  | 'address'
  | 'protected-address'
  | 'phone'
  | 'email'
  | 'account'
  | 'iban'
  | 'cvr'
  | 'number-plate'
  | 'health'
  | 'medication'
  | 'crime'
  | 'union'
  | 'ethnicity'
  | 'belief'
  | 'ideology'
  | 'sexuality'
  | 'family'
  | 'child-protection'
  | 'internal-document'
  | 'draft'
  | 'lawyer-letter'
  | 'staff-private'
  | 'secret'
  | 'business-secret'

/** Something in a document that a person must look at before the file leaves. Offsets in UTF-16 code units of the part's text. */
export interface Finding {
  readonly document: DocumentId
  readonly page: number | null
  readonly source: TextSource
  readonly start: number
  readonly end: number
  readonly text: string
  readonly category: CategoryId
  readonly role: PersonRole | null
  readonly confidence: Confidence
  /** Equal for the same person, number or address wherever it stands, so that one act can decide all of them. */
  readonly same: string
  /** A code for the sentence that says why: `name-list`, `title-before`, `near-person`. Never text from the case. */
  readonly why: string
}

/** The citizen whose file it is: their own data is not foreign. */
export interface FileSubject {
  /** Ten digits. */
  readonly cpr: string
  readonly name: string | null
  /** Other names, addresses, phones and mails known to be the citizen's own. */
  readonly own: readonly string[]
}
