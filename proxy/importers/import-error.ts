/** Why a file was not read. Nothing of its content is in it. */
export const IMPORT_ERRORS = {
  'not-found': 'Filen findes ikke.',
  'unknown-format': 'Filens form kendes ikke. Brug XML (Lex Dania), HTML, Markdown, DOCX eller PDF.',
  'too-large': 'Filen er større, end der læses.',
  'too-complex': 'Filen er delt i flere eller dybere dele, end der læses.',
  'not-well-formed': 'Filen er ikke velformet eller er afkortet. Hent den igen.',
  'has-dtd': 'Filen har en DTD. Den slags læses ikke.',
  'not-lex-dania': 'Filen er ikke et Lex Dania-dokument med indhold.',
  'not-text': 'Filens tekst kan ikke læses i det tegnsæt, den siger, den har.',
  'no-text': 'Der er ingen tekst i filen. Er den skannet, så gør den søgbar først.',
  'zip-bomb': 'Filens pakkede indhold er større, end der læses.',
  'took-too-long': 'Filen tog for lang tid at læse.',
  'cpr-in-file': 'Filen indeholder et CPR-nummer. Lov og vejledninger må ikke indeholde borgeres oplysninger.',
} as const

export type ImportErrorCode = keyof typeof IMPORT_ERRORS

export class ImportError extends Error {
  override readonly name = 'ImportError'

  readonly code: ImportErrorCode

  constructor(code: ImportErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
