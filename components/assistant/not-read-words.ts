import type { NotReadReason } from '#utils/domain/case-view.ts'

/** Why a part was not read, for somebody who knows the page and not how reading works. */
export const NOT_READ_WORDS: Readonly<Record<NotReadReason, string>> = {
  collapsed: 'Lukket på siden: åbn delen for at få den læst',
  loading: 'Indlæses endnu',
  failed: 'Fagsystemet kunne ikke hente delen',
  frame: 'Står i en ramme, der ikke kan læses',
  elsewhere: 'Står på en anden skærm, som ikke er besøgt',
  ambiguous: 'Flere steder på siden siger noget forskelligt',
  unreadable: 'Teksten på siden kunne ikke forstås',
  'not-found': 'Findes ikke på siden, hvor den plejer at stå',
  paged: 'Der er flere rækker, end siden viser',
  'not-asked': 'Lang liste, som ingen regel bruger, og derfor læses den ikke',
  protected: 'Ikke læst med vilje: beskyttet adresse',
}
