import { ATTACK_IDS, type AttackId } from '#utils/disclosure/export/attack/attack.ts'

export { ATTACK_IDS }

/** What each attack does, in words for whoever hands the file out. */
export const ATTACKS: Readonly<Record<AttackId, string>> = {
  text: 'Teksten trukket ud med to programmer',
  picture: 'Billedet af siden læst',
  annotations: 'Kommentarer og noter',
  attachments: 'Vedhæftede filer',
  metadata: 'Skjulte oplysninger om filen',
  revisions: 'Tidligere udgaver',
  layers: 'Lag',
  forms: 'Formularfelter',
  thumbnails: 'Små forhåndsbilleder',
  links: 'Links',
  outline: 'Bogmærker',
  'file-name': 'Filnavnet',
}

/** Why the file could not be made. */
export const EXPORT_FAILURES: Readonly<Record<string, string>> = {
  'page-unreadable': 'En side kunne ikke læses, mens filen blev lavet. Tag dokumentet ud, eller svar, at siden ikke udleveres.',
  'letters-not-drawable': 'Der er bogstaver, som ikke kan skrives. Tag dokumentet ud.',
  'text-not-placed': 'Noget, der skal overstreges, kunne ikke findes på siden. Tag dokumentet ud.',
  'nothing-to-export': 'Alt er undtaget. Der er ikke noget at udlevere.',
}
export const EXPORT_FAILED = 'Der skete en fejl, og der er ikke lavet nogen fil. Prøv igen. Sker det igen, så sig det til IT.'
