import { WORD } from './lexicon.ts'
import type { Mark } from './mark.ts'
import type { NameText } from './name-sequence.ts'
import { type Token, tokenAt } from './tokens.ts'

const HOUSE = /^\d{1,3}[A-Za-zÆØÅ]?$/
const POSTCODE = /^[1-9]\d{3}$/
const MOST_WORDS = 5
/** Floor, door, postcode and town behind a house number. */
const REST =
  /^(?:[ ,.]{0,3}(?:\d{1,2}|st|kl|stuen|kælder|mf|tv|th|lejl|dør)\.?(?:[ ,.]{1,2}|$)(?!\d)){0,3}(?:[ ,]{0,3}\n?[ ]{0,2}(?:DK-)?[1-9]\d{3} {1,2}(?:(?:Nørre|Sønder|Øster|Vester|Store|Lille|Kongens|Gammel|Gl\.|Sdr\.|Nr\.|Ny|Sankt|Høje) )?\p{Lu}[\p{L}-]{1,24}(?: [A-ZÆØÅ]{1,2}(?!\p{L}))?)?/u
const LONGEST_REST = 90
const PROTECTED =
  /(?:navne-?\s?og\s?adressebeskytte|adressebeskytte|beskyttet\s+adresse|adressen?\s+er\s+(?:beskyttet|hemmelig)|hemmelig\s+adresse|beskyttede?\s+adresse|(?:krisecent\p{L}*|skjult)\s+adresse|må\s+ikke\s+kende\s+adressen)/giu
const PROTECTED_REACH = 400
const SMALL_IN_STREET = new Set('og den det de lille store gamle nye allé alle vej gade plads'.split(' '))

/** Streets with a house number, with floor, postcode and town where they stand behind it; protected where a word near says so. */
export function findAddresses(text: NameText): readonly Mark[] {
  const found: Mark[] = []
  const shields = shieldsOf(text.text)
  for (let at = 1; at < text.tokens.length; at += 1) {
    const house = text.tokens[at]
    if (!house || house.kind !== 'number' || house.gap !== 'space' || !HOUSE.test(house.text)) continue
    const from = streetBefore(text, at)
    const first = from === null ? undefined : text.tokens[from]
    if (first && from !== null) found.push(addressMark(text, { from, at, first, house, shields }))
  }
  return found
}

interface Spot {
  readonly from: number
  readonly at: number
  readonly first: Token
  readonly house: Token
  readonly shields: readonly number[]
}

function addressMark({ text }: NameText, { first, house, shields }: Spot): Mark {
  const rest =
    REST.exec(text.slice(house.end, house.end + LONGEST_REST))?.[0]
      .trimEnd()
      .replace(/[,.]$/, '') ?? ''
  const end = house.end + rest.length
  const shielded = shields.some((shield) => Math.abs(shield - first.start) < PROTECTED_REACH)
  return {
    start: first.start,
    end,
    category: shielded ? 'protected-address' : 'address',
    confidence: shielded || /\d{4}/.test(rest) ? 'high' : 'medium',
    same: text
      .slice(first.start, house.end)
      .toLowerCase()
      .replaceAll(/[\s.,]+/g, ' '),
    why: shielded ? 'protected-near' : 'street-and-number',
  }
}

function shieldsOf(text: string): readonly number[] {
  return [...text.matchAll(PROTECTED)].map(({ index }) => index)
}

/** Where the name of the street begins: a word that ends like one, or any capitals with a postcode behind the number. */
function streetBefore(text: NameText, house: number): number | null {
  const { tokens } = text
  if (!isStreet(text, house)) return null
  let from = house - 1
  while (from > 0 && house - from < MOST_WORDS && belongs(tokens, from)) from -= 1
  while (from < house - 1 && isNoStreetWord(text, tokenAt(tokens, from))) from += 1
  return tokenAt(tokens, from).kind.includes('capital') ? from : null
}

/** What only begins the sentence. */
function isNoStreetWord({ names }: NameText, { kind, text }: Token): boolean {
  const bits = names.bits(text)
  return kind === 'small' || ((bits & WORD.common) > 0 && (bits & (WORD.place | WORD.first | WORD.last)) === 0)
}

function isStreet({ text, tokens, names }: NameText, house: number): boolean {
  const last = tokenAt(tokens, house - 1)
  if (last.kind === 'number') return false
  if ((names.bits(last.text) & WORD.street) > 0 || SMALL_IN_STREET.has(last.text.toLowerCase())) return true
  return last.kind === 'capital' && townBehind(text, tokens, house)
}

function belongs(tokens: readonly Token[], from: number): boolean {
  const [token, before] = [tokens[from], tokens[from - 1]]
  if (!token || !before || before.kind === 'number') return false
  const short = before.text.length <= 3
  if (token.gap !== 'space' && !(token.gap === 'stop' && short)) return false
  return before.kind !== 'small' || SMALL_IN_STREET.has(before.text)
}

function townBehind(text: string, tokens: readonly Token[], house: number): boolean {
  for (let at = house + 1; at <= house + 4; at += 1) {
    const token = tokens[at]
    if (!token || token.gap === 'blank') return false
    if (POSTCODE.test(token.text)) return /^ {1,2}\p{Lu}/u.test(text.slice(token.end, token.end + 3))
  }
  return false
}
