import type { Context } from './name-context.ts'
import { contextOf } from './name-context.ts'
import { isShortened, type NameText, type Sequence, sequencesOf, trimFront } from './name-sequence.ts'
import { LEADING_PARTICLES } from './cues.ts'
import { WORD } from './lexicon.ts'
import { type Token, tokenAt } from './tokens.ts'

/** A sequence that may be a name, weighed in its place; kept until the whole file has been read. */
export interface NameCandidate {
  readonly start: number
  readonly end: number
  readonly parts: readonly string[]
  readonly score: number
  readonly context: Context
  /** All its words are in lists of things that are no persons, or it begins a sentence as a word of its own. */
  readonly doubtful: boolean
}

export const CERTAIN = 3
/** Certain enough to find the same name in other places by it. */
const TEACHES = 4
const TEACHES_ALONE = 6

/** Finds and weighs the sequences of one text, and teaches the file's memory what is certain. */
export function readNames(text: NameText): readonly NameCandidate[] {
  const found: NameCandidate[] = []
  for (const sequence of sequencesOf(text)) {
    if (isHopeless(text, sequence)) continue
    const candidate = weighed(text, sequence)
    if (candidate) found.push(candidate)
  }
  return found
}

/** A letter alone, or one of the words that begin sentences: most capitals are that, and need no second look. */
function isHopeless({ tokens, names }: NameText, { from, to }: Sequence): boolean {
  if (from !== to) return false
  const { text } = tokenAt(tokens, from)
  const bits = text.length < 2 ? WORD.common : names.bits(text)
  return has(bits, WORD.common | WORD.title) && !has(bits, PERSONAL)
}

function weighed(text: NameText, whole: Sequence): NameCandidate | null {
  const { tokens } = text
  const cut = { from: trimFront(text, whole), to: whole.to }
  const parts = namedParts(tokens.slice(cut.from, cut.to + 1))
  const context = contextOf(text, cut, whole.from)
  const last = tokens[cut.to]
  if (!last) return null
  if (isElse(text, { parts, context, end: last.end, partOfOffice: isPartOfOffice(text, cut.from) })) return null
  const look: Look = { text, sequence: cut, parts, bits: bitsOfParts(text, parts, context), context }
  const score = SIGNALS.reduce((sum, signal) => sum + signal(look), 0)
  const doubtful = isDoubtful(look)
  if (score >= (parts.length > 1 ? TEACHES : TEACHES_ALONE)) text.names.sawPerson(parts)
  if (context.before === 'place' && parts.length === 1 && score < CERTAIN) text.names.sawPlace(parts[0] ?? '')
  return { start: startOf(text, cut.from), end: last.end, parts, score, context, doubtful }
}

/** `dr. al Waowle`: the small word before belongs to the name. */
function startOf({ tokens }: NameText, from: number): number {
  const [before, first] = [tokens[from - 1], tokens[from]]
  return (first?.gap === 'space' && before && LEADING_PARTICLES.has(before.text) ? before.start : first?.start) ?? 0
}

/** Without the small words between them. */
const namedParts = (tokens: readonly Token[]) => tokens.filter(({ kind }) => kind !== 'small').map(({ text }) => text)

/** Names of companies, streets and towns, by what stands right behind or before. */
const COMPANY_BEHIND =
  /^[ ,\n]{1,2}(?:A\/S|ApS|I\/S|K\/S|P\/S|IVS|AMBA|A\.m\.b\.a|GmbH|Ltd|Inc|AB)(?!\p{L})|^ (?:&|og) (?:Søn|Sønner|Co|Partnere|Datter)(?!\p{L})|^ & \p{Lu}/u

interface Place {
  /** `Center for Sclerose`, `Styrelsen for Arbejdsmarked og Rekruttering`. */
  readonly partOfOffice: boolean
  readonly parts: readonly string[]
  readonly context: Context
  readonly end: number
}

function isElse({ text, names }: NameText, { parts, context, end, partOfOffice }: Place): boolean {
  const bits = parts.map((part) => names.bits(part))
  const company = COMPANY_BEHIND.test(text.slice(end, end + 14)) || bits.some(isOrgPart)
  if (company) names.sawOrganisation(parts.filter((_, at) => !isOrgPart(bits[at] ?? 0)).join(' '))
  const street = context.numberAfter === 'house' && (bits.at(-1) ?? 0) & WORD.street
  const town = context.before === 'number' && !(bits[0] && bits[0] & WORD.first)
  return company || partOfOffice || Boolean(street) || town
}

function isPartOfOffice({ tokens, names }: NameText, from: number): boolean {
  const [joint, head] = [tokenAt(tokens, from - 1), tokenAt(tokens, from - 2)]
  return joint.text === 'for' && joint.gap === 'space' && head.kind === 'capital' && isOrgPart(names.bits(head.text))
}

const PERSONAL = WORD.first | WORD.last
const isOrgPart = (bits: number): boolean => (bits & WORD.orgPart) > 0 && (bits & PERSONAL) === 0

/** In the middle of a sentence a noun has no capital, so a word that ends like one is a name too. */
function bitsOfParts({ names }: NameText, parts: readonly string[], { begins }: Context): readonly number[] {
  return parts.map((part) => names.bits(part) & (begins ? -1 : ~WORD.nounShape))
}

interface Look {
  readonly text: NameText
  readonly sequence: Sequence
  readonly parts: readonly string[]
  readonly bits: readonly number[]
  readonly context: Context
}
type Signal = (look: Look) => number

const has = (bits: number | undefined, mask: number): boolean => ((bits ?? 0) & mask) > 0
const NOT_PERSONAL = WORD.place | WORD.org | WORD.common | WORD.nounShape | WORD.title | WORD.street
const isUnknown = (bits: number): boolean => !has(bits, PERSONAL | NOT_PERSONAL)

/** Each says something for or against; the sum decides. */
const SIGNALS: readonly Signal[] = [
  // The lists.
  ({ bits }) => (has(bits[0], WORD.first) ? (has(bits[0], WORD.common | WORD.place | WORD.org) ? 2 : 4) : 0),
  ({ bits }) => (bits.slice(1).some((one) => has(one, WORD.first)) ? 2 : 0),
  ({ bits }) => (has(bits.at(-1), WORD.last) ? (bits.length > 1 ? 3 : has(bits[0], NOT_PERSONAL) ? 0 : 2) : 0),
  ({ bits }) => (!has(bits.at(-1), WORD.last) && has(bits.at(-1), WORD.lastShape) ? (bits.length > 1 ? 3 : 2) : 0),
  // The shape: words nobody knows, initials.
  ({ bits, context }) => (bits.length > 1 && bits.every(isUnknown) ? (context.begins ? 3 : 4) : 0),
  ({ bits }) => (bits.length > 1 && bits.some((one) => has(one, PERSONAL)) && bits.some(isUnknown) ? 2 : 0),
  ({ parts, text, sequence }) => (parts.length > 1 && startsWithInitial(text, sequence) ? 3 : 0),
  ({ bits, context }) => (bits.length === 1 && isUnknown(bits[0] ?? 0) && !context.begins ? 2 : 0),
  // What stands around.
  ({ context }) => (context.titled ? 4 : 0),
  ({ context }) => (context.inField ? 3 : 0),
  ({ context }) => (context.roleAfter ? 3 : 0),
  ({ context }) => (context.numberAfter === 'cpr' ? 4 : 0),
  ({ context, bits }) => (context.verbAfter ? (context.begins && bits.length === 1 ? (context.personVerbAfter ? 4 : 1) : 2) : 0),
  ({ context }) => ({ person: 2, any: 1, place: -3, organisation: -6, number: -3, none: 0 })[context.before],
  ({ context, parts }) =>
    context.smallAfter && !context.verbAfter && /[^s]s$/.test(parts.at(-1) ?? '') && (parts.length > 1 || !context.begins) ? 1 : 0,
  ({ context, bits }) => (context.pastAfter && bits.length === 1 && !context.begins && !context.verbAfter ? 1 : 0),
  // What speaks against.
  ({ bits, context }) => (bits.length === 1 && context.begins && !has(bits[0], PERSONAL) ? -2 : 0),
  ({ bits }) => -6 * bits.filter((one) => has(one, WORD.common | WORD.title) && !has(one, PERSONAL)).length,
  ({ bits, context }) =>
    bits.length === 1 && has(bits[0], WORD.common) && has(bits[0], PERSONAL) && context.begins && !context.verbAfter ? -3 : 0,
  ({ bits }) => -4 * bits.filter((one) => has(one, WORD.nounShape) && !has(one, PERSONAL)).length,
  ({ bits }) => -5 * bits.filter((one) => has(one, WORD.org) && !has(one, PERSONAL)).length,
  ({ bits }) =>
    bits.every((one) => has(one, WORD.place | WORD.placeShape | WORD.street)) && !bits.some((one) => has(one, PERSONAL)) ? -4 : 0,
  ({ bits }) => (bits.some((one) => has(one, WORD.place) && !has(one, PERSONAL)) && !has(bits[0], WORD.first) ? -3 : 0),
  ({ parts, bits, text }) =>
    -4 * parts.filter((part, at) => !has(bits[at], PERSONAL | WORD.lastShape) && text.names.isSmallWord(part)).length,
  ({ sequence, text, bits }) => (allCapitals(text, sequence) && !bits.every((one) => has(one, PERSONAL | WORD.lastShape)) ? -4 : 0),
  ({ context, bits }) => (context.numberAfter === 'house' && !has(bits[0], WORD.first) ? -3 : 0),
  ({ context, bits }) =>
    context.ownLine && !context.inField && !context.roleAfter && !bits.some((one) => has(one, PERSONAL | WORD.lastShape)) ? -2 : 0,
  ({ parts, text }) => (text.names.isOrganisation(parts.join(' ')) ? -8 : 0),
  ({ parts, bits }) => (parts.length === 1 && (parts[0] ?? '').length < 3 && !has(bits[0], WORD.first) ? -4 : 0),
  // `Børne- og Familieafdelingen`.
  ({ text, sequence }) => (/^[-–] ?og /.test(behind(text, sequence)) ? -8 : 0),
  ({ parts, text }) => (parts.length === 1 && text.names.role(parts[0] ?? '') !== null ? -6 : 0),
]

function behind({ tokens, text }: NameText, { to }: Sequence): string {
  const end = tokens[to]?.end ?? 0
  return text.slice(end, end + 5)
}

function startsWithInitial({ tokens, text }: NameText, { from }: Sequence): boolean {
  const first = tokens[from]
  return first !== undefined && isShortened(first) && first.text.length === 1 && text.charAt(first.end) === '.'
}

function allCapitals({ tokens }: NameText, { from, to }: Sequence): boolean {
  return tokens.slice(from, to + 1).every(({ kind }) => kind === 'all-capitals')
}

function isDoubtful({ bits, context, parts, text }: Look): boolean {
  if (parts.length > 1) return false
  if (context.begins && (text.names.isSmallWord(parts[0] ?? '') || has(bits[0], WORD.common | WORD.nounShape))) return true
  return context.before === 'place' || context.before === 'organisation'
}
