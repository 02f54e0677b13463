/** Ids are branded so that one kind can never stand in for another. They carry no meaning but identity. */
type Branded<Name extends string> = string & { readonly __brand: Name }

/** The host system's internal id of a citizen (Fasit: a GUID). Stays the same when a name or CPR number changes. */
export type CitizenId = Branded<'CitizenId'>
/** The host system's internal id of a case (sag) of a citizen. */
export type CaseId = Branded<'CaseId'>
/** Ten digits, no separator. */
export type CprNumber = Branded<'CprNumber'>
/** Id of a guidance rule: kebab-case, stable for ever, the file's name. */
export type RuleId = Branded<'RuleId'>
/** Names one confirmed case in one document of one tab: a new one for every confirmation. Drafts, facts and answers carry it. */
export type CaseToken = Branded<'CaseToken'>
/** Names a row of a list on the page for as long as the row keeps its content. */
export type RowKey = Branded<'RowKey'>

/** Marks a string that has been checked to be such an id. Only code that has done the check may call it. */
export function asId<Id extends Branded<string>>(checked: string): Id {
  return checked as Id
}
