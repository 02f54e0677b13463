export const NOTE_TYPES = [
  'Samtalenotat',
  'Telefonnotat',
  'Rådighedsnotat',
  'Visitationsnotat',
  'Opfølgning sygedagpenge',
  'Lægelige oplysninger',
  'Indstilling',
  'Partshøring',
  'Afgørelse',
  'Tilbud – bevilling',
  'Tilbud – evaluering',
  'Virksomhedskontakt',
  'Mentor',
  'Internt notat',
  'Korrespondance',
  'Fuldmagt/samtykke',
  'Aktindsigt',
  'Klage',
] as const

/** Texts that a note can start from. */
export const NOTE_TEMPLATES: Readonly<Record<string, string>> = {
  Jobsamtale: 'Siden sidst:\n\nBorgerens mål:\n\nJobsøgning og joblog:\n\nAftaler:\n- \n\nNæste samtale:',
  'Telefonisk kontakt': 'Hvem ringede:\n\nHvad drejede det sig om:\n\nHvad er aftalt:',
  'Opfølgning sygedagpenge': 'Helbred, som borgeren beskriver det:\n\nKontakt med arbejdsgiver:\n\nForventet raskmelding:\n\nPlan:',
}
