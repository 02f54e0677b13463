/** Words around a number that say what it is. Looked for in short pieces of lower-case text only. */

/** Says that a CPR number follows. */
const OURS = /cpr|c\.p\.r|personnummer|person-?nr|pers\.? ?nr|identitetsnummer|\bssn\b|sikringsnummer|sundhedskort|kontrolcifre/g
/** Makes one likelier. */
const LIKELY = /født|\bf\.|fødsel|borger|\bbarn|søn\b|datter|ægtefælle|samlever|partner/g

/** Words that alone or with an ending (`konto`, `kontonr.`, `kontonummer`) are the name of another number. */
const OTHERS = numbersOf(`
  tlf tel telefon mobil fax phone sms lokal ring hotline omstilling
  konto bankkonto nemkonto reg iban giro fi kort betaling clearing swift saldo
  faktura regning ordre bestilling bilag kvittering rekvisition indkøb tilbud kontrakt aftale
  p p-enhed produktionsenhed cvr se ean gln gsrn isbn issn imei orgnr leverandør
  kunde medlem låner abonnement police skade licens autorisation yder bruger medarbejder stilling
  ref reference vare artikel serie stel måler aftage pakke track forsendelse parti batch lot
  matrikel ejendom bbr bygning version build ticket incident beløb kr dkk eur pris pin`)
/** Numbers of cases and journals, which may lawfully be a CPR number. */
const CASES = numbersOf('sag journal jnr dokument dok arkiv akt løbe id esdh kle guid')
const MONEY_AFTER = /^\s*(?:kr\b|kroner|dkk|eur|€|,\d\d(?!\d)|,-|%)/
const OURS_AFTER = /^\s*[([,:-]?\s*(?:er (?:mit|hans|hendes|barnets) )?(?:cpr|c\.p\.r|personnummer|personnr)/

export type Word = 'ours' | 'likely' | 'other' | 'case' | 'none'

/** What the last telling word before a number says of it. */
export function wordBefore(text: string): Word {
  const places: readonly (readonly [Word, number])[] = [
    ['ours', lastPlace(OURS, text)],
    ['likely', lastPlace(LIKELY, text)],
    ['other', lastPlace(OTHERS, text)],
    ['case', lastPlace(CASES, text)],
  ]
  const [word, place] = places.reduce((best, one) => (one[1] > best[1] ? one : best))
  return place < 0 ? 'none' : word
}

/** What stands right after a number. */
export function wordAfter(text: string): Word {
  if (OURS_AFTER.test(text)) return 'ours'
  return MONEY_AFTER.test(text) ? 'other' : 'none'
}

function lastPlace(words: RegExp, text: string): number {
  let place = -1
  for (const match of text.matchAll(words)) place = match.index + match[0].length
  return place
}

function numbersOf(words: string): RegExp {
  return new RegExp(String.raw`\b(?:${words.trim().split(/\s+/).join('|')})(?:e?s?[-. ]{0,2}(?:nr|nummer|numre|id|kode))?\b`, 'g')
}
