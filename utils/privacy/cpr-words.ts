/** Words around a number that say what it is. Looked for in short pieces of lower-case text only. */

/** Says that a CPR number follows. */
const OURS = String.raw`cpr|c\.p\.r|personnummer|person-?nr|pers\.? ?nr|identitetsnummer|\bssn\b|sikringsnummer|sundhedskort|kontrolcifre`
/** Makes one likelier. */
const LIKELY = String.raw`født|\bf\.|fødsel|borger|\bbarn|søn\b|datter|ægtefælle|samlever|partner`

/** Words that alone or with an ending (`konto`, `kontonr.`, `kontonummer`) are the name of another number. */
const OTHERS = numbersOf(`
  tlf tel telefon mobil fax phone sms lokal hotline omstilling
  konto bankkonto nemkonto reg regnr iban giro kort betaling clearing swift saldo
  faktura regning ordre bestilling bilag kvittering rekvisition indkøb tilbud kontrakt aftale
  p-nr p-nummer pnummer p-enhed produktionsenhed cvr se-nr senr ean gln gsrn isbn issn imei orgnr leverandør
  kunde medlem låner abonnement police skade licens autorisation yder bruger medarbejder stilling
  ref reference vare artikel serie stel måler aftage pakke track forsendelse parti batch lot
  matrikel ejendom bbr bygning version build ticket incident beløb kr dkk eur pris pin`)
/** Numbers of cases and journals, which may lawfully be a CPR number. */
const CASES = numbersOf('sag journal jnr dokument dok arkiv akt løbe id esdh kle guid')
const MONEY_AFTER = /^\s*(?:kr\b|kroner|dkk|eur|€|,\d\d(?!\d)|,-|%)/
const OURS_AFTER = /^\s*[([,:-]?\s*(?:er (?:mit|hans|hendes|barnets) )?(?:cpr|c\.p\.r|personnummer|personnr)/

const ANY = new RegExp(`(?<ours>${OURS})|(?<likely>${LIKELY})|(?<other>${OTHERS})|(?<case>${CASES})`, 'g')
const ANY_LETTER = /\p{L}/u
const KINDS = ['ours', 'likely', 'other', 'case'] as const
/** Between a word and the number it names: signs, and few digits. */
const NAMES_IT = /^[^\p{L}]{0,16}$/u
/** Between a word and a number in the same phrase. */
const SAME_PHRASE = /^[^.,;!?\n]{0,28}$/

/** `other` and `case` name the number; `near-other` only stands in its phrase. */
export type Word = (typeof KINDS)[number] | 'near-other' | 'none'

/** What the last telling word before a number says of it. */
export function wordBefore(text: string): Word {
  if (!ANY_LETTER.test(text)) return 'none'
  let last: RegExpExecArray | null = null
  for (const match of text.matchAll(ANY)) last = match
  const kind = KINDS.find((one) => last?.groups?.[one] !== undefined)
  if (!last || kind === undefined) return 'none'
  const between = text.slice(last.index + last[0].length)
  if (kind === 'ours' || kind === 'likely' || NAMES_IT.test(between)) return kind
  return kind === 'other' && SAME_PHRASE.test(between) ? 'near-other' : 'none'
}

/** What stands right after a number. */
export function wordAfter(text: string): Word {
  if (OURS_AFTER.test(text)) return 'ours'
  return MONEY_AFTER.test(text) ? 'other' : 'none'
}

function numbersOf(words: string): string {
  return String.raw`\b(?:${words.trim().split(/\s+/).join('|')})(?:e?s?[-. ]{0,2}(?:nr|nummer|numre|id|kode))?\b`
}
