import type { Role } from '../contract/role.ts'

export interface DevelopmentPerson {
  readonly id: string
  /** In Danish, as the page shows it. Roles, not names: nobody is meant. */
  readonly label: string
  readonly unit: string
  readonly roles: readonly Role[]
}

export const DEVELOPMENT_UNITS = [
  { claim: 'jobcenter-nord', id: 'jobcenter-nord', name: 'Jobcenter Nord (øvelse)' },
  { claim: 'jobcenter-syd', id: 'jobcenter-syd', name: 'Jobcenter Syd (øvelse)' },
] as const

const KINDS: readonly { readonly id: string; readonly label: string; readonly roles: readonly Role[] }[] = [
  { id: 'sagsbehandler', label: 'Sagsbehandler', roles: ['caseworker'] },
  { id: 'leder', label: 'Leder', roles: ['caseworker', 'supervisor'] },
  { id: 'anden-leder', label: 'Anden leder', roles: ['caseworker', 'supervisor'] },
  { id: 'administrator', label: 'Administrator', roles: ['administrator'] },
]

/** Those one can be in development: each kind of user, in two units. */
export const DEVELOPMENT_PEOPLE: readonly DevelopmentPerson[] = DEVELOPMENT_UNITS.flatMap((unit) =>
  KINDS.map(({ id, label, roles }) => ({ id: `${id}.${unit.id}`, label: `${label}, ${unit.name}`, unit: unit.id, roles })),
)
