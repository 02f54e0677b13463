import type { OwnerReason } from '#utils/disclosure/misfiled/page-evidence.ts'

/** Why a page is taken to be somebody's. */
export const OWNER_REASONS: Readonly<Record<OwnerReason, string>> = {
  'cpr-in-head': 'CPR-nummer øverst på siden',
  'cpr-labelled': 'CPR-nummer ved ord som "vedrørende"',
  'cpr-in-body': 'CPR-nummer i teksten',
  'name-labelled': 'Navn ved ord som "vedrørende"',
  recipient: 'Brevet er stilet til personen',
  'name-in-body': 'Navn i teksten',
  continues: 'Fortsætter fra siden før',
  'goes-on-in-next': 'Første side af noget, der fortsætter',
}
