import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { factDefinition } from '#utils/domain/fact-catalogue.ts'
import type { FactDefinition, FactKey } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { asList, cleanText, labelSet, normalLabel } from './labels.ts'
import { readMoment } from './read-date.ts'
import { compilePattern } from './safe-pattern.ts'
import type { Reading, SiteProfile } from './site-profile.ts'

/** Turns text as read into the value of a key, or says that the type does not allow it. Never guesses. */
export type Conversion = { readonly ok: true; readonly value: FactValue } | { readonly ok: false }

export interface RawText {
  /** Visible text, line breaks kept. */
  readonly text: string
  /** Items of a list element, when it is one. */
  readonly items?: readonly string[]
  /** Something is there that is not text: a button, a picture, several fields. */
  readonly unclear?: boolean
  /** A box that can be ticked says yes or no without text. */
  readonly checked?: boolean
}

export interface ConvertContext {
  readonly profile: SiteProfile
  readonly today: CalendarDay
}

const UNREADABLE: Conversion = { ok: false }
const value = (of: FactValue): Conversion => ({ ok: true, value: of })
const EMPTY = new Set(['', '-', '–', '—', '--', '(tom)', '(ingen)'].map(normalLabel))
const MAX_EMPTY = 200
const YES = new Set(['ja', 'yes', 'sand', 'true', 'x', '✓', '✔'])
const NO = new Set(['nej', 'no', 'falsk', 'false'])
const CPR = /^(\d{6})[\s\-–‑]?(\d{4})$/u
const NUMBER = /^(-?\d{1,3}(?:[. ]\d{3})+|-?\d{1,9})(?:,(\d{1,4}))?\s*(?:%|pct\.?|kr\.?|dkk|år|uger|uge|timer|t|dage|dag|sider|side)?$/iu

/** Converts what stands on the page to the value of `key`. */
export function toValue(key: FactKey, raw: RawText, reading: Reading, context: ConvertContext): Conversion {
  const definition = definitionOf(key)
  if (!definition || raw.unclear === true) return UNREADABLE
  if (raw.checked !== undefined) return definition.type === 'yesNo' ? value(raw.checked) : UNREADABLE
  const text = reading.extract === undefined ? raw.text : extracted(raw.text, asList(reading.extract))
  if (text === null) return isEmpty(raw.text, reading, context) ? value(null) : UNREADABLE
  return fromText({ text, definition, context, raw }, reading)
}

const definitions = new Map<FactKey, FactDefinition | null>()

function definitionOf(key: FactKey): FactDefinition | null {
  const known = definitions.get(key)
  if (known !== undefined) return known
  const found = factDefinition(key)
  definitions.set(key, found)
  return found
}

function fromText(input: Input, reading: Reading): Conversion {
  const { text, definition, context } = input
  const word = mappedWord(text, reading, context)
  if (word !== undefined) return allowed(word, definition) ? value(word) : UNREADABLE
  // Asking whether a text means "empty" costs more than reading a date or a number that is one.
  const early = isWritten(definition) || text.trim() === '' ? UNREADABLE : CONVERTERS[definition.type](input)
  if (early.ok) return early
  return isEmpty(text, reading, context) ? emptyOf(definition) : CONVERTERS[definition.type](input)
}

interface Input {
  readonly text: string
  readonly definition: FactDefinition
  readonly context: ConvertContext
  readonly raw: RawText
}

const CONVERTERS: Readonly<Record<FactDefinition['type'], (input: Input) => Conversion>> = {
  text: ({ text }) => (isTruncated(text) ? UNREADABLE : value(cleanText(text))),
  id: ({ text }) => (/^\S{1,120}$/u.test(cleanText(text)) ? value(cleanText(text)) : UNREADABLE),
  richText: ({ text }) => (isTruncated(text) ? UNREADABLE : value(richText(text))),
  date: ({ text, context }) => {
    const moment = readMoment(cleanText(text), context.today)
    return moment === null ? UNREADABLE : value(moment.day)
  },
  dateTime: ({ text, context }) => {
    const moment = readMoment(cleanText(text), context.today)
    if (moment === null) return UNREADABLE
    return value(moment.clock === null ? moment.day : `${moment.day}T${moment.clock}`)
  },
  number: ({ text }) => toNumber(cleanText(text)),
  yesNo: ({ text }) => {
    const word = normalLabel(text)
    if (YES.has(word)) return value(true)
    return NO.has(word) ? value(false) : UNREADABLE
  },
  enum: ({ text, definition }) => {
    const word = normalLabel(text)
    const match = (definition.values ?? []).find((allowedValue) => normalLabel(allowedValue) === word)
    return match === undefined ? UNREADABLE : value(match)
  },
  cpr: ({ text }) => {
    const parts = CPR.exec(cleanText(text))
    return parts ? value(`${parts[1] ?? ''}${parts[2] ?? ''}`) : UNREADABLE
  },
  textList: ({ text, raw }) => value((raw.items ?? text.split('\n')).map(cleanText).filter((item) => item !== '')),
}

function emptyOf({ type }: FactDefinition): Conversion {
  return value(type === 'textList' ? [] : null)
}

/** Types that take any text, so that the words for "empty" must be known first. */
function isWritten({ type }: FactDefinition): boolean {
  return type === 'text' || type === 'richText' || type === 'textList' || type === 'id'
}

function extracted(text: string, patterns: readonly string[]): string | null {
  const clean = cleanText(text).slice(0, 2000)
  for (const source of patterns) {
    const match = compilePattern(source).exec(clean)
    if (match) return match[1] ?? match[0]
  }
  return null
}

function isEmpty(text: string, reading: Reading, { profile }: ConvertContext): boolean {
  if (text.length > MAX_EMPTY) return false
  const word = normalLabel(text)
  // A label loses its star and colon; a value of nothing else is still a value.
  if (word === '') return cleanText(text) === ''
  return EMPTY.has(word) || (reading.empty !== undefined && labelSet(reading.empty).has(word)) || labelSet(profile.empty).has(word)
}

type Word = string | boolean | number | null

function mappedWord(text: string, reading: Reading, { profile }: ConvertContext): Word | undefined {
  if (reading.words === undefined && reading.use === undefined) return undefined
  const word = normalLabel(text)
  const lists = [reading.words, reading.use === undefined ? undefined : profile.wordLists[reading.use]]
  for (const list of lists) {
    const hit = Object.entries(list ?? {}).find(([shown]) => normalLabel(shown) === word)
    if (hit) return hit[1]
  }
  return undefined
}

/** A profile's word list cannot put a value into a key that the catalogue does not allow there. */
function allowed(word: Word, definition: FactDefinition): boolean {
  if (word === null) return true
  if (definition.type === 'enum') return typeof word === 'string' && (definition.values ?? []).includes(word)
  if (definition.type === 'yesNo') return typeof word === 'boolean'
  if (definition.type === 'number') return typeof word === 'number'
  return definition.type === 'text' && typeof word === 'string'
}

function toNumber(text: string): Conversion {
  const parts = NUMBER.exec(text)
  if (!parts) return UNREADABLE
  return value(Number(`${(parts[1] ?? '').replace(/[. ]/gu, '')}.${parts[2] ?? '0'}`))
}

/** "… vis mere": the rest is not on the page, so what is there is not the text. */
function isTruncated(text: string): boolean {
  return /(?:…|\.\.\.\s*(?:vis|læs|se)?\s*mere)\s*$/iu.test(text) || /…\s*(?:vis|læs|se)?\s*mere\s*$/iu.test(text)
}

/** Paragraphs are kept as line breaks, everything else is one space. */
export function richText(text: string): string {
  return text
    .split('\n')
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

/** Equal as values: lists by their items. */
export function sameValue(one: FactValue, other: FactValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, at) => item === other[at])
  return one === other
}
