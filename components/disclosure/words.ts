import type { ReviewEvent } from '#utils/disclosure/review/review-event.ts'
import type { DecisionKind, Regime } from '#utils/disclosure/model/decision.ts'
import type { NotScreenedReason, TextSource } from '#utils/disclosure/model/screened-document.ts'

/** When each set of rules holds, in words that need no law book. */
export const REGIME_WHEN: Readonly<Record<Regime, string>> = {
  party: 'Borgeren beder om sin egen sag, hvor der er eller skal træffes en afgørelse.',
  'own-access': 'Borgeren beder om oplysninger om sig selv uden at være part.',
  others: 'Presse, pårørende uden fuldmagt og andre.',
  'gdpr-15': 'Borgeren beder om en kopi af sine personoplysninger.',
  'party-hearing': 'Kommunen sender oplysninger i høring, før der træffes afgørelse.',
}

export const REGIME_ORDER: readonly Regime[] = ['party', 'own-access', 'others', 'gdpr-15', 'party-hearing']

/** One key a decision. The letter is the first of the word, so that it need not be learnt. */
export const DECISIONS: Readonly<Record<DecisionKind, { readonly key: string; readonly name: string; readonly done: string }>> = {
  release: { key: 'U', name: 'Udlever', done: 'Udleveres' },
  redact: { key: 'O', name: 'Overstreg', done: 'Overstreges' },
  withhold: { key: 'T', name: 'Undtag dokumentet', done: 'Dokumentet undtages' },
  extract: { key: 'E', name: 'Ekstraher', done: 'Ekstraheres' },
}

export const DECISION_ORDER: readonly DecisionKind[] = ['release', 'redact', 'withhold', 'extract']

export const SOURCES: Readonly<Record<TextSource, string>> = {
  body: 'Tekst',
  recognised: 'Læst af et billede – bogstaver kan være forkerte',
  annotation: 'Kommentar på siden',
  form: 'Udfyldt formularfelt',
  metadata: 'Skjult oplysning i filen',
  outline: 'Bogmærke',
  link: 'Link',
  'file-name': 'Filnavn',
  'mail-header': 'Brevhoved i e-mail',
}

/** Why something was not screened, and what a person can do about it. */
export const NOT_SCREENED: Readonly<Record<NotScreenedReason, { readonly what: string; readonly act: string }>> = {
  password: { what: 'Låst med adgangskode', act: 'Hent en ulåst udgave, eller gennemse den selv.' },
  corrupt: { what: 'Filen er beskadiget', act: 'Hent den igen fra fagsystemet, eller gennemse den selv.' },
  'unknown-kind': { what: 'Ukendt filtype', act: 'Åbn den i sit eget program, og gennemse den selv.' },
  empty: { what: 'Tom', act: 'Se efter, om der mangler noget.' },
  'no-text': { what: 'Ingen tekst fundet', act: 'Se på siden selv. At der ikke er fundet noget, betyder ikke, at der ikke står noget.' },
  'unreadable-picture': { what: 'Billedet kan ikke læses', act: 'Se på siden selv.' },
  'too-large': { what: 'For stor', act: 'Del den i mindre filer, eller gennemse den selv.' },
  'too-many': { what: 'For mange filer i arkivet', act: 'Pak arkivet ud, og læg filerne ind i mindre portioner.' },
  'nested-too-deep': { what: 'Arkiv i arkiv i arkiv', act: 'Pak det ud, og læg filerne ind hver for sig.' },
  bomb: { what: 'Afvist: filen udvider sig urimeligt meget', act: 'Hent den igen fra fagsystemet. Sker det igen, så sig det til IT.' },
  'too-slow': { what: 'Tog for lang tid at læse', act: 'Gennemse siden selv.' },
  stopped: { what: 'Stoppet, før den blev læst', act: 'Læs resten, eller gennemse den selv.' },
}

/** What a line of the log says was done. */
export const ACTS: Readonly<Record<ReviewEvent['act'], string>> = {
  start: 'Begyndt',
  decide: 'Afgjort',
  document: 'Dokument afgjort',
  confirm: 'Ikke læst, bekræftet',
  extract: 'Ekstraheret',
  mark: 'Tilføjet fund',
  undo: 'Fortrudt',
  redo: 'Gjort igen',
  finish: 'Afsluttet',
}
