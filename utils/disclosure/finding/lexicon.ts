import firstNames from '#packs/names/first-names.json' with { type: 'json' }
import otherWords from '#packs/names/other-words.json' with { type: 'json' }
import surnames from '#packs/names/surnames.json' with { type: 'json' }

/** What the lists and the shape of a word say of it. One bit each, for a word may be several. */
export const WORD = {
  first: 1,
  last: 2,
  /** Ends as surnames do. */
  lastShape: 4,
  place: 8,
  /** Ends as places do. */
  placeShape: 16,
  /** A part of the name of an authority or a company. */
  orgPart: 32,
  org: 64,
  title: 128,
  common: 256,
  /** Ends as nouns do, not names. */
  nounShape: 512,
  street: 1024,
} as const

const listed = new Map<string, number>()
const add = (words: string, bit: number): void => {
  for (const word of words.split(' ')) {
    const key = word.toLowerCase()
    listed.set(key, (listed.get(key) ?? 0) | bit)
  }
}
for (const words of Object.values(firstNames.groups)) add(words, WORD.first)
for (const words of Object.values(surnames.groups)) add(words, WORD.last)
add(otherWords.groups.place, WORD.place)
add(otherWords.groups['organisation-part'], WORD.orgPart)
add(otherWords.groups.organisation, WORD.org)
add(otherWords.groups['title-word'], WORD.title)
add(otherWords.groups.common, WORD.common)

const ENDINGS: readonly (readonly [RegExp, number])[] = [
  [
    /(?:vej|vejen|gade|gaden|stræde|strædet|allé|alle|alléen|boulevard|boulevarden|vænget|vænge|torvet|torv|plads|pladsen|stien|sti|toften|bakken|engen|haven|marken|lunden|krogen|svinget|ageren|kaj|kajen|stræde|parken|ringen|gården|skrænten|dalen|passagen|ringvej|høj|kær|skov|kildevej|brinken|bjerget|hegnet|strand|strandvej|løkken|vangen|volden|kvarteret|hjørnet|centret|broen)$/,
    WORD.street,
  ],
  [
    /(?:sen|sson|gaard|gård|skov|dottir|ovic|ović|evic|ević|ski|ska|cki|cka|wicz|czyk|enko|chuk|oğlu|oglu|zadeh|pour|stad|strøm|ström|qvist|kvist|bæk|bech|toft|holt|berg|feldt|mann|lund|dahl|vig|yan|ian|escu|ieva|singam|nathan|rajah|lingam|moorthy|murthy)$/,
    WORD.lastShape,
  ],
  [
    /(?:by|byen|borg|købing|sted|strup|rup|drup|trup|lev|løse|løv|inge|næs|havn|sund|bjerg|bro|ager|sø|ø|å|kommune|land|stan|amt|halvøen|sogn|herred|minde|mark|holm|mose|hede|vang|vænge|rød|tofte)$/,
    WORD.placeShape,
  ],
  [
    /(?:hospitalet|hospital|sygehus|sygehuset|skolen|skole|centret|center|centeret|styrelsen|styrelse|ministeriet|forvaltningen|forvaltning|nævnet|rådet|udvalget|kommune|kommunen|foreningen|forening|forbundet|forbund|klinikken|klinik|firmaet|kontoret|afdelingen|afdeling|retten|huset|hjemmet|fonden|selskabet|selskab|banken|bank|politi|politiet|institut|universitet|service|klub|kassen|kasse|teamet|center|apotek|ambulatorium|ambulatoriet)$/,
    WORD.orgPart,
  ],
  [
    /(?:erne|ende|else|elsen|ning|ningen|ninger|hed|heden|heder|skab|skabet|tion|tionen|tioner|itet|iteten|eren|erens|inger|ingerne|elser|elserne|isk|iske|lig|lige|ligt|mæssig|mæssigt|mæssige|erede|eret|tering|behov|plan|planen|notat|samtale|samtalen|møde|mødet|attest|sag|sagen|liste|brev|brevet|krav|ydelse|penge|hjælp|støtte|skema|skemaet|rapport|praktik|forløb|tilbud|forhold|forsøg|evne|evnen|smerter|medicin|behandling|terapi|uddannelse|tid|arbejde|arbejder|pligt|ret|frist|dag|måned|nummer|adresse|indhold|bilag|punkt|resumé|oplysninger|konsulent|konsulenten|rådgiver|rådgiveren|vejleder|vejlederen|leder|lederen|læge|lægen|terapeut|terapeuten|behandler|medarbejder|medarbejderen)$/,
    WORD.nounShape,
  ],
]
const FEWEST_FOR_ENDING = 5
/** Definite nouns end so, and few names that stand in no list. */
const DEFINITE = /[^aeiouyæøå](?:en|et)$/

/** The bits of a word, without its surroundings. Slow; remember what it said. */
export function bitsOf(word: string): number {
  const lower = word.toLowerCase()
  const known = listed.get(lower) ?? 0
  if (known & (WORD.first | WORD.last)) return known
  let bits = known
  if (lower.length >= FEWEST_FOR_ENDING) for (const [pattern, bit] of ENDINGS) if (pattern.test(lower)) bits |= bit
  if (lower.length > 5 && DEFINITE.test(lower)) bits |= WORD.nounShape
  if (bits & WORD.lastShape) bits &= ~(WORD.nounShape | WORD.placeShape)
  if (lower.includes('-')) bits |= ofParts(lower)
  return bits
}

/** `Karen-Margrethe`, `Al-Hassan`, `Bjerre-Holm`: what its parts say. */
function ofParts(lower: string): number {
  let bits = 0
  for (const part of lower.split('-')) bits |= (listed.get(part) ?? 0) & (WORD.first | WORD.last | WORD.orgPart)
  return bits
}
