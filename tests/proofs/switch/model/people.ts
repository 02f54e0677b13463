/** One case of one citizen of the model, as a page or a fact names it. */
export interface Shown {
  readonly citizen: number
  readonly case: number
}

export const CITIZENS = 5
export const CASES = 2

/** What stands on pages of a case; whose it is can be told from each text alone. */
export const textOf = ({ citizen, case: caseNumber }: Shown, part: string) => `«${citizen}/${caseNumber}» ${part}`
export const guidOf = (citizen: number) => `guid-«${citizen}»`
export const cprOf = (citizen: number) => `07014${citizen}70${citizen}${citizen}`
export const nameOf = (citizen: number) => `Navn «${citizen}»`
export const caseIdOf = ({ citizen, case: caseNumber }: Shown) => `sag-«${citizen}/${caseNumber}»`

/** Every citizen, or case of a citizen, whose marks stand in a text. */
export function ownersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/«(\d+(?:\/\d+)?)»/g)].map(([, owner = '']) => owner))]
}

export const isOf = (owner: string, { citizen, case: caseNumber }: Shown) => owner === `${citizen}` || owner === `${citizen}/${caseNumber}`
export const sameCase = (one: Shown | null, other: Shown | null) => one?.citizen === other?.citizen && one?.case === other?.case
