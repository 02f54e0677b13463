import type { Role } from '#proxy/contract/role.ts'
import type { KeyIssuer } from '#tests/proxy/support/key-issuer.ts'

export interface Person {
  readonly subject: string
  readonly unit: string
  readonly token: string
}

const ROLES: readonly Role[] = ['caseworker', 'caseworker', 'caseworker', 'supervisor']

/** Invented people of two units, and one who may take records out. */
export function people(issuer: KeyIssuer): { readonly staff: readonly Person[]; readonly administrator: Person } {
  const person = (subject: string, unit: string, role: Role): Person => ({
    subject,
    unit,
    token: issuer.token({ subject, unit: `unit-${unit}`, roles: [role], seconds: 3500 }),
  })
  const staff = Array.from({ length: 12 }, (_, at) =>
    person(`person-${at}`, at % 2 === 0 ? 'north' : 'south', ROLES[at % ROLES.length] ?? 'caseworker'),
  )
  return { staff, administrator: person('dpo', 'north', 'administrator') }
}
