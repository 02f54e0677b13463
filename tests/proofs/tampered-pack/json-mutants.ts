import { canonicalJson } from '#utils/guidance/signed/canonical-json.ts'
import type { Random } from '../support/random.ts'
import { copyOf, isPlainObject, placesOf, type Place } from './json-places.ts'
import type { Mutator } from './mutant.ts'

type Json = Record<string, unknown>

const parsed = (text: string): Json => JSON.parse(text) as Json
const written = (value: unknown): string => canonicalJson(value) ?? ''

/** Changes to the content that leave the JSON well formed, and the signature as it was. */
export const JSON_MUTATORS: Readonly<Record<string, Mutator>> = {
  'two values swapped': ({ text }, random) => {
    const envelope = parsed(text)
    const places = placesOf(envelope).filter(({ value }) => typeof value !== 'object' || value === null)
    const [a, b] = [random.pick(places), random.pick(places)]
    a.holder[a.name] = b.value
    b.holder[b.name] = a.value
    return changed(text, written(envelope))
  },
  'two fields renamed': ({ text }, random) => {
    const envelope = parsed(text)
    const place = random.pick(fieldsOf(envelope))
    delete place.holder[place.name]
    place.holder[`${place.name}${random.pick(['x', ' ', '_', '\u{200B}'])}`] = place.value
    return changed(text, written(envelope))
  },
  'a field gone': ({ text }, random) => {
    const envelope = parsed(text)
    const place = random.pick(fieldsOf(envelope))
    delete place.holder[place.name]
    return changed(text, written(envelope))
  },
  'a value changed': ({ text }, random) => {
    const envelope = parsed(text)
    const place = random.pick(placesOf(envelope))
    place.holder[place.name] = otherValue(place, random)
    return changed(text, written(envelope))
  },
  'a list entry more or less': ({ text }, random) => {
    const envelope = parsed(text)
    const lists = placesOf(envelope).filter(({ value }) => Array.isArray(value) && value.length > 0)
    const list = random.pick(lists).value as unknown[]
    const place = random.int(0, list.length - 1)
    if (random.chance(0.5)) list.splice(place, 1)
    else list.splice(place, 0, copyOf(list[place]))
    return changed(text, written(envelope))
  },
  'an unknown field': ({ text }, random) => {
    const envelope = parsed(text)
    const holders = [envelope, ...placesOf(envelope).flatMap(({ value }) => (isPlainObject(value) ? [value] : []))]
    random.pick(holders)[random.pick(['noter', 'zz', '', 'toString'])] = random.pick([true, null, 'x', {}])
    return changed(text, written(envelope))
  },
  'keys in another order': ({ text }, random) => changed(text, inAnyOrder(parsed(text), random), 'not-canonical'),
  'other spelling of the same value': ({ text }, random) => changed(text, respelt(text, random)),
  'a key twice': ({ text }, random) => changed(text, withDoubleKey(text, random), 'not-canonical'),
}

/** A mutant that came out like the good text is none. */
function changed(good: string, text: string, code?: 'not-canonical') {
  if (text === good) return null
  return code === undefined ? { text } : { text, code }
}

function fieldsOf(envelope: Json): readonly Place[] {
  return placesOf(envelope).filter(({ holder }) => !Array.isArray(holder))
}

function otherValue({ value }: Place, random: Random): unknown {
  if (typeof value === 'number') return random.pick([value + 1, value - 1, -value, 0, value * 1e6, value + 0.5])
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string')
    return random.pick([`${value} `, value.toUpperCase(), '', value.slice(1), `${value}${value}`, '2099-12-31T00:00:00Z'])
  return random.pick<unknown>([null, [], {}, '751', 1])
}

/** The same value, its keys shuffled in every object. */
function inAnyOrder(value: unknown, random: Random): string {
  if (Array.isArray(value)) return `[${value.map((item) => inAnyOrder(item, random)).join(',')}]`
  if (!isPlainObject(value)) return JSON.stringify(value)
  const members = Object.entries(value)
    .map(([name, member]) => ({ text: `${JSON.stringify(name)}:${inAnyOrder(member, random)}`, order: random.next() }))
    .sort((a, b) => a.order - b.order)
  return `{${members.map(({ text }) => text).join(',')}}`
}

/** The same value in other letters: spaces, escapes, other forms of a number. */
function respelt(text: string, random: Random): string {
  const forms: readonly (readonly [RegExp, (found: string) => string])[] = [
    [/[,:{}[\]]/g, (found) => `${found} `],
    [/[a-zæøå]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`],
    [/[a-zæøå]/g, (found) => `\\u${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`],
    [/(?<=[:[,])\d+(?=[,\]}])/g, (found) => random.pick([`${found}.0`, `${found}e0`, `-${found}`])],
    [/\//g, () => String.raw`\/`],
  ]
  const [pattern, spell] = random.pick(forms)
  // Escapes are not letters of the text: leave out those inside one.
  const found = [...text.matchAll(pattern)].filter(({ index }) => text[index - 1] !== '\\')
  if (found.length === 0) return text
  const chosen = random.pick(found)
  return text.slice(0, chosen.index) + spell(chosen[0]) + text.slice(chosen.index + chosen[0].length)
}

/** One member stands twice, with the same value or another, before or after the real one. */
function withDoubleKey(text: string, random: Random): string {
  const members = [...text.matchAll(/[{,]"(\w+)":/g)]
  const { index, 0: found, 1: name = '' } = random.pick(members)
  const value = random.pick(['null', '"751"', '0', 'true', '[]', '{}', '99'])
  const [before, after] = [text.slice(0, index + 1), text.slice(index + 1)]
  if (random.chance(0.5)) return `${before}${JSON.stringify(name)}:${value},${after}`
  // After the real one: the reader that takes the last would take this.
  const end = endOfValue(text, index + found.length)
  return `${text.slice(0, end)},${JSON.stringify(name)}:${value}${text.slice(end)}`
}

function endOfValue(text: string, start: number): number {
  let depth = 0
  let inText = false
  for (let index = start; index < text.length; index += 1) {
    const letter = text[index]
    if (inText) {
      if (letter === '\\') index += 1
      else if (letter === '"') inText = false
    } else if (letter === '"') inText = true
    else if (letter === '{' || letter === '[') depth += 1
    else if (depth > 0 && (letter === '}' || letter === ']')) depth -= 1
    else if (depth === 0 && (letter === ',' || letter === '}' || letter === ']')) return index
  }
  return text.length
}
