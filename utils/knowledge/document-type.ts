import type { DocumentType } from './citation.ts'

/** What documents are called where they are cited by number. */
const WORDS: ReadonlyMap<string, DocumentType> = new Map([
  ['lov', 'LOV'],
  ['lovbekendtgørelse', 'LBK'],
  ['lbk', 'LBK'],
  ['lbkg', 'LBK'],
  ['lovbek', 'LBK'],
  ['bekendtgørelse', 'BEK'],
  ['bek', 'BEK'],
  ['bkg', 'BEK'],
  ['vejledning', 'VEJ'],
  ['vej', 'VEJ'],
  ['vejl', 'VEJ'],
  ['cirkulære', 'CIR'],
  ['cir', 'CIR'],
  ['cirkulæreskrivelse', 'CIS'],
  ['cis', 'CIS'],
  ['skrivelse', 'SKR'],
  ['skr', 'SKR'],
  ['forordning', 'FOR'],
])

export function documentType(word: string): DocumentType | null {
  const plain = word.toLowerCase()
  const stripped = plain.length > 5 && plain.endsWith('s') ? plain.slice(0, -1) : plain
  return WORDS.get(plain) ?? WORDS.get(stripped) ?? null
}
