import type { PersonRole } from '../model/finding.ts'
import { BEFORE_ANY, BEFORE_ORG, BEFORE_PERSON, BEFORE_PLACE, CLOSINGS, FIELDS, PERSON_VERBS, WEAK_VERBS } from './cues.ts'
import type { FileNames } from './file-names.ts'
import { beginsSentence, type NameText, type Sequence } from './name-sequence.ts'
import { type Gap, type Token, tokenAt } from './tokens.ts'

/** What stands around a sequence. */
export interface Context {
  readonly role: PersonRole | null
  /** A role or title right before. */
  readonly titled: boolean
  /** Behind the name of a field, or below a closing. */
  readonly inField: boolean
  readonly before: 'person' | 'any' | 'place' | 'organisation' | 'number' | 'none'
  readonly verbAfter: boolean
  /** A word that ends as verbs do in the past. */
  readonly pastAfter: boolean
  /** The verb says that this is a person. */
  readonly personVerbAfter: boolean
  /** A comma, a bracket or a line, and then what the person is. */
  readonly roleAfter: boolean
  readonly numberAfter: 'cpr' | 'house' | 'none'
  readonly begins: boolean
  /** The whole line is this sequence. */
  readonly ownLine: boolean
  readonly smallAfter: boolean
}

const NEAR: ReadonlySet<Gap> = new Set(['space', 'comma', 'colon', 'bracket', 'slash', 'none'])
const LOOK_BACK = 4
const LOOK_AHEAD = 4

/** Looks around a sequence whose titles have been cut off: `from` is where the name begins, `cut` where the capitals do. */
export function contextOf(text: NameText, { from, to }: Sequence, cut: number): Context {
  const { tokens } = text
  const [next, gap] = [tokenAt(tokens, to + 1), tokenAt(tokens, from).gap]
  const [roleBefore, titled] = before(text, from, cut)
  const after = roleBehind(text, to)
  return {
    role: titled ? roleBefore : (after ?? roleBefore),
    titled,
    inField: inField(text, from),
    before: wordBefore(tokenAt(tokens, from - 1), gap),
    verbAfter: next.gap === 'space' && PERSON_VERBS.has(next.text),
    pastAfter: next.gap === 'space' && next.kind === 'small' && PAST.test(next.text),
    personVerbAfter: next.gap === 'space' && PERSON_VERBS.has(next.text) && !WEAK_VERBS.has(next.text),
    roleAfter: after !== null,
    numberAfter: numberBehind(text, to),
    begins: beginsSentence(text, from),
    ownLine: isBreak(gap) && isBreak(next.gap),
    smallAfter: next.gap === 'space' && next.kind === 'small',
  }
}

const PAST = /[^e](?:ede|te|od|ik|ev|øj|ag)$/
/** A letter is about the citizen. */
const ABOUT = new Set('vedrørende vedr angående ang undersøgt kære'.split(' '))
const isBreak = (gap: Gap): boolean => gap === 'newline' || gap === 'blank'

/** The nearest role before, and whether it stands next to the name. */
function before({ tokens, names }: NameText, from: number, cut: number): readonly [PersonRole | null, boolean] {
  for (let at = from - 1; at >= Math.max(0, from - LOOK_BACK); at -= 1) {
    const [token, behind] = [tokenAt(tokens, at), tokenAt(tokens, at + 1)]
    if (!reaches(token, behind)) break
    const role = names.role(token.text) ?? (ABOUT.has(token.text.toLowerCase()) ? 'borger' : null)
    if (role) return [role, at === from - 1 && behind.gap !== 'comma' && role !== 'borger']
    if (stops(token, at < cut)) break
  }
  return [null, false]
}

/** Somebody else, or what somebody else does. */
function stops({ kind, text }: Token, isOutside: boolean): boolean {
  return (kind !== 'small' && isOutside) || (PERSON_VERBS.has(text) && !SAYS_WHAT.has(text))
}

function reaches(token: Token, behind: Token): boolean {
  return NEAR.has(behind.gap) || (behind.gap === 'stop' && token.text.length <= 3)
}

/** `…, sagsbehandler`, `… (mor)`, `…\nOverlæge`, `… er borgerens søster`. */
function roleBehind({ tokens, names }: NameText, to: number): PersonRole | null {
  const first = tokenAt(tokens, to + 1)
  const saysSo = first.gap === 'space' && SAYS_WHAT.has(first.text)
  if (!saysSo && !OPENS_ROLE.has(first.gap)) return null
  for (let at = to + 1; at <= to + LOOK_AHEAD; at += 1) {
    if (at > to + 1 && !leadsOn(tokens, at, saysSo)) return null
    const role = roleHere(tokens, at, names)
    if (role) return belongsToNext(first, tokenAt(tokens, at + 1)) ? null : role
  }
  return null
}

function leadsOn(tokens: readonly Token[], at: number, saysSo: boolean): boolean {
  return NEAR.has(tokenAt(tokens, at).gap) && (saysSo || LEADS_TO_ROLE.has(tokenAt(tokens, at - 1).text))
}

const OPENS_ROLE: ReadonlySet<Gap> = new Set(['comma', 'bracket', 'newline', 'slash'])

/** Of `borgerens bror` the brother counts. */
function roleHere(tokens: readonly Token[], at: number, names: FileNames): PersonRole | null {
  const next = tokenAt(tokens, at + 1)
  const role = names.role(tokenAt(tokens, at).text)
  return role === 'borger' && next.gap === 'space' && names.role(next.text) ? null : role
}

/** `…, sagsbehandler Mette` and `…\nSagsbehandler: Mette`: the role of the next person. */
function belongsToNext(first: Token, next: Token): boolean {
  return next.gap === 'colon' || (first.gap !== 'newline' && next.gap === 'space' && next.kind === 'capital')
}

const SAYS_WHAT = new Set(['er', 'var', 'nærmeste', 'som'])
const LEADS_TO_ROLE = new Set(
  'der som er var hans hendes borgerens barnets min din borgerens nærmeste tidligere praktiserende ledende egen og den'.split(' '),
)

function wordBefore({ text, kind }: Token, gap: Gap): Context['before'] {
  const word = text.toLowerCase()
  if (kind === 'number') return gap === 'space' && word.length === 4 ? 'number' : 'none'
  const reached = gap === 'space' || gap === 'slash' || (gap === 'stop' && word.length <= 4)
  return (reached && BEFORE.find(([list]) => list.has(word))?.[1]) || 'none'
}

const BEFORE: readonly (readonly [ReadonlySet<string>, Context['before']])[] = [
  [BEFORE_PERSON, 'person'],
  [BEFORE_ANY, 'any'],
  [BEFORE_PLACE, 'place'],
  [BEFORE_ORG, 'organisation'],
]

/** Right behind a field's name and a colon, or up to two lines below a closing. */
function inField({ tokens, names }: NameText, from: number): boolean {
  const token = tokens[from]
  const previous = tokens[from - 1]
  if (!token || !previous) return false
  if (token.gap === 'colon') return isFieldName(tokens, from - 1, names)
  if (token.gap === 'newline' || token.gap === 'blank' || token.gap === 'comma') return CLOSINGS.has(previous.text.toLowerCase())
  return false
}

const LONGEST_FIELD = 5

/** `Kontaktperson på arbejdspladsen:`. */
function isFieldName(tokens: readonly Token[], last: number, names: FileNames): boolean {
  for (let at = last; at >= 0 && last - at < LONGEST_FIELD; at -= 1) {
    const token = tokens[at]
    if (!token) return false
    if (FIELDS.has(token.text.toLowerCase()) || names.role(token.text) !== null) return true
    if (token.gap !== 'space') return false
  }
  return false
}

const CPR_WORDS = new Set('cpr født f cpr-nr cprnr personnummer'.split(' '))

function numberBehind({ text, tokens }: NameText, to: number): Context['numberAfter'] {
  const next = tokens[to + 1]
  if (!next || next.gap === 'stop' || next.gap === 'blank') return 'none'
  if (CPR_WORDS.has(next.text.toLowerCase())) return 'cpr'
  if (next.kind !== 'number') return 'none'
  if (/^\d{6}[- ]?[\dxX*]{4}/.test(text.slice(next.start, next.start + 12))) return 'cpr'
  return next.gap === 'space' && /^\d{1,3}[A-Za-z]?$/.test(next.text) ? 'house' : 'none'
}
